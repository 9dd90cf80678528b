using Microsoft.EntityFrameworkCore;
using Samenkracht.Geography.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Geography.Look;

/// <summary>A municipality in the list. Its name is its code where no file told it.</summary>
/// <param name="Wijken">The names of its wijken, to know it by.</param>
sealed record MunicipalityCard(AreaCode Code, string Name, IReadOnlyList<string> Wijken)
{
    const int FewWijken = 4;

    public string Title => Name == Code.Value ? $"Gemeente {Code}" : Name;

    public string Hint => Wijken.Count == 0 ? Code.Value
        : $"{string.Join(", ", Wijken.Take(FewWijken))}{(Wijken.Count > FewWijken ? $" en nog {Wijken.Count - FewWijken}" : "")}";
}

/// <summary>The municipalities that have areas in the database: usually one, and then nobody has to choose.</summary>
sealed record MunicipalityList(IReadOnlyList<MunicipalityCard> Cards, int Total, MunicipalityCard? Only)
{
    public const int Size = 25;
    public static readonly MunicipalityList Empty = new([], 0, null);

    public static async Task<MunicipalityList> Of(Work work, string? words, int page, CancellationToken cancel)
    {
        var codes = await work.Query<Area>().Where(a => a.Kind != AreaKind.Municipality).Select(a => a.Municipality).Distinct().ToListAsync(cancel);
        if (codes.Count == 0)
            return Empty;
        var names = await work.AreaNames(codes, cancel);
        var wijken = (await work.CurrentAreas.Where(a => a.Kind == AreaKind.Wijk).OrderBy(a => a.Code).Select(a => new { a.Municipality, a.Name }).ToListAsync(cancel))
            .ToLookup(w => w.Municipality, w => w.Name);
        var all = codes.Select(code => new MunicipalityCard(code, names.GetValueOrDefault(code, code.Value), [.. wijken[code]])).ToList();
        if (all.Count == 1)
            return new MunicipalityList(all, 1, all[0]);
        var wanted = SearchText.Of(words);
        var found = all.Where(m => SearchText.Of($"{m.Name} {m.Code} {string.Join(' ', m.Wijken)}").Contains(wanted, StringComparison.Ordinal))
            .OrderBy(m => m.Name, StringComparer.CurrentCultureIgnoreCase).ToList();
        return new MunicipalityList([.. found.Skip((Math.Max(page, 1) - 1) * Size).Take(Size)], found.Count, null);
    }

    public static async Task<MunicipalityCard?> Find(Work work, AreaCode code, CancellationToken cancel)
    {
        if (!await work.Query<Area>().AnyAsync(a => a.Municipality == code && a.Kind != AreaKind.Municipality, cancel))
            return null;
        return new MunicipalityCard(code, (await work.Area(code, cancel))?.Name ?? code.Value, []);
    }
}
