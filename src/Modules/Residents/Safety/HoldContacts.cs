using System.Buffers.Binary;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Residents.Safety;

/// <summary>Of a household an address or names were entered: by a signal, at the desk, or later.</summary>
/// <param name="IsNew">New to us, or at another address: visits and post have not begun.</param>
internal sealed record HouseholdEntered(HouseholdId Household, Address Address, IReadOnlyList<string> Names, bool IsNew);

/// <summary>Compares what was entered with the hidden households, blind, and holds visits and post.</summary>
/// <remarks>Whoever entered it reads the same with a hit and without: that visits begin tomorrow. Where they still wait after that, it may be by lot (ADR 0042).</remarks>
internal sealed class HoldContacts(SafetyOptions options) : IHandle<HouseholdEntered>
{
    private const double Percent = 100;
    private const string Lottery = "safety.lot";

    public async Task Handle(HouseholdEntered happened, Work work, CancellationToken cancel)
    {
        var hits = (await HiddenHouseholds.At(work, happened.Address, happened.Names, cancel)).Where(hit => hit.Hidden != happened.Household).ToList();
        await Place(work, happened.Household, hits, happened.IsNew, cancel);
        if (hits.Count == 0 && happened.IsNew && Keys(happened).Any(key => IsDrawn(work, key)))
            await Place(work, happened.Household, [new Hit(null, HoldGround.Lot)], blocks: true, cancel);
    }

    private static IEnumerable<string> Keys(HouseholdEntered happened) =>
        happened.Names.Select(SearchText.Of).Append(happened.Address.PostcodeKey ?? happened.Address.StreetKey).OfType<string>();

    // Not by chance each time: as with a hit, the same address or name waits again however often it is entered, and nobody can reckon out which.
    private bool IsDrawn(Work work, string key) =>
        BinaryPrimitives.ReadUInt32BigEndian(work.Secrets.Hash(key, Lottery)) / (uint.MaxValue + 1d) < options.LotPercent / Percent;

    /// <summary>Someone or something was hidden just now: who is known already at the same address or by the same name is told to the attention officer. Nothing is
    /// blocked, because visits there go on already and only a hit could stop them.</summary>
    public static async Task PlaceTouching(Work work, HouseholdId hidden, CancellationToken cancel)
    {
        await work.Flush(cancel);
        foreach (var (household, ground) in await HiddenHouseholds.Touching(work, hidden, cancel))
            await Place(work, household, [new Hit(hidden, ground)], blocks: false, cancel);
        await work.Raise(new HouseholdHidden(hidden, await HiddenHouseholds.Wholes(work, hidden, cancel)), cancel);
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
