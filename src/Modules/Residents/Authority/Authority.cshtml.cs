using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.Requests;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Residents.Authority;

/// <summary>Gezag: which parent has authority over which child, and whether parents look along at all. For who works here under the Jeugdwet, and the
/// attention officer. Until it is checked a parent sees nothing about a child.</summary>
[Allow(Permission.WorkWithHouseholds, Permission.HandleSafety)]
internal sealed class AuthorityModel(Storage storage, ReadLog reads, IEnumerable<IShieldedItems> shielded) : HouseholdPage
{
    private const string Taken = "Iemand anders was u net voor. Hieronder ziet u wat er nu staat.";

    [BindProperty]
    public AuthorityForm Input { get; set; } = new();

    [BindProperty]
    public FreezeGround? Ground { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<PersonCard> Children { get; private set; } = [];

    /// <summary>Who can have authority: the grown people here.</summary>
    public IReadOnlyList<PersonCard> Grown { get; private set; } = [];

    public IReadOnlyList<Option> ChildOptions => Names(Children);

    public IReadOnlyList<Option> GrownOptions => Names(Grown);

    public IReadOnlyDictionary<(PersonId Parent, PersonId Child), ParentalAuthority> Checked { get; private set; } = new Dictionary<(PersonId, PersonId), ParentalAuthority>();

    /// <summary>For who sees the safety compartment; null for others, also when parents do not look along.</summary>
    public ViewFreeze? Frozen { get; private set; }

    public bool MayLift => Actor.May(Permission.HandleSafety);

    public async Task<IActionResult> OnGet() => await Shown();

    public async Task<IActionResult> OnPostCheck()
    {
        Keep(field => field.StartsWith("Input.", StringComparison.Ordinal));
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Load(work)) return NotFound();
        var (parent, child) = (Grown.FirstOrDefault(p => p.Id.ToString() == Input.Parent), Children.FirstOrDefault(c => c.Id.ToString() == Input.Child));
        if (parent is null) Refuse("Input.Parent", "Kies een ouder uit de lijst.");
        if (child is null) Refuse("Input.Child", "Kies een kind uit de lijst.");
        if (Input.Holds is null) Refuse("Input.Holds", "Kies of deze ouder het gezag heeft.");
        if (Input.Source is null) Refuse("Input.Source", "Kies waar u het hebt nagekeken.");
        if (Input.CheckedOn is null || Input.CheckedOn > Amsterdam.Date(work.Now) || Input.CheckedOn < Amsterdam.Date(work.Now).AddYears(-Ages.Grown)) Refuse("Input.CheckedOn", "Kies de dag waarop u het hebt nagekeken: vandaag of eerder.");
        if (!ModelState.IsValid) return await Shown();
        var because = work.Because(ResidentEvents.AuthorityChecked, Law.Jeugdwet);
        if (Checked.TryGetValue((parent!.Id, child!.Id), out var before)) before.End(because);
        // The row that ends goes first: the database holds one that counts.
        await work.Flush(Cancel);
        var kept = ParentalAuthority.Record(Id, parent.Id, child.Id, Input.Holds == Yes.Yes, Input.Source!.Value, Input.CheckedOn!.Value, because);
        work.Add(kept);
        await work.Note(because, kept.Id.Value, Id, Input, Cancel);
        return await Kept(work, "Het gezag is vastgelegd.", !kept.Holds ? null : () => WhoAsks.Hear(work, child.Id, parent.Id, Cancel));
    }

