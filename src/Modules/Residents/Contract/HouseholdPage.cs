using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Residents.Contract;

/// <summary>Pagina van een huishouden: anything at <c>/huishoudens/{household}/…</c>. What the actor may not open is 404.</summary>
public abstract class HouseholdPage : SkPage
{
    [BindProperty(SupportsGet = true, Name = "household")]
    public HouseholdId Id { get; set; }

    public HouseholdCard Household { get; private set; } = null!;

    /// <summary>On all that is about a restricted household; whole on the household itself.</summary>
    public override HeadMark? Mark => IsRestricted ? RestrictedMark.Short(HouseholdUrl) : null;

    /// <summary>Processing is restricted here, as far as the actor may know.</summary>
    protected bool IsRestricted { get; private set; }

    public string HouseholdUrl => $"/huishoudens/{Id}";

    /// <summary>Opens the household and logs the look. False: answer 404.</summary>
    /// <param name="what">Which page, in Dutch; the resident reads it.</param>
    /// <param name="shown">Of the one thing that the page shows: of what is hidden, no look may tell those at home that it is there.</param>
    protected async Task<bool> Look(Work work, ReadLog reads, string what, SafetyMark shown = SafetyMark.None)
    {
        Household = (await HouseholdFile.Open(work, reads, Id, what, shown, Cancel))!;
        IsRestricted = Household is { Standing.IsRestricted: true };
        return Household is not null;
    }

    /// <summary>The same scope for a form that is sent, whose page was logged when it was shown.</summary>
    protected async Task<bool> Find(Work work)
    {
        Household = (await work.Households.FirstOrDefaultAsync(h => h.Id == Id, Cancel))!;
        // For the form that is shown again.
        IsRestricted = Household is not null && await work.IsRestricted(Id, Cancel);
        return Household is not null;
    }
}
