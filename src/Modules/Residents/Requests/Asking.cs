using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Circles;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Residents.Requests;

/// <summary>Een verzoek vastleggen, by the person or on their behalf.</summary>
internal static class Asking
{
    public const string Twice = "Dit is al gevraagd, en het antwoord komt nog.";

    public static async Task Ask(Work work, RequestKind kind, PersonCard person, string? words, long? look, bool onBehalf, CancellationToken cancel, AskedFor? parent = null, PersonRequestId? id = null)
    {
        var because = work.Because(ResidentEvents.Requested);
        var request = PersonRequest.Ask(kind, person, words, look, onBehalf, because, parent, id);
        work.Add(request);
        if (parent is not null)
        {
            // Of whatever age: a day of birth that was wrong is put right while the request runs.
            work.Add(RequestVoice.Of(request, person.Id, VoiceKind.Child));
            foreach (var other in await WhoAsks.Others(work, person.Id, parent.By, cancel)) work.Add(RequestVoice.Of(request, other, VoiceKind.Parent));
        }
        await work.Note(because, request.Id.Value, person.Household, new { Title = kind.Label(), person.Id, request.DueOn }, cancel);
    }
}

/// <summary>De blik waarvan iemand de naam vraagt: function and organisation; the name for who decides alone.</summary>
internal sealed record AskedLook(long Line, AccountId Account, DateTimeOffset At, string? Name, string Function, string Organisation, string What, Purpose Purpose)
{
    /// <summary>As who asks may read it, by its trace; null when there is nothing to ask: no such line for them, or a name that stands there already.</summary>
    public static async Task<AskedLook?> Find(Work work, ReadLog reads, HouseholdId household, string line, CancellationToken cancel)
    {
        var look = await Of(work, await reads.Line(work.Actor, household, line, await work.SeesSafety(household, cancel), cancel), cancel);
        if (look is null || look.Account == work.Actor.Account) return null;
        return await work.Query<CircleMember>().AnyAsync(m => m.Household == household && m.Account == look.Account, cancel) ? null : look with { Name = null };
    }

    /// <summary>As who decides reads it: with the name.</summary>
    public static async Task<AskedLook?> WithName(Work work, ReadLog reads, PersonRequest request, CancellationToken cancel) =>
        request.Look is { } line ? await Of(work, await reads.Line(Actor.System, request.Household, line, safety: true, cancel), cancel) : null;

    private static async Task<AskedLook?> Of(Work work, ReadLine? line, CancellationToken cancel) =>
        line?.Account is { } account && (await work.AccountNames([account], cancel)).TryGetValue(account, out var who) && who.Role.IsProfessional()
            ? new AskedLook(line.Seq, account, line.At, who.Name, who.Function.Length > 0 ? who.Function : line.Role.Label(), who.OrganisationName ?? "", line.What, line.Purpose)
            : null;
}
