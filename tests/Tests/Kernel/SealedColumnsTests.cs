using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.App.Commands;
using Samenkracht.App.Papers;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Accountability;
using Samenkracht.Kernel.Keys;
using Samenkracht.Residents.Contract;
using Samenkracht.Signals;
using Samenkracht.Signals.Tell;
using Samenkracht.Support.Ask;
using Samenkracht.Support.Contract;
using Samenkracht.Support.Converse;
using Samenkracht.Support.Letters;
using Samenkracht.Tests.Signals;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.KernelTests;

/// <summary>What lies at rest tells nothing (docs/adr/0088): not a row, not the file.</summary>
public class SealedColumnsTests
{
    private const string Word = "Zevenblad";

    private static readonly JournalKind Saved = new("test.saved", "Bewaard", Purpose.Support);

    /// <summary>Of one who is hidden: place, postcode, day of birth and telephone.</summary>
    private static readonly string[] Who = ["Schuildorp", "9753 KZ", "9753kz", "1987-06-05", "0350 100 377"];

    [Fact]
    public async Task Every_text_about_people_is_sealed_by_its_mapping()
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        await using var work = await database.Read(Actor.System);
        var kept = work.Context.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Select(p => p.GetValueConverter()).OfType<ISealedColumn>().Select(c => c.Place).ToHashSet();
        var texts = from table in PaperSubject.Declarations<StoredData>()
                    from column in table.Columns
                    where column.Kind == StoredData.AnyKind
                    from name in column.Names
                    select $"{table.Table}.{name}";

