using System.Buffers.Binary;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.People;

namespace Samenkracht.Residents.Safety;

/// <summary>Of a household an address or names were entered: by a signal, at the desk, or later.</summary>
/// <param name="IsNew">In the first day, of a household or of another address: nobody visits or writes yet.</param>
internal sealed record HouseholdEntered(HouseholdId Household, Address Address, IReadOnlyList<string> Names, bool IsNew);

/// <summary>Of someone a burgerservicenummer was entered.</summary>
/// <param name="Hits">Who is hidden and has the same.</param>
/// <param name="IsNew">As of <see cref="HouseholdEntered"/>.</param>
internal sealed record PersonIdentified(HouseholdId Household, Bsn Bsn, IReadOnlyList<Hit> Hits, bool IsNew);

/// <summary>Compares what was entered with the hidden households, blind, and holds visits and post.</summary>
/// <remarks>Whoever entered it reads the same with a hit and without: that visits begin tomorrow. Where they still wait after that, it may be by lot (ADR 0042).</remarks>
internal sealed class HoldContacts(SafetyOptions options) : IHandle<HouseholdEntered>, IHandle<PersonIdentified>
{
    private const double Percent = 100;
    private const string Lottery = "safety.lot";

    public async Task Handle(HouseholdEntered happened, Work work, CancellationToken cancel)
    {
        var hits = (await HiddenHouseholds.At(work, happened.Address, happened.Names, cancel)).Where(hit => hit.Hidden != happened.Household).ToList();
        await Hold(work, happened.Household, hits, happened.IsNew, Keys(happened), cancel);
    }

    public Task Handle(PersonIdentified happened, Work work, CancellationToken cancel) => Hold(work, happened.Household, happened.Hits, happened.IsNew, [happened.Bsn.Digits], cancel);

    // In the first day everyone waits, so that a hit can block and tells nothing; after it only a hit could be the reason.
    private async Task Hold(Work work, HouseholdId household, IReadOnlyList<Hit> hits, bool isNew, IEnumerable<string> keys, CancellationToken cancel)
    {
        await Place(work, household, hits, isNew, cancel);
        if (hits.Count == 0 && isNew && keys.Any(key => IsDrawn(work, key))) await Place(work, household, [new Hit(null, HoldGround.Lot)], blocks: true, cancel);
    }

    private static IEnumerable<string> Keys(HouseholdEntered happened) =>
        happened.Names.Select(SearchText.Of).Append(happened.Address.PostcodeKey ?? happened.Address.StreetKey).OfType<string>();

    // Not by chance each time: as with a hit, the same address or name waits again however often it is entered, and nobody can reckon out which.
    private bool IsDrawn(Work work, string key) =>
        BinaryPrimitives.ReadUInt32BigEndian(work.Secrets.Hash(key, Lottery)) / (uint.MaxValue + 1d) < options.LotPercent / Percent;

    /// <summary>Someone was added, or is called otherwise from now on: compared with who is hidden, and where they are hidden themselves, with who is known already.</summary>
    public static async Task PlaceNamed(Work work, HouseholdCard household, Person person, CancellationToken cancel)
    {
        await work.Raise(new HouseholdEntered(household.Id, Address.Unknown, [person.Name], IsNew: work.Now < household.ContactFrom), cancel);
        if (household.Safety == SafetyMark.Shielded || household.Secrecy || person.Safety == SafetyMark.Shielded)
            await PlaceTouching(work, household.Id, Traces.Of([person.Name], Address.Unknown), null, cancel);
    }

    /// <summary>Someone or something was hidden just now: who is known already at the same address or by the same name is told to the attention officer. Nothing is
    /// blocked, because visits there go on already and only a hit could stop them.</summary>
    public static async Task PlaceTouching(Work work, HouseholdId hidden, CancellationToken cancel)
    {
        await work.Flush(cancel);
        await PlaceTouching(work, hidden, await HiddenHouseholds.TracesOf(work, hidden, cancel), null, cancel);
    }

    /// <summary>The same of what a hidden household got just now, and no more: what the attention officer released before is not told again.</summary>
    /// <param name="from">The signal that it was made from, which touches it of course.</param>
    public static async Task PlaceTouching(Work work, HouseholdId hidden, Traces traces, Guid? from, CancellationToken cancel)
    {
        await work.Flush(cancel);
        foreach (var (household, ground) in await HiddenHouseholds.Touching(work, hidden, traces, cancel))
            await Place(work, household, [new Hit(hidden, ground)], blocks: false, cancel);
        await work.Raise(new HouseholdHidden(hidden, [.. traces.Names, .. traces.Addresses], from), cancel);
    }

    public static async Task Place(Work work, HouseholdId household, IEnumerable<Hit> hits, bool blocks, CancellationToken cancel)
    {
        var because = work.Because(ResidentEvents.Held);
        foreach (var hit in hits)
        {
            if (await HiddenHouseholds.IsHeld(work, household, hit, blocks, cancel)) continue;
            var hold = ContactHold.Place(household, hit.Hidden, hit.Ground, blocks, because);
            work.Add(hold);
            // The line is in nobody's timeline: that there was a hit is not to be read at the household. It says not which households, as it outlives them.
            await work.Note(because, hold.Id.Value, payload: new { hit.Ground }, cancel: cancel);
        }
    }
}
