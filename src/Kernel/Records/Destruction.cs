using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Kernel.Records;

/// <summary>Wat vernietigd wordt: a whole household, what of it lies under one law, one of its people, what about one of them lies under one law, or a signal that became no question.</summary>
/// <param name="Household">Whose file; with <paramref name="Law"/>, <paramref name="Person"/> or both only that part of it.</param>
public sealed record DestroyedFile(HouseholdId? Household = null, Law? Law = null, Guid? Person = null, Guid? Signal = null);

/// <summary>Vernietigen: removes every row that belongs to a file, in one transaction, by what the modules declared of their tables (docs/adr/0060).</summary>
/// <remarks>
/// In plain SQL, because it is about tables and not about entities: what nobody maps any more must go too. The only values in the text are ids and the name of a law.
/// The journal keeps its lines, for it is a chain; the keys that open them go (docs/adr/0004, 0060).
/// </remarks>
public static class Destruction
{
    /// <summary>Destroys, and returns for each table how many rows went. The caller notes it in the journal and commits.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> Destroy(this Work work, DestroyedFile file, CancellationToken cancel = default)
    {
        if (!work.Actor.IsSystem) throw new InvalidOperationException("Only the system destroys, on the archivist's approval.");
        var rows = await Rows(work, file, cancel);
        var gone = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in work.Personal.Destroyed.Reverse())
            if (rows.Of(table) is { } condition && await Execute(work, $"DELETE FROM {table} WHERE {condition}", cancel) is > 0 and var count)
                gone[table] = count;
        await work.Raise(new FileDestroyed(file), cancel);
        return gone;
    }

    /// <summary>How many rows would go from each table.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> WouldDestroy(this Work work, DestroyedFile file, CancellationToken cancel = default)
    {
        var rows = await Rows(work, file, cancel);
        var counts = work.Personal.Destroyed.Select(table => (table, condition: rows.Of(table))).Where(t => t.condition is not null).ToList();
        var found = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await using var command = Command(work, string.Join(" UNION ALL ", counts.Select(t => $"SELECT '{t.table}', count(*) FROM {t.table} WHERE {t.condition}")));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            if (reader.GetInt64(1) is > 0 and var count) found[reader.GetString(0)] = (int)count;
        return found;
    }

    private static async Task<FileRows> Rows(Work work, DestroyedFile file, CancellationToken cancel)
    {
        var rows = new FileRows(work.Personal, file);
        foreach (var drawing in work.Personal.Drawings)
            if (rows.Of(drawing.Table) is { } condition)
                rows.Add(drawing.Subject, await Ids(work, Select(drawing, condition), cancel));
        return rows;
    }

    private static string Select(Drawing drawing, string condition) =>
        $"SELECT DISTINCT {drawing.Column} FROM {drawing.Table} WHERE {drawing.Column} IS NOT NULL AND ({condition}){(drawing.Where is null ? "" : $" AND {drawing.Where}")}";

    private static async Task<List<Guid>> Ids(Work work, string sql, CancellationToken cancel)
    {
        await using var command = Command(work, sql);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var ids = new List<Guid>();
        while (await reader.ReadAsync(cancel)) ids.Add(reader.GetGuid(0));
        return ids;
    }

    private static async Task<int> Execute(Work work, string sql, CancellationToken cancel)
    {
        await using var command = Command(work, sql);
        return await command.ExecuteNonQueryAsync(cancel);
    }

    private static DbCommand Command(Work work, string sql)
    {
        var command = work.Context.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.Transaction) = (sql, work.Context.Database.CurrentTransaction!.GetDbTransaction());
        return command;
    }
}

/// <summary>Which rows of each table belong to a file, as a condition in SQL.</summary>
internal sealed class FileRows
{
    private readonly PersonalTables tables;
    private readonly DestroyedFile file;
    private readonly Dictionary<string, HashSet<Guid>> subjects = [];

    public FileRows(PersonalTables tables, DestroyedFile file)
    {
        (this.tables, this.file) = (tables, file);
        if (file.Signal is { } signal) Add("signal", [signal]);
        if (file.Law is not null) return;
        if (file.Person is { } person) Add("person", [person]);
        else if (file.Household is { } household) Add("household", [household.Value]);
    }

    public void Add(string subject, IEnumerable<Guid> ids)
    {
        if (!subjects.TryGetValue(subject, out var known)) subjects[subject] = known = [];
        known.UnionWith(ids);
    }

    /// <summary>Null when nothing of this table can belong to the file.</summary>
    public string? Of(string table)
    {
        var parts = new List<string>();
        if (subjects.TryGetValue(table, out var ids) && ids.Count > 0) parts.Add($"{table}.id IN ({List(ids)})");
        if (file is { Law: { } law, Household: { } household } && tables.LawOf(table) is { } column && About(table) is { } about)
            parts.Add($"({table}.household = '{Literal(household.Value)}' AND {table}.{column} = '{law}'{about})");
        // How they were called and what was said of them was written with the household's keys, also under a law: of all those lines, the others' too, only the kind and the day are left.
        if (file is { Person: not null, Law: null, Household: { } home } && table == "journal_key") parts.Add($"household = '{Literal(home.Value)}'");
        foreach (var belonging in tables.Of(table))
            if (Of(belonging.To) is { } condition)
                parts.Add(Pointing(belonging, condition));
        return parts.Count == 0 ? null : string.Join(" OR ", parts);
    }

    // Under one law what is about this person: what is about the household as a whole is of the others too. The key of that law's lines opens what was said of them all; it goes.
    private string? About(string table) =>
        file.Person is not { } person || table == "journal_key" ? ""
        : tables.Of(table).FirstOrDefault(b => b.To == "person") is { } about ? $" AND {table}.{about.Column} = '{Literal(person)}'" : null;

    // A subject's ids stand there at once; another table's rows are asked for.
    private string Pointing(Belonging belonging, string condition) =>
        subjects.TryGetValue(belonging.To, out var ids) && !tables.Of(belonging.To).Any()
            ? $"{belonging.Table}.{belonging.Column} IN ({List(ids)})"
            : $"{belonging.Table}.{belonging.Column} IN (SELECT {belonging.Key} FROM {belonging.To} WHERE {condition})";

    private static string List(IEnumerable<Guid> ids) => string.Join(", ", ids.Select(id => $"'{Literal(id)}'"));

    // As SQLite keeps it; PostgreSQL reads it too.
    private static string Literal(Guid id) => id.ToString().ToUpperInvariant();
}
