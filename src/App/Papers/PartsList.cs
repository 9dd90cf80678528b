using System.Text.Json;

namespace Samenkracht.App.Papers;

/// <summary>Onderdeel: a package that the program is delivered with, as its lock file pins it.</summary>
/// <param name="Purl">pkg:nuget/Quartz@4.7.3</param>
/// <param name="Sha512">Of the package, in hexadecimal.</param>
internal sealed record Part(string Name, string Version, string Purl, string Sha512);

/// <summary>Lijst van onderdelen (SBOM): what stands in the lock files of the rooms and of the front end, each once. What only tests and measurements use is no part.</summary>
internal static class PartsList
{
    private const string NuGetLock = "packages.lock.json";
    private const string NpmLock = "src/Web/frontend/package-lock.json";

    public static IReadOnlyList<Part> Of(string root)
    {
        var source = Path.Combine(root, "src");
        if (!Path.Exists(Path.Combine(source, "App", NuGetLock))) throw new RefusedException($"In {Path.GetFullPath(root)} staat de broncode niet: er is geen src/App/{NuGetLock}.");
        var locks = System.IO.Directory.GetFiles(source, NuGetLock, SearchOption.AllDirectories);
        return [.. locks.SelectMany(NuGet).Concat(Npm(Path.Combine(root, NpmLock))).DistinctBy(p => p.Purl).OrderBy(p => p.Purl, StringComparer.Ordinal)];
    }

    /// <summary>CycloneDX 1.5, without a serial number or a time: the same sources give the same list.</summary>
    public static object Document(IReadOnlyList<Part> parts) => new
    {
        bomFormat = "CycloneDX",
        specVersion = "1.5",
        version = 1,
        metadata = new { component = new { type = "application", name = "samenkracht", licenses = new[] { new { license = new { id = "EUPL-1.2" } } } } },
        components = parts.Select(p => new { type = "library", name = p.Name, version = p.Version, purl = p.Purl, hashes = new[] { new { alg = "SHA-512", content = p.Sha512 } } }),
    };

    private static List<Part> NuGet(string file)
    {
        using var read = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. from framework in read.RootElement.GetProperty("dependencies").EnumerateObject()
                   from package in framework.Value.EnumerateObject()
                   // A room of our own has no hash.
                   where package.Value.TryGetProperty("contentHash", out _)
                   select Of("nuget", package.Name, package.Value.GetProperty("resolved").GetString()!, package.Value.GetProperty("contentHash").GetString()!)];
    }

    // The tools and styles that the front end is built with count: they write what a browser gets.
    private static List<Part> Npm(string file)
    {
        const string Folder = "node_modules/", Sha = "sha512-";
        using var read = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. from package in read.RootElement.GetProperty("packages").EnumerateObject()
                   where package.Value.TryGetProperty("integrity", out _)
                   select Of("npm", package.Name[(package.Name.LastIndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..], package.Value.GetProperty("version").GetString()!,
                       package.Value.GetProperty("integrity").GetString()![Sha.Length..])];
    }

    private static Part Of(string kind, string name, string version, string sha512) =>
        new(name, version, $"pkg:{kind}/{name.Replace("@", "%40", StringComparison.Ordinal)}@{version}", Convert.ToHexStringLower(Convert.FromBase64String(sha512)));
}
