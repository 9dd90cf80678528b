using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Circles;
using Samenkracht.Residents.People;
using Samenkracht.Residents.Safety;

namespace Samenkracht.Residents.Contract;

/// <summary>Nieuw huishouden: what one is made from.</summary>
/// <param name="Name">How the circle speaks of it, "gezin aan het Molenpad"; a surname is not needed.</param>
/// <param name="Laws">For which laws whoever opens it works there.</param>
/// <param name="Id">The id that follows from the form; a random one without it.</param>
/// <param name="From">The signal that it is made from; null without one.</param>
public sealed record NewHousehold(string Name, Address Address, IReadOnlyList<NewPerson> People, IReadOnlyCollection<Law> Laws, SafetyMark Safety = SafetyMark.None, HouseholdId? Id = null, Guid? From = null);

/// <summary>Nieuwe persoon: who someone is, as far as needed to help.</summary>
/// <param name="Phone">A number at which it is safe to call.</param>
/// <param name="CallFrom">With <paramref name="CallUntil"/> the hours in which it is safe to call; null when any hour is.</param>
/// <param name="NoPost">Post is opened by others, or betrays something by its sender.</param>
public sealed record NewPerson(string Name, Relation Relation = Relation.Resident, DateOnly? BirthDate = null, string? Phone = null,
    TimeOnly? CallFrom = null, TimeOnly? CallUntil = null, bool NoPost = false);

public static class Households
{
    /// <summary>Makes a household with its people, and the actor the first of its circle.</summary>
    /// <exception cref="InvalidOperationException">The actor can be in no circle, or no law was given.</exception>
    public static async Task<HouseholdId> Open(Work work, NewHousehold wanted, CancellationToken cancel = default)
    {
        if (work.Actor.Account is not { } account || !work.Actor.Role.MayJoinCircle())
            throw new InvalidOperationException($"A {work.Actor.Role} cannot be the first of a circle.");
        var because = work.Because(ResidentEvents.Opened);
        var household = Household.Open(wanted.Name, wanted.Address, wanted.Safety, work.Secrets, because, wanted.Id);
        work.Add(household);
        foreach (var person in wanted.People) work.Add(Person.In(household.Id, person, FindForm.Of(household, work.Secrets)));
        await work.Note(because, household.Id.Value, household.Id, new { wanted.Name, address = $"{household.Address}", wanted.People }, cancel);
        var first = await CircleChanges.Join(work, household, account, CircleRole.Member, wanted.Laws, cancel);
        if (wanted.Safety == SafetyMark.Shielded) first.SeeSafety(true);
        // The rows of later modules point at it in the same work, and EF does not know their order.
        await work.Flush(cancel);
        string[] names = [.. wanted.People.Select(p => p.Name)];
        await work.Raise(new HouseholdEntered(household.Id, household.Address, names, IsNew: true), cancel);
        if (wanted.Safety == SafetyMark.Shielded) await HoldContacts.PlaceTouching(work, household.Id, Traces.Of(names, household.Address), wanted.From, cancel);
        return household.Id;
    }

    /// <summary>Says that something of this household lies in the safety compartment, so that the attention officer can reach it. Who puts the first there, knows all that there is, and is named for it;
    /// who adds to it sees what they wrote themselves.</summary>
    public static Task KeepSafetyItems(Work work, HouseholdId id, CancellationToken cancel = default)
    {
        const string Why = "Who writes a shielded item need not be in the circle.";
        return work.Beyond(Why, async () =>
        {
            var household = await work.Unscoped<Household>(Why).SingleAsync(h => h.Id == id, cancel);
            if (household.HasSafetyItems || household.Safety == SafetyMark.Shielded)
            {
                household.KeepSafetyItems();
                return household;
            }
            household.KeepSafetyItems();
            var own = await work.Query<CircleMember>().FirstOrDefaultAsync(
                m => m.Household == id && m.Account == work.Actor.Account && m.Until == null && m.Role == CircleRole.Member, cancel);
            if (own is { SeesSafety: false })
            {
                own.SeeSafety(true);
                await work.Note(work.Because(ResidentEvents.Named), own.Id.Value, id, cancel: cancel);
            }
            await work.Flush(cancel);
            return household;
        });
    }

    /// <summary>The same of one item, when that is shielded.</summary>
    public static Task KeepSafetyItems(Work work, HouseholdId id, SafetyMark item, CancellationToken cancel = default) =>
        item == SafetyMark.Shielded ? KeepSafetyItems(work, id, cancel) : Task.CompletedTask;

    /// <summary>After something was lifted: takes the mark back when nothing shielded is left. Who lifts it loses sight of the household, unless of its circle.</summary>
    internal static Task<bool> LeaveSafetyItems(Work work, HouseholdId id, IEnumerable<IShieldedItems> shielded, CancellationToken cancel)
    {
        const string Why = "Who lifts the last of it need not see it all, nor the household afterwards.";
        return work.Beyond(Why, async () =>
        {
            await work.Flush(cancel);
            foreach (var kept in shielded)
                if (await kept.Any(work, id, cancel)) return false;
            (await work.Unscoped<Household>(Why).SingleAsync(h => h.Id == id, cancel)).LeaveSafetyItems();
            await work.Flush(cancel);
            return true;
        });
    }
}
