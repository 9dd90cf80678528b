using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Support.Letters;

/// <summary>Of een brief verborgen is: the letter itself, or to whom it is.</summary>
internal static class LetterMark
{
    /// <summary>For the log of looks, before the page opens: those at home would read there of a letter that "Mijn brieven" does not have.</summary>
    public static async Task<SafetyMark> Of(Work work, HouseholdId household, LetterId? letter, CancellationToken cancel)
    {
        if (letter is not { } id) return SafetyMark.None;
        // Who wrote to somebody hidden reads the letter, and need not see the person.
        var open = work.People.Where(p => p.Safety == SafetyMark.None);
        return await work.Query<Letter>().AnyAsync(l => l.Household == household && l.Id == id && (l.Safety == SafetyMark.Shielded || !open.Any(p => p.Id == l.About)), cancel)
            ? SafetyMark.Shielded : SafetyMark.None;
    }
}
