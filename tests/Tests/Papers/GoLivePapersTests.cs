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

    [Theory]
    [InlineData(24, "24 uur")]
    [InlineData(1, "1 uur")]
    [InlineData(0.25, "15 minuten")]
    [InlineData(720, "30 dagen")]
    public void A_term_is_told_in_words(double hours, string words) => Assert.Equal(words, Term.Words(TimeSpan.FromHours(hours)));

    [GeneratedRegex(@"^[0-9]+\. ")]
    private static partial Regex Heading();
}
