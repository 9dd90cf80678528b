using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Tests.KernelTests;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Records;

/// <summary>The list of what is destroyed with a file, held against both databases: a new table fails here until it says what becomes of its rows.</summary>
public class PersonalTablesTests
{
    private static readonly PersonalTables Declared = new ModelMap(Samenkracht.App.Modules.All).Personal;

    // Of the migrator, and kept apart from the model.
    private static readonly string[] Bookkeeping = ["schema_version", "read_log_version"];

    [Theory, BothDatabases]
    public async Task Every_table_says_what_becomes_of_its_rows_when_a_file_is_destroyed(Engine engine)
    {
        var tables = (await Read(engine)).Columns.Select(column => column.Split('.')[0]).Append("read_line").Except(Bookkeeping).ToHashSet();

        var said = Declared.Destroyed.Concat(Declared.Staying.Keys).ToList();

        Assert.Equal("", string.Join(", ", tables.Except(said)));
        Assert.Equal("", string.Join(", ", said.Except(tables)));
        Assert.Empty(Declared.Destroyed.Intersect(Declared.Staying.Keys));
    }

    /// <summary>A column that points at a row which can go: the row that has it goes too, or cannot be left pointing.</summary>
    [Theory, BothDatabases]
    public async Task Whatever_points_at_something_that_is_destroyed_goes_with_it(Engine engine)
    {
        var forgotten = new List<string>();
        foreach (var key in (await Read(engine)).ForeignKeys)
        {
            var (child, columns, parent) = Parts(key);
            if (!Declared.Destroyed.Contains(parent)) continue;
            // Who worked here is no part of a file; their name stands in the table of accounts alone.
            if (parent == "account" && child != "resident_account") continue;
            if (!Declared.Of(child).Any(way => way.To == parent && columns.Contains(way.Column))) forgotten.Add(key);
        }

        Assert.Equal("", string.Join('\n', forgotten));
    }

    [Theory, BothDatabases]
    public async Task What_stays_points_at_nobody_by_more_than_an_id_in_a_log(Engine engine)
    {
        string[] people = ["household", "person", "signal", "question", "goal", "plan", "member"];

        var pointing = (await Read(engine)).Columns.Select(column => column.Split('.', ' '))
            .Where(column => Declared.Staying.ContainsKey(column[0]) && people.Any(about => column[1] == about || column[1].EndsWith($"_{about}", StringComparison.Ordinal)))
            .Select(column => $"{column[0]}.{column[1]}");

        // The question of an agenda item is a text for a table. The read log's household is an id in a log too; on SQLite it lies in a file of its own.
        // What was destroyed is named by ids that nothing explains any more: the proof that the law asks for.
        Assert.Equal(["agenda_item.question", "destruction.household", "destruction.person", "destruction.signal", "journal_line.household"], pointing);
    }

    [Fact]
    public void A_table_is_declared_after_those_that_it_refers_to()
    {
        var order = Declared.Destroyed.ToList();

        Assert.All(order.SelectMany(Declared.Of), way => Assert.True(order.IndexOf(way.To) >= 0 && order.IndexOf(way.To) < order.IndexOf(way.Table), way.ToString()));
        Assert.All(Declared.Staying.Values, why => Assert.NotEmpty(why));
    }

    // "goal(household, plan) -> plan(household, id) no action"
    private static (string Child, string[] Columns, string Parent) Parts(string key)
    {
        var parts = key.Split('(', ')', '>');
        return (parts[0], parts[1].Split(", "), parts[3].Trim());
    }

    private static async Task<Catalog> Read(Engine engine)
    {
        await using var database = await EmptyDatabase.CreateMigrated(engine);
        return await Catalog.Read(database.Connection);
    }
}
