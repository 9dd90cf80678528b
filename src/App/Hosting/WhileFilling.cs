using Microsoft.AspNetCore.Diagnostics;

namespace Samenkracht.App.Hosting;

/// <summary>While the demo is filled every page says so, and asks again by itself: an empty site would be taken for the real one.</summary>
internal sealed class WhileFilling : IMiddleware
{
    private const int Seconds = 3;
    private volatile bool fills;

    /// <summary>Until it is disposed of.</summary>
    public IDisposable Begin()
    {
        fills = true;
        return new End(this);
    }

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        // How it stands, and what the page that tells of it is made of.
        if (!fills || context.Request.Path.StartsWithSegments("/health") || Path.HasExtension(context.Request.Path) || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            return next(context);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = context.Response.Headers["Refresh"] = $"{Seconds}";
        return Task.CompletedTask;
    }

    private sealed class End(WhileFilling filling) : IDisposable
    {
        public void Dispose() => filling.fills = false;
    }
}
