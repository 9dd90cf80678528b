using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Residents.Circles;

/// <summary>Adds someone to a circle with the laws that the membership covers, and the journal line of it.</summary>
internal static class CircleChanges
{
    public static async Task<CircleMember> Join(Work work, Household household, AccountId account, CircleRole role,
        IReadOnlyCollection<Law> laws, CancellationToken cancel, DateTimeOffset? endsAt = null)
    {
        if (laws.Count == 0) throw new InvalidOperationException("A membership covers at least one law.");
        var because = work.Because(ResidentEvents.Joined);
        var member = CircleMember.Join(household.Id, account, role, because, endsAt);
        work.Add(member);
        foreach (var law in laws.Distinct()) work.Add(new CircleLaw { Member = member.Id, Law = law });
        household.CircleChanged();
        await work.Note(because, member.Id.Value, household.Id, new { account, role, laws, endsAt }, cancel);
        return member;
    }
}
