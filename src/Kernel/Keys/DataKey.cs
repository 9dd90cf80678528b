namespace Samenkracht.Kernel.Keys;

internal enum DataKeyUse { Seal, Hash }

/// <summary>Gegevenssleutel: a key for single values, itself encrypted with the installation's keys, which are not in the database (docs/security/keys.md).</summary>
internal sealed class DataKey
{
    public Guid Id { get; init; }
    public DataKeyUse Use { get; init; }
    public byte[] Wrapped { get; init; } = [];
    public DateTimeOffset MadeAt { get; init; }
}
