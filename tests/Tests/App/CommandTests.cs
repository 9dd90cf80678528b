using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Logs;
using Samenkracht.Kernel.Reading;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.App;

/// <summary>The program as the command line sees it: what it says and with which status it ends.</summary>
public sealed class CommandTests : IDisposable
{
    private static readonly JournalKind Done = new("test.verified", "Gedaan", Purpose.Support);

    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("samenkracht command ");

    [Fact]
    public async Task An_administrator_is_made_with_a_password_from_the_input()
    {
        var made = await Run("een heel lang wachtwoord\n", "admin", "create", "--email", "beheer@voorbeeld.nl");
        var again = await Run("een heel lang wachtwoord\n", "admin", "create", "--email", "beheer@voorbeeld.nl");
        var journal = await Run("", "verify-log");

        Assert.True(made.Status == 0, made.Text);
        Assert.Contains("beheer@voorbeeld.nl", made.Text);
        Assert.Equal(1, again.Status);
        Assert.True(journal.Status == 0, journal.Text);
        Assert.Contains("Journaal: 0 regels verzegeld", journal.Text);
    }

    [Fact]
    public async Task Verify_log_ends_with_one_and_names_what_was_done_to_which_log_and_where()
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        for (var n = 0; n < 3; n++)
        {
            await using var work = await database.Begin(Actor.System);
            await work.Note(work.Because(Done), Guid.NewGuid());
            await work.Commit();
            await database.Services.GetRequiredService<ReadLog>().Looked(Actor.System, Id.New<HouseholdId>(), "Huishouden", Purpose.Support);
        }
        await database.Services.GetRequiredService<Chains>().Seal();
        await Tamper(database.Connection.Text, "DROP TRIGGER journal_line_no_update; UPDATE journal_line SET actor_role = 'Onzin' WHERE seq = 2");
        await Tamper(database.Connection.ReadLogText, "DROP TRIGGER read_line_no_delete; DELETE FROM read_line WHERE seq = 3");

        var result = await Run("", "verify-log", "--database", database.Connection.Text);

