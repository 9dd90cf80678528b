using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Requests;

namespace Samenkracht.Residents.Contract;

/// <summary>Beperking: one restriction of the processing of a household's data.</summary>
public readonly record struct RestrictionId(Guid Value) : IId<RestrictionId>
{
    public override string ToString() => this.Text();
}

public static class RestrictionQueries
{
    private const string Why = "whether destruction has to wait, for who approves it and for the program that carries it out: not who asked and not why";

    extension(Work work)
    {
        /// <summary>Whether nothing of this household may be destroyed now: a restriction runs, or somebody asked for one and waits for the answer.</summary>
        public Task<bool> KeepsForRequest(HouseholdId household, CancellationToken cancel = default)
        {
            var now = work.Now;
            return work.Beyond(Why, async () => await work.Unscoped<Restriction>(Why).AnyAsync(r => r.Household == household && (r.EndsAt == null || r.EndsAt > now), cancel)
                || await work.Unscoped<PersonRequest>(Why).AnyAsync(r => r.Household == household && (r.Kind == RequestKind.Restrict || r.Kind == RequestKind.Object)
                    && r.AnsweredAt == null && r.WithdrawnAt == null, cancel));
        }
    }
}
