namespace Samenkracht.App.Hosting;

/// <summary>A form as it was sent, without NUL: the framework refuses a whole form for one, and nobody typed it. It comes along when text is copied from another program.</summary>
internal sealed class WithoutNul(Stream form) : Stream
{
    private static readonly byte[] Escaped = "%00"u8.ToArray();

    private readonly byte[] read = new byte[4096];
    private readonly byte[] kept = new byte[4096 + 2];
    // How much of an escaped NUL has come: it may be cut in two.
    private int begun;
    private int from;
    private int until;
    private bool ended;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty) return 0;
        while (from == until && !ended) Take(await form.ReadAsync(read, cancellationToken));
        var some = Math.Min(buffer.Length, until - from);
        kept.AsMemory(from, some).CopyTo(buffer);
        from += some;
        return some;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    private void Take(int length)
    {
        (from, until, ended) = (0, 0, length == 0);
        foreach (var sign in read.AsSpan(0, length))
        {
            if (sign == Escaped[begun])
            {
                begun = (begun + 1) % Escaped.Length;
                continue;
            }
            Keep();
            if (sign == Escaped[0]) begun = 1;
            else if (sign != 0) kept[until++] = sign;
        }
        if (ended) Keep();
    }

    // It was the beginning of something else.
    private void Keep()
    {
        Escaped.AsSpan(0, begun).CopyTo(kept.AsSpan(until));
        (until, begun) = (until + begun, 0);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Forms are read without waiting.");
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
