using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Samenkracht.Access.Contract;
using Samenkracht.App.Papers;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Accountability;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Papers;

/// <summary>docs/invoering: the papers for going live are what the program does today.</summary>
public partial class GoLivePapersTests
{
    private const string Switch = "SAMENKRACHT_WRITE_DOCS";

    private static readonly IReadOnlyList<Paper> Written = GoLivePapers.Write(PaperSubject.Anyone);

    [Fact]
    public void The_papers_are_current()
    {
        var folder = Repository.Path("docs", "invoering");
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            if (System.IO.Directory.Exists(folder)) System.IO.Directory.Delete(folder, recursive: true);
            System.IO.Directory.CreateDirectory(folder);
            foreach (var paper in Written) File.WriteAllText(Path.Combine(folder, paper.File), paper.Text);
        }

        var stale = Written.Where(paper => !File.Exists(Path.Combine(folder, paper.File)) || File.ReadAllText(Path.Combine(folder, paper.File)) != paper.Text).Select(paper => paper.File).ToList();
        Assert.True(stale.Count == 0, $"docs/invoering is not what the program does ({string.Join(", ", stale)}). Write it anew: {Switch}=1 ./samenkracht test GoLivePapersTests");
        Assert.Equal(Written.Select(paper => paper.File).Order(), System.IO.Directory.GetFiles(folder).Select(file => Path.GetFileName(file)).Order());
    }

    [Fact]
    public void A_measure_is_proven_by_tests_that_are_there()
    {
        var tests = typeof(GoLivePapersTests).Assembly.GetTypes().Where(type => type.GetMethods().Any(method => method.GetCustomAttributes(typeof(FactAttribute), inherit: true).Length > 0))
            .Select(type => type.Name).ToHashSet();

        Assert.All(Measure.All, measure => Assert.NotEmpty(measure.Proof));
        Assert.Empty(Measure.All.SelectMany(measure => measure.Proof).Except(tests));
    }

    [Fact]
    public void Every_law_purpose_and_organisation_is_described()
    {
        Assert.All(Enum.GetValues<Law>(), law => Assert.NotEmpty(LegalBasis.Of(law).Task));
        Assert.Equal(Enum.GetValues<Purpose>(), Activity.All.Select(activity => activity.Purpose));
        Assert.Equal(Enum.GetValues<OrganisationKind>(), ControllerOf.All.Select(controller => controller.Kind));
    }

    [Fact]
    public void Every_right_belongs_to_one_activity_so_that_the_register_tells_who_sees_what() =>
        Assert.Equal(Enum.GetValues<Permission>().Order(), Activity.All.SelectMany(activity => activity.Rights).Order());

    /// <summary>Who can never be in a circle keeps nothing about residents; who can, owes them a statement.</summary>
    [Fact]
    public void Whoever_may_join_a_circle_has_a_statement_and_nobody_else() =>
        Assert.Equal(Enum.GetValues<OrganisationKind>().Where(kind => kind.MayJoinCircle()), ControllerOf.Answering.Select(controller => controller.Kind));

    [Fact]
    public void What_is_kept_stands_in_the_register_under_what_it_is_for()
    {
        var register = Written.Single(paper => paper.File == "verwerkingsregister.md").Text;

        foreach (var stored in PaperSubject.Declarations<StoredData>().Where(stored => stored.About != DataSubject.Nobody))
        {
            var section = register.Split("\n### ").Single(part => Heading().Replace(part.Split('\n')[0], "") == stored.Purpose.Label());
            Assert.All(stored.Columns.Where(column => column.Kind != DataKind.None), column => Assert.Contains(column.Dutch, section));
        }
    }

    [Fact]
    public void Each_paper_says_that_it_is_a_draft_made_from_which_version_and_leaves_no_gap_of_its_own() => Assert.All(Written, paper =>
    {
        Assert.Contains("> **Concept, nog niet vastgesteld.** Gemaakt door Samenkracht 0.", paper.Text);
        Assert.DoesNotContain("{{", paper.Text);
        Assert.DoesNotContain("()", paper.Text);
    });

    /// <summary>Only what a municipality must fill in itself stands open, and plainly so.</summary>
    [Fact]
    public void A_municipality_reads_its_own_name_terms_and_providers()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Signalen:Termijnen:WekenBurenmelding", "4"), new("Signalen:Termijnen:Concern:FewDays", "2"),
            new("Aanmelden:Aanbieders:digid:Naam", "DigiD")]).Build();

        var papers = GoLivePapers.Write(PaperSubject.Of("Waterveen", new DateOnly(2026, 11, 22), settings));

        Assert.All(papers, paper => Assert.DoesNotContain("[invullen: naam van de gemeente]", paper.Text));
        Assert.All(papers, paper => Assert.Contains("op 22 november 2026", paper.Text));
        var register = papers.Single(paper => paper.File == "verwerkingsregister.md").Text;
        Assert.Contains("wordt gewist na | 4 weken |", register);
        Assert.Contains("| binnen 2 werkdagen |", register);
        Assert.Contains("DigiD", register);
        Assert.Contains("wordt gewist na 4 weken.", papers.Single(paper => paper.File == "privacyverklaring-gemeente.md").Text);
    }

    /// <summary>Whoever lets the program speak to something else, says so in src/App/Papers/Outgoing.cs, and a municipality reads it.</summary>
    [Fact]
    public void Every_place_that_speaks_to_another_machine_stands_in_the_papers()
    {
        var root = Repository.Path("src");
        var speaks = System.IO.Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.StartsWith("App/Papers/", StringComparison.Ordinal) && Speaking().IsMatch(File.ReadAllText(Path.Combine(root, file))));

        Assert.Equal(Outgoing.All.SelectMany(one => one.Code).Order(StringComparer.Ordinal), speaks.Order(StringComparer.Ordinal));
        Assert.All(Written.Where(paper => paper.File is "verwerkingsregister.md" or "dpia.md" or "verwerkersovereenkomst.md"), paper =>
            Assert.All(Outgoing.All, one => Assert.Contains($"| `{one.Setting}` | {one.To} | {one.Sends} | {one.Gets} | uit |", paper.Text)));
    }

    [Fact]
    public void What_is_set_stands_in_the_papers_with_its_host_and_without_a_key()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("SAMENKRACHT_DATABASE", "Host=db.waterveen.test;Username=sk;Password=geheim"), new("Logboek:Adres", "https://sleutel:geheim@logboek.waterveen.test/v1/traces?key=geheim"),
            new("Aanmelden:Aanbieders:digid:Naam", "DigiD"), new("Aanmelden:Aanbieders:digid:Adres", "https://makelaar.test/oidc"), new("Aanmelden:Aanbieders:digid:ClientSecret", "geheim"),
            new("OTEL_EXPORTER_OTLP_ENDPOINT", "http://snelheid.waterveen.test:4317")]).Build();

        var papers = GoLivePapers.Write(PaperSubject.Of("Waterveen", new DateOnly(2026, 11, 22), settings));

        var (register, statement) = (papers.Single(paper => paper.File == "verwerkingsregister.md").Text, papers.Single(paper => paper.File == "privacyverklaring-gemeente.md").Text);
        foreach (var on in (string[])["aan: PostgreSQL |", "aan: DigiD (makelaar.test) |", "aan: logboek.waterveen.test |", "aan: snelheid.waterveen.test |"]) Assert.Contains(on, register);
        foreach (var told in (string[])["DigiD (makelaar.test)", "logboek bij logboek.waterveen.test", "snelheid.waterveen.test"]) Assert.Contains(told, statement);
        Assert.DoesNotContain("niet naar andere computers", statement);
        Assert.All(papers, paper => Assert.DoesNotContain("geheim@", paper.Text));
        Assert.All(papers, paper => Assert.DoesNotContain("=geheim", paper.Text));
    }

    [Fact]
    public void A_resident_reads_of_every_role_what_it_sees()
    {
        Assert.All(Enum.GetValues<Permission>(), right => WhoSees.Shows(right));
        var told = WhoSees.Write();

        Assert.All(Roles.OfAccounts, role => Assert.Contains(PaperText.LowerFirst(role.Label()), told));
        var blind = told.Split('\n')[^1];
        Assert.DoesNotContain("wijkteammedewerker", blind);
        Assert.Contains("raadslid", blind);
        Assert.All(Written.Where(paper => paper.File.StartsWith("privacyverklaring", StringComparison.Ordinal)), paper => Assert.Contains(told, paper.Text));
    }

    /// <summary>What the mapping seals is told as such, and nothing else is; what is found by, lies readable beside it.</summary>
    [Fact]
    public void What_lies_encrypted_is_told_by_column()
    {
        var register = Written.Single(paper => paper.File == "verwerkingsregister.md").Text;

        Assert.Empty(Encrypted.ByOwnCode.Except(PaperSubject.Declarations<StoredData>().SelectMany(table => table.Columns.SelectMany(column => column.Names.Select(name => $"{table.Table}.{name}")))));
        Assert.Contains("| hulpvraag in eigen woorden | vrije tekst: kan ook bijzonder of strafrechtelijk zijn (AVG artikel 9 en 10) | ja |", register);
        Assert.Contains("| burgerservicenummer, versleuteld | burgerservicenummer (AVG artikel 87) | `bsn` |", register);
        Assert.Contains("| thema van de hulpvraag | bijzonder (AVG artikel 9) | nee |", register);
        Assert.Contains($"{Encrypted.Places.Count} kolommen", register);
    }

    /// <summary>What nobody removes is not promised to be removed.</summary>
    [Fact]
    public void Logs_and_closed_accounts_have_a_term_and_the_papers_say_who_keeps_to_it()
    {
        IReadOnlyList<Paper> With(string key, string value) => GoLivePapers.Write(PaperSubject.Of("Waterveen", new DateOnly(2026, 11, 22), new ConfigurationBuilder().AddInMemoryCollection([new($"Logboeken:Bewaren:{key}", value)]).Build()));
        var register = Written.Single(paper => paper.File == "verwerkingsregister.md").Text;

        foreach (var key in (string[])["Inzagelog", "Verwerkingslog", "GeslotenAccounts"]) Assert.Contains($"| 5 jaar | `Logboeken:Bewaren:{key}` | het programma wist", register);
        Assert.Contains("is niet meer te lezen | zodra het huishouden is vernietigd | vast | het programma vernietigt dan de sleutel", register);
        Assert.Contains("| 7 jaar | `Logboeken:Bewaren:Inzagelog` |", With("Inzagelog", "7 jaar").Single(paper => paper.File == "verwerkingsregister.md").Text);
        Assert.Contains("blijft bewaard 2 jaar. Daarna: het programma wist het niet zelf", With("GeslotenAccounts", "2 jaar").Single(paper => paper.File == "privacyverklaring-gemeente.md").Text);
        foreach (var (key, wrong) in ((string, string)[])[("Inzagelog", "4 jaar"), ("Inzagelog", "lang"), ("GeslotenAccounts", "0 jaar")])
            Assert.Contains($"Logboeken:Bewaren:{key}", Assert.Throws<InvalidOperationException>(() => With(key, wrong)).Message);
    }

    [Theory]
    [InlineData(24, "24 uur")]
    [InlineData(1, "1 uur")]
    [InlineData(0.25, "15 minuten")]
    [InlineData(720, "30 dagen")]
    public void A_term_is_told_in_words(double hours, string words) => Assert.Equal(words, Term.Words(TimeSpan.FromHours(hours)));

    // Whatever opens a connection in .NET, or hands one on that a framework opened.
    [GeneratedRegex(@"\b(HttpClient|HttpMessageInvoker|SocketsHttpHandler|HttpClientHandler|AddHttpClient|IHttpClientFactory|AddOtlpExporter|TcpClient|UdpClient|new Socket|SmtpClient|ClientWebSocket|WebRequest|WebClient|UseNpgsql|NpgsqlConnection|NpgsqlDataSource\w*|Backchannel|ProcessStartInfo|Process\.Start)\b")]
    private static partial Regex Speaking();

    [GeneratedRegex(@"^[0-9]+\. ")]
    private static partial Regex Heading();
}