    public async Task<IActionResult> OnPostFreeze()
    {
        Keep(field => field is nameof(Ground) or nameof(Reason));
        if (Ground is null) Refuse(nameof(Ground), "Kies waarom.");
        if (string.IsNullOrWhiteSpace(Reason) || Reason.Length > ViewFreeze.MostReason) Refuse(nameof(Reason), $"Schrijf op waarom, in hoogstens {ViewFreeze.MostReason} tekens.");
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Load(work)) return NotFound();
        if (!ModelState.IsValid) return await Shown();
        // Who froze before is not told to who does not see the compartment; a second reason joins the first one in the journal.
        const string Why = "that it is frozen already, told to nobody";
        var already = await work.Beyond(Why, () => work.Unscoped<ViewFreeze>(Why).AnyAsync(f => f.Household == Id && f.LiftedAt == null, Cancel));
        await Households.KeepSafetyItems(work, Id, Cancel);
        var because = work.Because(ResidentEvents.ParentsFrozen, reason: Reason);
        var freeze = ViewFreeze.Freeze(Id, Ground!.Value, Reason!, because);
        if (!already) work.Add(freeze);
        await work.Note(because, freeze.Id.Value, Id, new { Ground, Reason }, Cancel);
        // Who was not named for the compartment does not see what they put there, and must not learn by it that more lies there.
        return await work.Beyond("who freezes need not see the freeze", () => Kept(work, "Ouders kijken niet meer mee bij wat over de kinderen gaat."));
    }

    /// <summary>Only the attention officer lifts it.</summary>
    public async Task<IActionResult> OnPostLift()
    {
        ModelState.Clear();
        await using var work = await storage.Begin(Actor, Cancel);
        if (!MayLift || !await Load(work) || Frozen is null) return NotFound();
        var because = work.Because(ResidentEvents.ParentsUnfrozen);
        Frozen.Lift(because);
        await work.Note(because, Frozen.Id.Value, Id, cancel: Cancel);
        await Households.LeaveSafetyItems(work, Id, shielded, Cancel);
        var opens = await work.Households.AnyAsync(h => h.Id == Id, Cancel);
        await work.Commit(Cancel);
        return Done(opens ? $"{HouseholdUrl}/gezag" : "/huishoudens", "Ouders met gezag kijken weer mee.");
    }

    private async Task<IActionResult> Kept(Work work, string done, Func<Task>? last = null) =>
        await Saved(work, Taken, last) ? Done($"{HouseholdUrl}/gezag", done) : await Shown();

    private async Task<IActionResult> Shown()
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (!await Look(work, reads, "Gezag") || !await Load(work)) return NotFound();
        Input.CheckedOn ??= Amsterdam.Date(work.Now);
        return Page();
    }

    private async Task<bool> Load(Work work)
    {
        if (!await Find(work) || (!MayLift && !(await work.LawsIn(Id, Cancel)).Contains(Law.Jeugdwet))) return false;
        var people = await work.PeopleOf(Id, Cancel);
        var today = Amsterdam.Date(work.Now);
        Children = [.. people.Where(p => p.IsChildOn(today))];
        Grown = [.. people.Where(p => p.Relation is not (Relation.Child or Relation.Housemate))];
        Checked = (await work.Query<ParentalAuthority>().Where(a => a.Household == Id && a.EndedAt == null).ToListAsync(Cancel)).ToDictionary(a => (a.Parent, a.Child));
        Frozen = await work.Query<ViewFreeze>().FirstOrDefaultAsync(f => f.Household == Id && f.LiftedAt == null, Cancel);
        return true;
    }

    // Two forms on one page: what the other one did not send is no mistake.
    private void Keep(Func<string, bool> mine)
    {
        foreach (var field in ModelState.Keys.Where(key => !mine(key)).ToList()) ModelState.Remove(field);
    }

    private static IReadOnlyList<Option> Names(IEnumerable<PersonCard> people) => [.. people.Select(p => new Option(p.Id.ToString(), p.Name, p.Relation.Label()))];
}

/// <summary>Ja of nee, asked and never presumed.</summary>
internal enum Yes
{
    [Label("Ja")] Yes,
    [Label("Nee")] No,
}

/// <summary>What is typed of a check.</summary>
internal sealed class AuthorityForm
{
    public string? Parent { get; set; }

    public string? Child { get; set; }

    public Yes? Holds { get; set; }

    public AuthoritySource? Source { get; set; }

    public DateOnly? CheckedOn { get; set; }
}
