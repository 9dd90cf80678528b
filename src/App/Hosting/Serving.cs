using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Samenkracht.App.Hosting;

/// <summary>From listening to a clean end.</summary>
internal static class Serving
{
    /// <summary>Only this machine can reach it, by IPv4 and IPv6, as <c>localhost</c> may be either.</summary>
    public static void ListenOnThisMachine(this KestrelServerOptions kestrel, int port)
    {
        // A free port is found for one address only.
        if (port == 0 || !Socket.OSSupportsIPv6) kestrel.Listen(IPAddress.Loopback, port);
        else kestrel.ListenLocalhost(port);
    }

    /// <summary>Listens, does <paramref name="prepare"/>, says where, and serves until it is told to stop.</summary>
    public static async Task<int> Run(WebApplication site, Func<Task> prepare, CancellationToken cancel)
    {
        try
        {
            await site.StartAsync(cancel);
        }
        catch (IOException busy) when (busy.InnerException is AddressInUseException)
        {
            throw new RefusedException("Deze poort is al in gebruik. Kies een andere met --port, of met ASPNETCORE_URLS.");
        }
        await prepare();
        foreach (var url in site.Urls) Console.Out.WriteLine(url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal).Replace("[::1]", "localhost", StringComparison.Ordinal));
        await site.WaitForShutdownAsync(cancel);
        return Commands.CommandLine.Good;
    }
}
