namespace Samenkracht.Kernel.Records;

/// <summary>Hoort bij: the rows of a table whose <paramref name="Column"/> points at a row of <paramref name="To"/> go when that row is destroyed.</summary>
/// <param name="Key">The column of <paramref name="To"/> that is pointed at.</param>
internal sealed record Belonging(string Table, string To, string Column, string Key);

/// <summary>What else goes when rows of a table go: those of <paramref name="Subject"/> that their <paramref name="Column"/> names.</summary>
/// <param name="Where">A condition in plain SQL on the rows of the table; null for all.</param>
internal sealed record Drawing(string Subject, string Table, string Column, string? Where);

/// <summary>Tabellen met persoonsgegevens: for every table what becomes of its rows when a file is destroyed (docs/adr/0060). A test holds this list against both databases.</summary>
public sealed class PersonalTables
{
    private readonly List<string> tables = [];
    private readonly List<Belonging> belongings = [];
    private readonly List<Drawing> drawings = [];
    private readonly Dictionary<string, string> laws = [];
    private readonly Dictionary<string, string> stays = [];

    /// <summary>The tables whose rows are destroyed, in the order in which they were declared: what refers to another comes later.</summary>
    public IReadOnlyList<string> Destroyed => tables;

    /// <summary>The tables that stay, each with its reason.</summary>
    public IReadOnlyDictionary<string, string> Staying => stays;

    internal IReadOnlyList<Drawing> Drawings => drawings;

    internal IEnumerable<Belonging> Of(string table) => belongings.Where(b => b.Table == table);

    /// <summary>The column by which the rows of one law can go while those of another stay; null when they go together.</summary>
    internal string? LawOf(string table) => laws.GetValueOrDefault(table);

    internal void Add(string table, string? to, string? column, string key, string? law)
    {
        if (!tables.Contains(table)) tables.Add(table);
        if (law is not null) laws[table] = law;
        if (to is not null) belongings.Add(new(table, to, column ?? to, key));
    }

    internal void Draw(Drawing drawing) => drawings.Add(drawing);

    internal void Stay(string table, string why) => stays.Add(table, why);
}
