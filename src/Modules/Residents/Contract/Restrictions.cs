using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Requests;
using Samenkracht.Web.Design;

namespace Samenkracht.Residents.Contract;

/// <summary>Beperking: one restriction of the processing of a household's data.</summary>
public readonly record struct RestrictionId(Guid Value) : IId<RestrictionId>
{
    public override string ToString() => this.Text();
}

/// <summary>Verwerking beperkt, as who works with the household reads it (docs/adr/0107).</summary>
public static class RestrictedMark
{
    private const string Title = "Verwerking beperkt";

    /// <summary>Where the file itself is read.</summary>
    public static HeadMark? Whole(HouseholdCard? opened) => opened is not { Standing.IsRestricted: true } ? null : new(Title,
        "Iemand van dit huishouden vroeg om gegevens niet te gebruiken, en dat is toegewezen (AVG art. 18 of 21). Bewaren mag. Lezen, delen of erbij schrijven alleen als die persoon het goedvindt, voor een rechtszaak, "
        + "om iemand anders te beschermen, of als een groot algemeen belang het vraagt. Schrijf dan op waarom. Over welke gegevens het gaat, weet de privacyfunctionaris.");

    /// <summary>On a page or form about it.</summary>
    public static HeadMark Short(string household) => new(Title, "Iemand van dit huishouden wil dat gegevens niet worden gebruikt. Lees eerst wat mag, voordat u hier iets deelt of schrijft.", household);

    public static HeadMark? Short(HouseholdCard? opened) => opened is { Standing.IsRestricted: true } ? Short($"/huishoudens/{opened.Id}") : null;
}

public static class RestrictionQueries
{
    private const string Why = "whether destruction has to wait, for who approves it and for the program that carries it out: not who asked and not why";

    extension(Work work)
    {
        /// <summary>Whether a restriction runs here that the actor may know of.</summary>
        internal Task<bool> IsRestricted(HouseholdId household, CancellationToken cancel)
        {
            var now = work.Now;
            return work.Query<Restriction>().AnyAsync(r => r.Household == household && (r.EndsAt == null || r.EndsAt > now), cancel);
        }

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
