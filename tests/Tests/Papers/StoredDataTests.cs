using Npgsql;
using Samenkracht.App.Papers;
using Samenkracht.Kernel.Accountability;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Papers;

/// <summary>Every column of the database was weighed: what it holds about whom, and how closely the law guards it.</summary>
public class StoredDataTests
{
    private const string Columns = """
        SELECT table_name || '.' || column_name FROM information_schema.columns
        WHERE table_schema = current_schema() AND table_name NOT IN ('schema_version', 'read_log_version')
        """;

    private static readonly StoredData[] Stored = [.. PaperSubject.Declarations<StoredData>()];

    [Fact]
    public async Task Every_column_is_declared_once_and_nothing_else_is()
    {
        await using var database = await EmptyDatabase.CreateMigrated(Engine.Postgres);
        var columns = await Columns_of(database);
        var declared = Stored.SelectMany(table => table.Columns.SelectMany(c => c.Names).Select(name => $"{table.Table}.{name}")).ToList();

        var (missing, gone) = (columns.Except(declared).Order(), declared.Except(columns).Order());

        Assert.True(!missing.Any() && !gone.Any(), $"Say in the module's …Data.cs what kind of data this is, so that the register of processing tells it. New: {string.Join(", ", missing)}. Gone: {string.Join(", ", gone)}.");
        Assert.Equal(declared.Distinct().Count(), declared.Count);
    }

    /// <summary>A column by one of these names is about somebody, whatever its module calls it.</summary>
    [Fact]
    public void What_sounds_like_a_person_is_not_called_plain()
    {
        string[] telling = ["phone", "phone_number", "email", "street", "house_number", "postcode", "birth_date", "bsn", "contact_name", "doer_name", "about", "words", "reason"];

        var plain = from table in Stored
                    where table.Table != "organisation"
                    from column in table.Columns
                    where column.Kind == DataKind.None
                    from name in column.Names.Intersect(telling)
                    select $"{table.Table}.{name}";

        Assert.Empty(plain);
    }

    [Fact]
    public void What_is_about_someone_has_Dutch_words_and_what_is_about_nobody_has_none() => Assert.All(Stored, table =>
    {
        Assert.All(table.Columns, column => Assert.Equal(column.Kind == DataKind.None, column.Dutch.Length == 0));
        Assert.True(table.About != DataSubject.Nobody || table.Columns.All(column => column.Kind == DataKind.None), table.Table);
    });

    private static async Task<HashSet<string>> Columns_of(EmptyDatabase database)
    {
        await using var open = new NpgsqlConnection(database.Connection.OwnerText);
        await open.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(Columns, open);
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var found = new HashSet<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken)) found.Add(rows.GetString(0));
        return found;
    }
}
