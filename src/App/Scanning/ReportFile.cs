using System.Text.Json;

namespace Samenkracht.App.Scanning;

/// <summary>A report as JSON, which stands there whole or not at all. Numbers have all their digits and a point, whatever the culture.</summary>
internal sealed class ReportFile
{
    private static readonly JsonSerializerOptions Shape = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };
    private readonly string path;

    /// <exception cref="RefusedException">There is no such folder. Better said before a long calculation than after it.</exception>
    public ReportFile(string path)
    {
        this.path = Path.GetFullPath(path);
        if (!System.IO.Directory.Exists(Path.GetDirectoryName(this.path)) || System.IO.Directory.Exists(this.path)) throw new RefusedException($"{path}: hier kan geen bestand komen. Bestaat de map?");
    }

    public void Write(ScanReport report)
    {
        var part = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            File.WriteAllBytes(part, [.. JsonSerializer.SerializeToUtf8Bytes(report, Shape), (byte)'\n']);
            File.Move(part, path, overwrite: true);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            File.Delete(part);
            throw new RefusedException($"{path}: dit bestand kan niet geschreven worden.");
        }
    }
}
