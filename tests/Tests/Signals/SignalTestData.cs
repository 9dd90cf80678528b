using Microsoft.AspNetCore.DataProtection;
using Samenkracht.Directory.Communities;
using Samenkracht.Directory.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Signals;
using Samenkracht.Signals.Contract;
using Samenkracht.Signals.Raise;
using Samenkracht.Support.Contract;

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
    public static async Task Assess(Storage storage, Actor actor, SignalId id, Decision? decision = null)
    {
        await using var work = await storage.Begin(actor);
        var signal = work.Query<Signal>().Single(s => s.Id == id);
        var because = work.Because(SignalEvents.Assessed);
        work.Add(signal.Assess(decision ?? Decision.NoAction("Er is al hulp."), because));
        await work.Note(because, id.Value);
        await work.Commit();
    }
}
