namespace Samenkracht.Kernel.Accountability;

/// <summary>Bewaarde gegevens: what one table holds about people, of whom, and what for. Each module declares its own as static fields; a test compares them with
/// the columns of the database, so that a new column about someone is weighed before it exists. The register of processing is made from it (AVG art. 30).</summary>
public sealed class StoredData
{
    /// <summary>What words of somebody's own may be.</summary>
    public const DataKind AnyKind = DataKind.Ordinary | DataKind.Sensitive | DataKind.Special | DataKind.Criminal;

    private readonly List<StoredColumns> columns = [];

    private StoredData(string table, Purpose purpose, DataSubject about) => (Table, Purpose, About) = (table, purpose, about);

    public string Table { get; }

    public Purpose Purpose { get; }

    public DataSubject About { get; }

    public IReadOnlyList<StoredColumns> Columns => columns;

    public static StoredData In(string table, Purpose purpose, DataSubject about) => new(table, purpose, about);

    public StoredData Ordinary(string dutch, params string[] names) => Add(DataKind.Ordinary, dutch, names);

    public StoredData Sensitive(string dutch, params string[] names) => Add(DataKind.Sensitive, dutch, names);

    public StoredData Special(string dutch, params string[] names) => Add(DataKind.Special, dutch, names);

    public StoredData Bsn(string dutch, params string[] names) => Add(DataKind.Bsn, dutch, names);

    /// <summary>Words of somebody's own: nobody can say beforehand what they will hold, so they are guarded as the gravest.</summary>
    public StoredData FreeText(string dutch, params string[] names) =>
        Add(AnyKind, dutch, names);

    /// <summary>Columns that say nothing about anyone.</summary>
    public StoredData Plain(params string[] names) => Add(DataKind.None, "", names);

    private StoredData Add(DataKind kind, string dutch, string[] names)
    {
        columns.Add(new(kind, dutch, names));
        return this;
    }
}

/// <summary>Gegeven: columns that together are one thing, in the words of a resident.</summary>
public sealed record StoredColumns(DataKind Kind, string Dutch, IReadOnlyList<string> Names);
