using Npgsql;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Bench.Pages;

/// <summary>Opening a household, the worklist, the list and search beside the bare SQL that they need: 100,000 households, 1,000 accounts and 2 million lines in
/// the journal, for a member with 40 households and a lead with 4,000, on both databases.</summary>
static class PagesBench
{
    const string Server = "SAMENKRACHT_TEST_POSTGRES";
    const int SearchesPerMinute = 60;

    public static async Task Run(TextWriter output, string[] arguments)
    {
        var options = PagesOptions.Parse(arguments);
        if (options.Postgres && Environment.GetEnvironmentVariable(Server) is null or "")
            throw new InvalidOperationException($"{Server} names no PostgreSQL: run this under tests/with-postgres, or with --sqlite.");
        if (options.Sqlite) await OnSqlite(output, options);
        if (options.Postgres) await OnPostgres(output, options);
    }

    static async Task OnSqlite(TextWriter output, PagesOptions options)
    {
        var folder = options.Keep is { } kept ? System.IO.Directory.CreateDirectory(kept) : System.IO.Directory.CreateTempSubdirectory("samenkracht-bench-");
        try
        {
            await Measure(output, DatabaseConnection.Parse(Path.Combine(folder.FullName, "crowded.db")), options);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            if (options.Keep is null) folder.Delete(recursive: true);
        }
    }

    static async Task OnPostgres(TextWriter output, PagesOptions options)
    {
        var server = Environment.GetEnvironmentVariable(Server)!;
        var name = options.Keep is null ? $"bench_{Guid.NewGuid():N}" : "bench_kept";
        if (!await Exists(server, name)) await Tell(server, $"CREATE DATABASE {name}");
        try
        {
            await Measure(output, DatabaseConnection.Parse(new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString()), options);
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            if (options.Keep is null) await Tell(server, $"DROP DATABASE {name} WITH (FORCE)");
        }
    }

    static async Task Measure(TextWriter output, DatabaseConnection database, PagesOptions options)
    {
        await new Migrator(database).Migrate();
        await using var site = await RunningSite.Start(database, options.Keep);
        var town = new CrowdedTown(site.Storage, options.Households);
        var filling = System.Diagnostics.Stopwatch.StartNew();
        if (!await town.IsThere()) await town.Build();
        output.WriteLine($"{(database.IsPostgres ? "PostgreSQL" : "SQLite")}: {town.Households:N0} households, {CrowdedTown.Teams * CrowdedTown.TeamSize:N0} accounts, {town.Households * CrowdedTown.LinesEach:N0} journal lines, filled in {filling.Elapsed.TotalSeconds:0} s; medians of {options.Rounds} rounds, in ms.");
        output.WriteLine($"{"",-22}{"",-26}{"bare SQL",10}{"site",10}{"times",8}{"of which SQL",14}{"statements",12}");
        foreach (var (who, actor) in new[] { ("member", town.Member), ("lead", town.Lead) })
            await Measure(output, who, actor, town, site, database, options);
    }

    static async Task Measure(TextWriter output, string who, Actor actor, CrowdedTown town, RunningSite site, DatabaseConnection database, PagesOptions options)
    {
        var households = town.Of(actor);
        // A sign-in may search so many times a minute, and no more.
        var browsers = new List<RunningSite.Browser>();
        for (var n = 0; n <= 2 * (options.WarmUp + options.Rounds) / SearchesPerMinute; n++) browsers.Add(await site.SignIn(actor));
        foreach (var scene in Scenes(town, actor).Where(scene => scene.Name.Contains(options.Only, StringComparison.Ordinal)))
        {
            var outcome = await scene.Run(site, database, browsers, households, options.WarmUp, options.Rounds);
            output.WriteLine($"{$"{who} with {households.Count:N0}",-22}{scene.Name,-26}{outcome.Bare,10:0.00}{outcome.Page,10:0.00}{outcome.Ratio,8:0.00}{outcome.Sql,14:0.00}{outcome.Statements,12}");
            if (options.Trace) await Trace(output, site, scene, browsers[0], households[0]);
        }
        browsers.ForEach(browser => browser.Dispose());
    }

    public static IEnumerable<Scene> Scenes(CrowdedTown town, Actor actor) =>
    [
        new("opening a household", (bare, h) => BareHousehold.Open(bare, town.IdOf(h).Value), (browser, h) => browser.Get($"/huishoudens/{town.IdOf(h)}")),
        new("worklist", (bare, _) => BareLists.Worklist(bare, actor), (browser, _) => browser.Get("/signalen")),
        new("search, a full name", (bare, h) => BareLists.Search(bare, town.NameOf(h)), (browser, h) => browser.Search(town.NameOf(h))),
        new("search, part of a name", (bare, h) => BareLists.Search(bare, town.NameOf(h)[^6..]), (browser, h) => browser.Search(town.NameOf(h)[^6..])),
        new("list of households", (bare, _) => BareLists.Households(bare, actor), (browser, _) => browser.Get("/huishoudens")),
    ];

    static async Task Trace(TextWriter output, RunningSite site, Scene scene, RunningSite.Browser browser, int household)
    {
        site.Statements.Trace = output;
        await scene.Page(browser, household);
        site.Statements.Trace = null;
    }

    static async Task<bool> Exists(string server, string name)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"SELECT EXISTS (SELECT FROM pg_database WHERE datname = '{name}')", connection);
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    static async Task Tell(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <param name="WarmUp">Rounds before measuring: a page of 25 questions is some thousands of methods, and .NET makes each good only after it ran often.</param>
/// <param name="Only">Scenes whose name holds this.</param>
/// <param name="Trace">Also shows each statement of the site.</param>
/// <param name="Keep">A folder in which what was filled stays, to measure again without filling.</param>
sealed record PagesOptions(int Households, int WarmUp, int Rounds, bool Sqlite, bool Postgres, string Only, bool Trace, string? Keep)
{
    public static PagesOptions Parse(string[] arguments)
    {
        string? Value(string name) => Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length ? arguments[at + 1] : null;
        int Number(string name, int otherwise) => Value(name) is { } text ? int.Parse(text) : otherwise;
        bool Has(string name) => arguments.Contains(name);
        return new(Number("--households", 100_000), Number("--warm-up", 3000), Number("--rounds", 101), !Has("--postgres"), !Has("--sqlite"), Value("--only") ?? "", Has("--trace"), Value("--keep"));
    }
}
