using Microsoft.EntityFrameworkCore;
using Samenkracht.Geography.Drawing;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Design;

namespace Samenkracht.Geography.Contract;

/// <summary>What other modules ask of the areas. Areas hold nothing about a person, so every actor sees the same.</summary>
public static class AreaQueries
{
    extension(Work work)
    {
        /// <summary>Every area of every year.</summary>
        public IQueryable<AreaCard> Areas => work.Query<Area>().Select(a => new AreaCard
        {
            Code = a.Code,
            Year = a.Year,
            Kind = a.Kind,
            Name = a.Name,
            Municipality = a.Municipality,
            Parent = a.Parent,
            Longitude = a.Longitude,
            Latitude = a.Latitude,
        });

        /// <summary>The areas of now: of each municipality and kind the newest year in the database.</summary>
        public IQueryable<AreaCard> CurrentAreas => work.Areas.Where(a =>
            a.Year == work.Query<Area>().Where(b => b.Municipality == a.Municipality && b.Kind == a.Kind).Max(b => b.Year));

        /// <summary>Each code once, in its newest year; also areas that have ceased to exist, so that an old address keeps its name.</summary>
        public IQueryable<AreaCard> NewestAreas => work.Areas.Where(a =>
            a.Year == work.Query<Area>().Where(b => b.Code == a.Code).Max(b => b.Year));

        /// <summary>One area in its newest year, or null.</summary>
        public Task<AreaCard?> Area(AreaCode code, CancellationToken cancel = default) =>
            work.NewestAreas.FirstOrDefaultAsync(a => a.Code == code, cancel);

        /// <summary>Whether this code may stand in an address: a buurt of now.</summary>
        public Task<bool> IsBuurt(AreaCode code, CancellationToken cancel = default) =>
            work.CurrentAreas.AnyAsync(a => a.Code == code && a.Kind == AreaKind.Buurt, cancel);

        /// <summary>The names of the areas on a page, as one batch.</summary>
        public Task<Dictionary<AreaCode, string>> AreaNames(IReadOnlyCollection<AreaCode> codes, CancellationToken cancel = default) =>
            work.NewestAreas.Where(a => codes.Contains(a.Code)).ToDictionaryAsync(a => a.Code, a => a.Name, cancel);

        /// <summary>The buurten of now for a field, by name, each with its wijk as hint.</summary>
        public Task<IReadOnlyList<Option>> BuurtOptions(CancellationToken cancel = default) => Options(work, AreaKind.Buurt, cancel);

        /// <summary>The wijken of now for a field, by name.</summary>
        public Task<IReadOnlyList<Option>> WijkOptions(CancellationToken cancel = default) => Options(work, AreaKind.Wijk, cancel);

        /// <summary>One key figure of these areas, each in the newest year that CBS tells it; an area without one is absent.</summary>
        /// <param name="key">Such as <see cref="KeyFigure.Households"/>.</param>
        public async Task<IReadOnlyDictionary<AreaCode, double>> NewestFigures(string key, IReadOnlyCollection<AreaCode> codes, CancellationToken cancel = default)
        {
            var told = await work.Query<AreaFigure>().Where(f => f.Key == key && f.Value != null && codes.Contains(f.Code))
                .Select(f => new { f.Code, f.Year, Value = f.Value!.Value }).ToListAsync(cancel);
            return told.GroupBy(f => f.Code).ToDictionary(f => f.Key, f => f.MaxBy(of => of.Year)!.Value);
        }

        /// <summary>Where areas lie, in metres on one plane, for distances. A buurt without drawing has the place of its wijk; what has neither is absent.</summary>
        public async Task<IReadOnlyDictionary<AreaCode, AreaPlace>> Places(IReadOnlyCollection<AreaCode> codes, CancellationToken cancel = default)
        {
            var wanted = codes.Concat(codes.Select(c => c.Parent).OfType<AreaCode>()).Distinct().ToList();
            var known = await work.NewestAreas.Where(a => wanted.Contains(a.Code) && a.Longitude != null)
                .ToDictionaryAsync(a => a.Code, a => (X: a.Longitude!.Value, Y: a.Latitude!.Value), cancel);
            if (known.Count == 0)
                return new Dictionary<AreaCode, AreaPlace>();
            var plane = new LocalPlane(known.Values.Average(p => p.X), known.Values.Average(p => p.Y));
            return codes.Distinct()
                .Select(code => (code, degrees: Known(known, code) ?? (code.Parent is { } parent ? Known(known, parent) : null)))
                .Where(place => place.degrees is not null)
                .ToDictionary(place => place.code, place => plane.Metres(place.degrees!.Value.X, place.degrees.Value.Y) is var (x, y) ? new AreaPlace(x, y) : default);
        }
    }

    static (double X, double Y)? Known(Dictionary<AreaCode, (double X, double Y)> places, AreaCode code) =>
        places.TryGetValue(code, out var place) ? place : null;

    static async Task<IReadOnlyList<Option>> Options(Work work, AreaKind kind, CancellationToken cancel)
    {
        var areas = await work.CurrentAreas.Where(a => a.Kind == kind).Select(a => new { a.Code, a.Name, a.Parent }).ToListAsync(cancel);
        var parents = await work.AreaNames([.. areas.Select(a => a.Parent).OfType<AreaCode>().Distinct()], cancel);
        return [.. areas
            .Select(a => new Option(a.Code.Value, a.Name, a.Parent is { } parent ? parents.GetValueOrDefault(parent) : null))
            .OrderBy(o => o.Text, StringComparer.CurrentCultureIgnoreCase)];
    }
}
