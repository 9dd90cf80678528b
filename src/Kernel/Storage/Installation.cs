namespace Samenkracht.Kernel.Storage;

/// <summary>Installatie: what this database is for. The marker row that keeps the demo out of a real database and the other way round.</summary>
public sealed class Installation
{
    public static readonly JournalKind Created = new("installation.created", "Installatie aangemaakt", Purpose.Administration);
    public static readonly JournalKind Filled = new("installation.filled", "Demogemeente gevuld", Purpose.Administration);

    private Installation() { }

    public int Id { get; private set; } = 1;
    public bool IsDemo { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? FilledAt { get; private set; }

    /// <summary>The marker of this database; null while it is new.</summary>
    public static async Task<Installation?> Find(Work work, CancellationToken cancel = default) =>
        await work.Context.Set<Installation>().FindAsync([1], cancel);

    public static async Task<Installation> Create(Work work, bool demo, CancellationToken cancel = default)
    {
        var because = work.Because(Created);
        var row = new Installation { IsDemo = demo, CreatedAt = because.At };
        work.Add(row);
        await work.Note(because, Guid.Empty, payload: new { demo }, cancel: cancel);
        return row;
    }

    public void MarkFilled(Because because) => FilledAt = because.At;
}
