using System.Security.Cryptography;

namespace Samenkracht.Access.Manage;

/// <summary>Eenmalig wachtwoord: 80 bits, in groups that one can read aloud.</summary>
internal static class TemporaryPassword
{
    // Without letters and digits that look alike.
    private const string Signs = "abcdefghijkmnpqrstuvwxyz23456789";

    public static string New() => string.Join('-', RandomNumberGenerator.GetString(Signs, 16).Chunk(4).Select(group => new string(group)));
}
