using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Web.Access;

/// <summary>What every page knows: who asks, and how to save without losing anyone's words.</summary>
public abstract partial class SkPage : PageModel
{
    /// <summary>The row version that the form was made from.</summary>
    [BindProperty]
    public int Version { get; set; }

    public Actor Actor => HttpContext.Actor();

    protected CancellationToken Cancel => HttpContext.RequestAborted;

    /// <summary>A refusal that belongs at a field, or at the top of the form when <paramref name="field"/> is empty.</summary>
    protected void Refuse(string field, string message) => ModelState.AddModelError(field, message);

    /// <summary>Commits. False when someone else saved first: the page then shows its form again, with what was typed and what now stands.</summary>
    /// <param name="taken">What to say when someone else just made the one thing of which there can be one.</param>
    protected async Task<bool> Saved(Work work, string? taken = null)
    {
        try
        {
            await work.Commit(Cancel);
            return true;
        }
        catch (ConcurrentChangeException)
        {
            Refuse("", "Iemand anders heeft dit net gewijzigd. Wat u typte staat er nog. Kijk wat er veranderde en bewaar opnieuw.");
            return false;
        }
        catch (UniqueConflictException) when (taken is not null)
        {
            Refuse("", taken);
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
