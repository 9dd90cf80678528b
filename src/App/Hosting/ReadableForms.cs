using Microsoft.AspNetCore.Diagnostics;

namespace Samenkracht.App.Hosting;

/// <summary>Reads a form before any page does, so that one which nobody can read is the sender's fault and not ours: 400, or 413 when it is too large.</summary>
internal sealed class ReadableForms(RequestDelegate next)
{
    private static readonly object Unreadable = new();

    /// <summary>What it left for the page that tells of it: not the same as a form that has expired.</summary>
    public static bool Refused(HttpContext http) => http.Items.ContainsKey(Unreadable);

    public async Task Invoke(HttpContext http)
    {
        // In parts (multipart) it does no harm, and is left out where text is bound.
        if (http.Request.HasFormContentType && !IsTold(http) && http.Request.ContentType!.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)) http.Request.Body = new WithoutNul(http.Request.Body);
        if (http.Request.HasFormContentType && !IsTold(http) && await Fault(http) is { } status)
        {
            http.Items[Unreadable] = true;
            http.Response.StatusCode = status;
            return;
        }
        await next(http);
    }

    // The page that tells of it is asked for by the same request.
    private static bool IsTold(HttpContext http) =>
        http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;

    private static async Task<int?> Fault(HttpContext http)
    {
        try
        {
            await http.Request.ReadFormAsync(http.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException refused)
        {
            return refused.StatusCode;
        }
        // Too many fields, parts that do not end, a character set that nobody speaks.
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException or NotSupportedException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }
}
