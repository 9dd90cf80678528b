using Microsoft.Data.Sqlite;
using Npgsql;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Tests.TestData;

/// <summary>A database of one test's own, removed afterwards: empty, or a copy of one that was migrated or filled once for all tests.</summary>
public sealed class EmptyDatabase : IAsyncDisposable
{
    private static readonly Dictionary<Engine, Lazy<Task<EmptyDatabase>>> Templates = new()
    {
        [Engine.Sqlite] = new(() => Template(Engine.Sqlite)),
        [Engine.Postgres] = new(() => Template(Engine.Postgres)),
    };

    private readonly string name;

    private EmptyDatabase(Engine engine, string name) =>
        (Engine, this.name, Connection) = (engine, name, DatabaseConnection.Parse(engine == Engine.Postgres ? Named(name) : Path.Combine(name, "test.db")));

    public Engine Engine { get; }

    public DatabaseConnection Connection { get; }

    /// <summary>A database without a single table.</summary>
    public static async Task<EmptyDatabase> Create(Engine engine)
    {
        if (engine == Engine.Sqlite) return new(engine, System.IO.Directory.CreateTempSubdirectory("samenkracht-").FullName);
        var name = $"test_{Guid.NewGuid():N}";
        await Server($"CREATE DATABASE {name}");
        return new(engine, name);
    }

    /// <summary>A database with the whole schema and no rows.</summary>
    public static async Task<EmptyDatabase> CreateMigrated(Engine engine)
    {
        var template = await Templates[engine].Value;
        if (engine == Engine.Sqlite)
        {
            var copy = await Create(engine);
            foreach (var file in System.IO.Directory.GetFiles(template.name, "*.db"))
                File.Copy(file, Path.Combine(copy.name, Path.GetFileName(file)));
            return copy;
        }
        var name = $"test_{Guid.NewGuid():N}";
        await Server($"CREATE DATABASE {name} TEMPLATE {template.name}");
        return new(engine, name);
    }

    /// <summary>A database with all that is in this SQLite file.</summary>
    public static async Task<EmptyDatabase> CreateFilled(string file)
    {
        var copy = await Create(Engine.Sqlite);
        File.Copy(file, Path.Combine(copy.name, "test.db"));
        return copy;
    }

    /// <summary>A database of PostgreSQL, as another was written to a file by pg_dump. That one is taken away first, with the role of its application: a restore has neither.</summary>
    public static async Task<EmptyDatabase> Restored(EmptyDatabase lost)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{lost.name}.dump");
        try
        {
            var role = "";
            await using (var open = new NpgsqlConnection(lost.Connection.OwnerText))
            {
                await open.OpenAsync();
                await using var asked = new NpgsqlCommand("SELECT sight.app_role()", open);
                role = (string)(await asked.ExecuteScalarAsync())!;
            }
            await Program("pg_dump", lost.name, "--format=custom", $"--file={file}");
            await lost.DisposeAsync();
            var restored = await Create(Engine.Postgres);
            // Other databases of the tests have the role too, so that it cannot go; that it must be there is what PostgreSQL says by itself.
            Assert.StartsWith("samenkracht_app_", role);
            await Program("pg_restore", restored.name, "--exit-on-error", file);
            return restored;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task Program(string name, string database, params string[] arguments)
    {
        var server = new NpgsqlConnectionStringBuilder(Postgres);
        var folder = System.IO.Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).OrderDescending().FirstOrDefault(bin => File.Exists(Path.Combine(bin, name)));
        var start = new System.Diagnostics.ProcessStartInfo(folder is null ? name : Path.Combine(folder, name),
            ["--host", server.Host!, "--port", $"{server.Port}", "--username", server.Username!, "--dbname", database, .. arguments])
        { RedirectStandardError = true };
        start.Environment["PGPASSWORD"] = server.Password;
        using var run = System.Diagnostics.Process.Start(start)!;
        var said = await run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync();
        Assert.True(run.ExitCode == 0, $"{name}: {said}");
    }

    public async ValueTask DisposeAsync()
    {
        Release();
        if (Engine == Engine.Postgres) await Server($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        else System.IO.Directory.Delete(name, recursive: true);
    }

    private static async Task<EmptyDatabase> Template(Engine engine)
    {
        var template = await Create(engine);
        await new Migrator(template.Connection).Migrate();
        template.Release();
        return template;
    }

    // Closing the last connection also folds SQLite's write-ahead log into the file, so that the file alone is the database.
    private void Release()
    {
        foreach (var text in (string[])[Connection.Text, Connection.ReadLogText])
            if (Engine == Engine.Postgres) NpgsqlConnection.ClearPool(new NpgsqlConnection(text));
            else SqliteConnection.ClearPool(new SqliteConnection(text));
    }

    private static string Named(string name) => new NpgsqlConnectionStringBuilder(Postgres) { Database = name, MaxPoolSize = 20 }.ToString();

    private static string Postgres => Environment.GetEnvironmentVariable("SAMENKRACHT_TEST_POSTGRES") is { Length: > 0 } text ? text
        : throw new InvalidOperationException(
            "This test needs PostgreSQL. Run it with './samenkracht test FILTER' or under 'tests/with-postgres COMMAND', which start one.");

    private static async Task Server(string sql)
    {
        await using var connection = new NpgsqlConnection(Postgres);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
