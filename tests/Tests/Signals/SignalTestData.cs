using Microsoft.AspNetCore.DataProtection;
using Samenkracht.Directory.Communities;
using Samenkracht.Directory.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Signals;
using Samenkracht.Signals.Contract;
using Samenkracht.Signals.Raise;
using Samenkracht.Signals.Tell;
using Samenkracht.Support.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Signals;

/// <summary>Signals as tests need them; each valid unless the test changes it.</summary>
static class SignalTestData
{
    public static WorkingDays Days { get; } = new(new HashSet<DateOnly>());

    public static DateTimeOffset TuesdayMorning { get; } = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    public static NewSignal Concern(string text = "Mijn buurman van boven komt al weken niet meer buiten.", string? about = "Flat Neuweg, derde verdieping",
        Urgency urgency = Urgency.FewDays, Theme? theme = null) => new(SignalKind.Concern, text, about, urgency, Told.NotYet, theme);

    public static NewSignal Request { get; } = new(SignalKind.Request, "Ik kom niet meer rond.", "Molenpad 3", Urgency.FewDays);

    public static NewSignal OfCommunity(CommunityId? community = null) =>
        new(SignalKind.Community, "Bij ons hebben gezinnen schulden. Wij willen helpen.", null, Urgency.FewDays, Theme: Theme.Money, Community: community, HowMany: HowMany.FiveToTen);

    public static Because Because(Actor actor, DateTimeOffset? at = null, Law? law = null) => new(actor, at ?? TuesdayMorning, SignalEvents.Raised, law, null);

    public static Signal Raised(NewSignal said, Actor actor) =>
        Signal.Raise(Id.New<SignalId>(), SignalCode.New(), said, Because(actor), SignalTerms.Standard, Days);

    /// <summary>Someone with an account and an organisation, known to no database.</summary>
    public static Actor Someone(Role role) => new(role, Id.New<AccountId>(), Id.New<OrganisationId>(), Id.New<TeamId>(), "Iemand");

    public static RaiseSignal Raising { get; } = new(SignalTerms.Standard, Days, new ReporterContacts(new EphemeralDataProtectionProvider()));

    /// <summary>Gives a signal as the form does, and keeps it.</summary>
    public static async Task<SealedForm> Give(Storage storage, Actor actor, NewSignal said, string? contact = null)
    {
        var form = new SealedForm(Id.New<SignalId>(), SignalCode.New(), TuesdayMorning);
        await using var work = await storage.Begin(RaiseSignal.Speaker(actor, said.Kind));
        await Raising.Run(work, form, said, contact);
        await work.Commit();
        return form;
    }

    public static async Task<CommunityId> Community(Storage storage, CommunityKind kind, string name = "Sv Waterveen")
    {
        await using var work = await storage.Begin(Actor.System);
        var community = Samenkracht.Directory.Communities.Community.Enter(new CommunityDetails(name, kind, ContactName: "Fatima Haddad", ContactPhone: "0350 100 300"));
        work.Add(community);
        await work.Note(work.Because(Samenkracht.Directory.DirectoryEvents.CommunityEntered), community.Id.Value);
        await work.Commit();
        return community.Id;
    }

    /// <summary>Concludes a signal without a page.</summary>
    public static async Task Assess(Storage storage, Actor actor, SignalId id, Decision? decision = null, Law? law = null)
    {
        await using var work = await storage.Begin(actor);
        var signal = work.Query<Signal>().Single(s => s.Id == id);
        var because = work.Because(SignalEvents.Assessed, law);
        decision ??= Decision.NoAction("Er is al hulp.");
        work.Add(signal.Assess(decision, because));
        await work.Note(because, id.Value);
        await Samenkracht.Signals.Tell.Duties.Follow(work, signal, decision, because, default);
        await work.Commit();
    }

    /// <summary>A concern that was weighed and became a household's question, which only its professionals read.</summary>
    public static async Task<SealedForm> Trace(Storage storage, Town town, HouseholdId household, Law law = Law.Wmo, Actor? by = null, NewSignal? said = null, Actor? reporter = null)
    {
        var given = await Give(storage, reporter ?? Actor.Anonymous, said ?? Concern());
        var question = await town.Ask(household, "Wat is er nodig?", law, Audience.Professionals);
        await Assess(storage, by ?? town.Sanne, given.Id, Decision.AsQuestion(household, question), law);
        return given;
    }

    /// <summary>Tells someone of the household, or nobody in particular.</summary>
    public static async Task Tell(Storage storage, Actor by, SignalId id, PersonId? person = null, string words = "Iemand maakte zich zorgen.")
    {
        await using var work = await storage.Begin(by);
        var duty = work.Query<DutyToTell>().Single(d => d.Signal == id);
        var because = work.Because(SignalEvents.Told, duty.Law);
        var notice = duty.Tell(new Telling(Amsterdam.Date(work.Now), Manner.InPerson, words, SourceShown.Nobody, null), all: true, because);
        work.Add(notice);
        if (person is { } told) work.Add(new NoticePerson { Notice = notice.Id, Person = told });
        await work.Note(because, id.Value);
        await work.Commit();
    }

    public static async Task Withhold(Storage storage, Actor by, SignalId id, string reason = "Haar man leest mee.")
    {
        await using var work = await storage.Begin(by);
        var duty = work.Query<DutyToTell>().Single(d => d.Signal == id);
        var because = work.Because(SignalEvents.Withheld, duty.Law);
        work.Add(duty.Withhold(new Withholding(Ground.Danger, reason, Amsterdam.Date(work.Now).AddDays(14)), because));
        await work.Note(because, id.Value);
        await work.Commit();
    }
}