        // The journal seals its lines itself, with keys that are destroyed.
        Assert.Equal("", string.Join(", ", texts.Except(kept).Except(["journal_line.payload"])));
    }

    [Theory, BothDatabases]
    public async Task No_row_and_no_file_holds_a_text_of_the_compartment_and_who_may_see_it_reads_it_also_under_new_keys(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var home = await town.Household($"vrouw {Word}", new Address($"{Word}laan", "8", "9753 KZ", "Schuildorp", null), safety: SafetyMark.Shielded,
            people: [new NewPerson($"Mina {Word}", BirthDate: new DateOnly(1987, 6, 5), Phone: "0350 100 377")]);
        await town.Ask(home, $"{Word} vraag", safety: SafetyMark.Shielded);
        await town.Talk(home, $"{Word} gesprek");
        await town.Letter(home, (await town.People(home)).Values.First(), $"{Word} brief", safety: SafetyMark.Shielded);
        await town.Plan(home);
        var signal = await SignalTestData.Give(database.Storage, town.Sanne, SignalTestData.Concern($"{Word} signaal", Word, theme: Theme.Safety));
        await SignalTestData.Withhold(database.Storage, town[Role.AttentionOfficer], signal.Id, $"{Word} reden");

        await NothingOf(database, [Word, nameof(Ground.Danger), .. Who]);
        Assert.Equal($"{Word} vraag, {Word} gesprek, {Word} brief, Doel 1, {Word} signaal, {Word} reden, Danger", await Reads(database, town));

        var before = await Questions(database);
        database.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True(await KeysCommand.Rotate(database.Storage, database.Services.GetServices<IReseal>(), default) > 6);

        Assert.NotEqual(before[..16], (await Questions(database))[..16]);
        Assert.Equal($"{Word} vraag, {Word} gesprek, {Word} brief, Doel 1, {Word} signaal, {Word} reden, Danger", await Reads(database, town));
        await NothingOf(database, [Word, .. Who]);
        await using var officer = await database.Read(town[Role.AttentionOfficer]);
        Assert.Equal(1, await new Samenkracht.Signals.Worklist.WorklistQuery(Samenkracht.Signals.Worklist.Show.Open, null, Samenkracht.Signals.Worklist.Sorting.Newest, $"signaal {Word}").Count(officer, default));
    }

    [Theory, BothDatabases]
    public async Task Nobody_can_seek_in_what_is_sealed_and_it_is_written_only_with_the_work_that_keeps_it(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var home = await town.Household();
        await town.Ask(home, "Rust");
        await using var work = await database.Begin(Actor.System);

        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => work.Query<Question>().AnyAsync(q => q.Text == Word));
        var question = await work.Query<Question>().SingleAsync();
        work.Context.Entry(question).Property(q => q.Text).CurrentValue = Word;
        await Assert.ThrowsAnyAsync<Exception>(() => work.Context.SaveChangesAsync());
    }

    /// <summary>In the same change that hides or shows it: with the names of all its people, and what they are found by.</summary>
    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_is_hidden_is_hidden_at_rest_at_once_still_found_by_who_may_and_blind_and_readable_again_when_it_is_lifted(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var home = await town.Household($"gezin {Word}", new Address("Melkpad", "8", "9753 KZ", "Schuildorp", null), people: [new NewPerson($"Mina {Word}", BirthDate: new DateOnly(1987, 6, 5))]);
        Assert.Equal([$"mina {Word.ToLowerInvariant()}|1987-06-05|", $"gezin {Word.ToLowerInvariant()} melkpad 8 9753 kz schuildorp|melkpad 8|9753kz 8"], await FoundBy(app));
        var (sanne, officer) = (await app.SignedIn(town.Sanne), await app.SignedIn(town[Role.AttentionOfficer]));

        (await (await sanne.Get($"/huishoudens/{home}/gegevens")).Submit(form: "form[action*=Shield]")).ShouldBeOk();

        Assert.All(await FoundBy(app), found => Assert.DoesNotContain(found.Split('|', ' '), part => part.Length > 0 && $"mina gezin {Word} melkpad 8 9753 kz schuildorp 9753kz 1987-06-05".Contains(part, StringComparison.OrdinalIgnoreCase)));
        Assert.Contains($"Mina {Word}", (await officer.Get($"/huishoudens/{home}/mensen")).ShouldBeOk().Main);
        await using (var seeks = await app.Read(town[Role.AttentionOfficer]))
        {
            Assert.Equal(1, await seeks.HouseholdsNamed($"Mína {Word} melkpad").CountAsync());
            Assert.Equal(0, await seeks.HouseholdsNamed("Mini").CountAsync());
            Assert.Equal(home, Assert.Single(await HiddenMatches.In(seeks, $"Het is vast mina {Word.ToUpperInvariant()} hiernaast.")));
            Assert.Equal(home, Assert.Single(await HiddenMatches.In(seeks, "Het is op Melkpad 8.")));
        }
        await KeysCommand.Rotate(app.Storage, app.Services.GetServices<IReseal>(), default);
        await using (var seeks = await app.Read(town[Role.AttentionOfficer]))
        {
            Assert.Equal(1, await seeks.HouseholdsNamed(Word).CountAsync());
            Assert.Equal(home, Assert.Single(await HiddenMatches.In(seeks, $"mina {Word}")));
        }

        (await (await officer.Get($"/huishoudens/{home}/gegevens")).Submit(form: "form[action*=Lift]")).ShouldBeOk();

        Assert.Equal([$"mina {Word.ToLowerInvariant()}|1987-06-05|", $"gezin {Word.ToLowerInvariant()} melkpad 8 9753 kz schuildorp|melkpad 8|9753kz 8"], await FoundBy(app));
    }

    /// <summary>What somebody saved and has yet to commit is sealed anew as they left it, and not as it was read before.</summary>
    [Theory, BothDatabases]
    public async Task New_keys_undo_nothing_that_is_saved_meanwhile(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var home = await town.Household();
        await town.Ask(home, "Oud");
        Task<int> rotated;
        await using (var saves = await database.Begin(Actor.System))
        {
            var question = await saves.Query<Question>().SingleAsync();
            saves.Context.Entry(question).Property(q => q.Text).CurrentValue = "Nieuw";
            await saves.Flush();
            rotated = Task.Run(() => KeysCommand.Rotate(database.Storage, database.Services.GetServices<IReseal>(), default));
            await Task.Delay(Secrets.KeyTravels + TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
            Assert.False(rotated.IsCompleted);
            await saves.Note(saves.Because(Saved), home.Value, home);
            await saves.Commit();
        }
        await rotated;

        await using var work = await database.Read(Actor.System);
        Assert.Equal("Nieuw", (await work.Query<Question>().SingleAsync()).Text);
    }

    private static async Task<string[]> FoundBy(WebApp app)
    {
        await using var work = await app.Read(Actor.System);
        var person = await work.Query<Samenkracht.Residents.People.Person>().SingleAsync();
        var household = await work.Query<Samenkracht.Residents.Household>().SingleAsync();
        return [$"{person.SearchName}|{person.BornOn:O}|{person.NameKey}", $"{household.SearchText}|{household.AddressKey}|{household.PostcodeKey}"];
    }

    private static async Task<string> Reads(TestDatabase database, Town town)
    {
        await using var work = await database.Read(Actor.System);
        await using var officer = await database.Read(town[Role.AttentionOfficer]);
        var notice = await officer.Query<Notice>().SingleAsync();
        return string.Join(", ", (await work.Query<Question>().SingleAsync()).Text, (await work.Query<Conversation>().SingleAsync()).Text, (await work.Query<Letter>().SingleAsync()).Subject,
            (await work.Query<Samenkracht.Support.Plans.Goal>().SingleAsync()).Text, (await officer.Query<Signal>().SingleAsync()).Text, notice.Reason, notice.Ground);
    }

    private static async Task<byte[]> Questions(TestDatabase database)
    {
        await using var open = await MigratorTests.Open(database.Connection);
        await using var command = open.CreateCommand();
        command.CommandText = "SELECT text FROM question";
        return (byte[])(await command.ExecuteScalarAsync())!;
    }

    /// <summary>As text, as bytes, and as the hexadecimal digits in which PostgreSQL shows bytes; in SQLite's files, its log beside them too.</summary>
    internal static async Task NothingOf(TestDatabase database, params string[] words)
    {
        var all = database.Connection.IsPostgres ? await Dump(database) : Files(database);
        Assert.True(all.Length > 1000, "Nothing was looked at.");
        foreach (var word in words)
        {
            Assert.DoesNotContain(word, all, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToHexString(Encoding.UTF8.GetBytes(word)), all, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static string Files(TestDatabase database)
    {
        var home = Path.GetDirectoryName(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(database.Connection.Text).DataSource)!;
        return string.Concat(System.IO.Directory.GetFiles(home).Select(file =>
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(open, Encoding.Latin1);
            return reader.ReadToEnd();
        }));
    }

    private static async Task<string> Dump(TestDatabase database)
    {
        await using var open = new Npgsql.NpgsqlConnection(database.Connection.OwnerText);
        await open.OpenAsync();
        var dump = new StringBuilder();
        foreach (var table in await Column(open, "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()"))
            foreach (var row in await Column(open, $"SELECT t::text FROM \"{table}\" t")) dump.AppendLine(row);
        return dump.ToString();
    }

    private static async Task<List<string>> Column(DbConnection open, string sql)
    {
        await using var command = open.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await rows.ReadAsync()) found.Add(rows.GetString(0));
        return found;
    }
}
