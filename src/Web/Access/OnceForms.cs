using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;

namespace Samenkracht.Web.Access;

/// <summary>Formulier dat één keer telt: each carries a number of its own, and what it adds gets an id that follows from that number and from what was typed.
/// Sent twice, also at once, it is the same row; changed and sent again it is another (docs/adr/0092).</summary>
public static class OnceForms
{
    public const string Field = "Once";
    // Another one after signing in again, of the same form.
    private const string AntiforgeryField = "__RequestVerificationToken";

    public static string Number() => Guid.NewGuid().ToString("N");

    /// <summary>A hash: whoever makes up a number cannot make up an id that is taken, nor learn whether it is.</summary>
    internal static T Id<T>(HttpRequest request, Actor actor) where T : struct, IId<T>
    {
        if (string.IsNullOrEmpty(request.Form[Field])) return Kernel.Id.New<T>();
        string?[] sent =
        [
            typeof(T).FullName, $"{actor.Account}", request.Path + request.QueryString,
            .. request.Form.Where(f => f.Key != AntiforgeryField).SelectMany(f => f.Value.Prepend(f.Key)),
        ];
        return new T { Value = new Guid(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(sent)).AsSpan(0, 16)) };
    }
}
