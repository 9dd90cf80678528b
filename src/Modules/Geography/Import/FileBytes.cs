using System.IO.Compression;

namespace Samenkracht.Geography.Import;

/// <summary>Reads a file whole and bounded; a file packed with gzip is unpacked, also bounded.</summary>
static class FileBytes
{
    static readonly byte[] GzipMark = [0x1f, 0x8b];

    public static byte[] Read(string path, ImportLimits limits)
    {
        try
        {
            using var file = File.OpenRead(path);
            var bytes = ReadBounded(file, Path.GetFileName(path), limits);
            if (!bytes.AsSpan().StartsWith(GzipMark))
                return bytes;
            using var unpacked = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            return ReadBounded(unpacked, Path.GetFileName(path), limits);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new BrokenFileException($"{Path.GetFileName(path)}: dit bestand is niet te lezen. Bestaat het, en mag dit programma erbij?");
        }
    }

    static byte[] ReadBounded(Stream stream, string name, ImportLimits limits)
    {
        var whole = new MemoryStream();
        var block = new byte[1 << 16];
        for (int read; (read = stream.Read(block)) > 0;)
        {
            if (whole.Length + read > limits.FileBytes)
                throw new BrokenFileException($"{name}: dit bestand is groter dan {limits.FileBytes >> 20} MB, het meeste dat wij inlezen.");
            whole.Write(block, 0, read);
        }

        return whole.ToArray();
    }
}
