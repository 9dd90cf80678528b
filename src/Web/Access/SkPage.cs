using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Design;

namespace Samenkracht.Web.Access;

/// <summary>What every page knows: who asks, and how to save without losing anyone's words.</summary>
public abstract partial class SkPage : PageModel
{
    /// <summary>The row version that the form was made from.</summary>
    [BindProperty]
    public int Version { get; set; }

    public Actor Actor => HttpContext.Actor();

    /// <summary>What stands in the head of this page, also when a form is shown again.</summary>
    public virtual HeadMark? Mark => null;

    protected CancellationToken Cancel => HttpContext.RequestAborted;

    private readonly HashSet<string> refused = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A refusal that belongs at a field, or at the top of the form when <paramref name="field"/> is empty. What could not be read or is too long says so already: that it is missing too,
    /// would be a second and wrong thing to say.</summary>
    protected void Refuse(string field, string message)
    {
        if (field.Length > 0 && ModelState.GetFieldValidationState(field) == ModelValidationState.Invalid && !refused.Contains(field)) return;
        refused.Add(field);
        ModelState.AddModelError(field, message);
    }

    /// <summary>A form that can no longer be kept at all: what was typed stays in it, and nothing is said of what is wrong or missing there.</summary>
    protected void RefuseAll(string message)
    {
        foreach (var field in ModelState.Values) field.Errors.Clear();
        Refuse("", message);
    }

    private Guid? added;

    /// <summary>The id of the one row of its kind that this form adds. Sent twice at once it is the same, so that the database keeps one (<see cref="OnceForms"/>).</summary>
    protected T OnceId<T>() where T : struct, IId<T>
    {
        var id = OnceForms.Id<T>(Request, Actor);
        added = id.Value;
        return id;
    }

    /// <summary>What was to be added stands already: this same form was sent a moment ago.</summary>
    protected bool SentTwice { get; private set; }

    /// <summary>Commits. False when someone else saved first: the page then shows its form again, with what was typed and what now stands.</summary>
    /// <param name="taken">What to say when someone else just made the one thing of which there can be one.</param>
    /// <param name="last">What is left to do, when that sends something to the database already.</param>
    protected async Task<bool> Saved(Work work, string? taken = null, Func<Task>? last = null)
    {
        try
        {
            if (last is not null) await last();
            await work.Commit(Cancel);
            return true;
        }
        catch (Exception late) when (late is ConcurrentChangeException or UniqueConflictException)
        {
            // Sent twice at once: the first one counts, and its page is the answer.
            if (added is { } id && await work.IsNoted(id, Cancel)) return SentTwice = true;
            if (late is UniqueConflictException && taken is null) throw;
            Refuse("", late is UniqueConflictException ? taken! : "Iemand anders heeft dit net gewijzigd. Wat u typte staat er nog. Kijk wat er veranderde en bewaar opnieuw.");
            return false;
        }
    }

    /// <summary>After a save: back to a page, with a word on what was done.</summary>
    protected LocalRedirectResult Done(string url, string message)
    {
        TempData[DoneKey] = message;
        return LocalRedirect(url);
    }

    /// <summary>Also to an address that someone typed: a header takes no signs beyond ASCII.</summary>
    public override LocalRedirectResult LocalRedirect(string localUrl) =>
        base.LocalRedirect(BeyondAscii().Replace(localUrl, found => Uri.EscapeDataString(found.Value)));

    [GeneratedRegex("[^!-~]+")]
    private static partial Regex BeyondAscii();

    /// <summary>Where the layout finds the word on what was done.</summary>
    public const string DoneKey = "sk:done";
}
