namespace Samenkracht.App.Scanning;

/// <summary>What is wrong with the files, all of it, so that someone mends them in one go.</summary>
internal sealed class Complaints
{
    private const int Shown = 20;
    private readonly List<string> said = [];
    private int count;

    public void Add(string file, int line, string reason)
    {
        if (count++ < Shown) said.Add($"{file}, regel {line}: {reason}");
    }

    /// <exception cref="RefusedException">There are complaints.</exception>
    public void ThrowIfAny()
    {
        if (count == 0) return;
        if (count > Shown) said.Add($"en nog {count - Shown}");
        throw new RefusedException(string.Join(Environment.NewLine, said));
    }
}