        Assert.Equal(1, result.Status);
        Assert.Contains("Geen bewaard zegel gevonden", result.Text);
        Assert.Matches(@"(?s)Journaal: 3 regels verzegeld.*Regel 2 is gewijzigd\..*Klopt NIET\. De eerste fout staat bij zegel 2\."
            + @".*Inzagelog: 3 regels verzegeld.*Regel 3 is verwijderd\..*Klopt NIET\. De eerste fout staat bij zegel 3\..*Logboek dataverwerkingen: 3 regels verzegeld.*Klopt\.", result.Text);
    }

    /// <summary>By another way to spell the same database the proof of a cut end would not be found.</summary>
    [Theory]
    [InlineData("gemeente.db", "Data Source=./var/../gemeente.db;Pooling=False", true)]
    [InlineData("gemeente.db", "var/gemeente.db", false)]
    [InlineData("Host=db;Database=sk;Username=a", "username=b;Password=c;port=5432;host=DB;Database=sk", true)]
    [InlineData("Host=db;Database=sk;Username=a", "Host=db;Port=5433;Database=sk;Username=a", false)]
    [InlineData("Host=db;Database=sk;Username=a", "Host=db;Database=ander;Username=a", false)]
    public void What_is_kept_beside_the_keys_is_found_however_the_database_is_spelled(string one, string other, bool same)
    {
        Assert.Equal(same, Kept(one) == Kept(other));
        if (!one.Contains('=')) Assert.Equal(Kept(one), Kept(Path.GetFullPath(one)));

        string Kept(string database) => new Samenkracht.App.Deployment(Samenkracht.Kernel.Storage.DatabaseConnection.Parse(database), folder.FullName, IsDemo: false).BesideKeys("zegels");
    }

    [Fact]
    public async Task A_short_password_is_refused()
    {
        var result = await Run("kort\n", "admin", "create", "--email", "beheer@voorbeeld.nl");

        Assert.Equal(1, result.Status);
        Assert.Contains("12", result.Text);
    }

    [Theory]
    [InlineData("import areas", "--boundaries ontbreekt.")]
    [InlineData("import areas --boundaries x --year veel", "--year: 'veel' kan niet.")]
    [InlineData("import areas --boundaries x --year", "--year heeft een waarde nodig.")]
    [InlineData("import", "Kies wat u wilt: areas.")]
    [InlineData("demo --port 70000", "--port: '70000' kan niet.")]
    [InlineData("scan-again", "nummer ontbreekt.")]
    [InlineData("dans", "'dans' hoort hier niet.")]
    public async Task Wrong_use_ends_with_two_and_names_the_mistake_in_Dutch(string line, string mistake)
    {
        var result = await Run("", line.Split(' '));

        Assert.Equal(2, result.Status);
        Assert.StartsWith(mistake, result.Text);
        Assert.EndsWith("--help", result.Text.TrimEnd());
        Assert.DoesNotMatch("Option|Cannot|Required|Unrecognized", result.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("demo")]
    [InlineData("serve")]
    [InlineData("import areas")]
    [InlineData("admin create")]
    [InlineData("verify-log")]
    [InlineData("scan")]
    [InlineData("scan-again")]
    [InlineData("papers")]
    [InlineData("sbom")]
    public async Task Every_command_explains_itself_in_Dutch(string line)
    {
        var result = await Run("", [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal(0, result.Status);
        Assert.Contains("Gebruik:", result.Text);
        Assert.DoesNotMatch("Usage|Options|Description|Show |REQUIRED|default", result.Text);
    }

    [Theory]
    [InlineData("forget-again ontbreekt.json", "ontbreekt.json is er niet")]
    [InlineData("import areas --boundaries bestaat-niet.geojson --year 2022", "bestaat-niet.geojson")]
    [InlineData("serve", "SAMENKRACHT_DATABASE")]
    public async Task Bad_input_ends_with_one_and_says_why(string line, string reason)
    {
        var result = await Run("", line.Split(' '));

        Assert.Equal(1, result.Status);
        Assert.Contains(reason, result.Text);
        Assert.DoesNotContain("   at ", result.Text);
    }

    [Fact]
    public async Task An_installation_needs_a_key_folder()
    {
        var result = await Run("", ["serve"], ("SAMENKRACHT_DATABASE", Path.Combine(folder.FullName, "own.db")));

        Assert.Equal(1, result.Status);
        Assert.Contains("SAMENKRACHT_KEYS", result.Text);
    }

    [Fact]
    public async Task The_papers_for_going_live_are_written_once_with_the_settings_of_this_municipality()
    {
        string[] line = ["papers", "--gemeente", "Waterveen", "--naar", Path.Combine(folder.FullName, "papieren")];

        var first = await Run("", line, ("Signalen__Termijnen__WekenBurenmelding", "3"));
        var second = await Run("", line, ("Signalen__Termijnen__WekenBurenmelding", "3"));

        Assert.Equal(0, first.Status);
        Assert.Contains("wordt gewist na 3 weken.", await File.ReadAllTextAsync(Path.Combine(folder.FullName, "papieren", "privacyverklaring-gemeente.md"), TestContext.Current.CancellationToken));
        Assert.Equal(1, second.Status);
        Assert.Contains("is er al", second.Text);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task Tamper(string database, string sql)
    {
        await using var open = new SqliteConnection(database);
        await open.OpenAsync();
        await using var command = new SqliteCommand(sql, open);
        await command.ExecuteNonQueryAsync();
    }

    private Task<(int Status, string Text)> Run(string input, params string[] arguments) => Run(input, arguments, ("SAMENKRACHT_DATABASE", ""));

    private async Task<(int Status, string Text)> Run(string input, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Samenkracht.App.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.FullName,
            Environment = { ["SAMENKRACHT_VAR"] = folder.FullName, ["SAMENKRACHT_KEYS"] = null },
        };
        foreach (var (name, value) in environment) start.Environment[name] = value.Length == 0 ? null : value;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
