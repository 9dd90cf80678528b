using Microsoft.EntityFrameworkCore;
using Samenkracht.Geography.Drawing;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Geography.Contract;

/// <summary>Maps for any module's page.</summary>
public static class MapQueries
{
    extension(Work work)
    {
        /// <summary>The areas of one kind in a municipality, or in one wijk.</summary>
        /// <param name="within">A municipality or a wijk.</param>
        /// <param name="year">The year of the boundaries; without, the newest.</param>
        /// <returns>Null when no area of this kind is known there.</returns>
        public async Task<AreaMap?> Map(AreaKind kind, AreaCode within, int? year = null, CancellationToken cancel = default)
        {
            var areas = work.Query<Area>().AsNoTracking().Where(a => a.Kind == kind && a.Municipality == within.Municipality);
            if (within.Kind == AreaKind.Wijk)
                areas = areas.Where(a => a.Code == within || a.Parent == within);
            var years = await areas.Select(a => a.Year).Distinct().ToListAsync(cancel);
            if (years.Count == 0)
                return null;
            // Boundaries of the year itself, or of the nearest year there is.
            var nearest = years.MinBy(y => (Math.Abs((long)y - (year ?? int.MaxValue)), -y));
            var drawn = await areas.Where(a => a.Year == nearest).OrderBy(a => a.Code).ToListAsync(cancel);
            var around = kind != AreaKind.Buurt || within.Kind != AreaKind.Municipality ? [] : await work.Query<Area>().AsNoTracking()
                .Where(a => a.Kind == AreaKind.Wijk && a.Municipality == within && a.Year == nearest).OrderBy(a => a.Code).ToListAsync(cancel);
            return MapDrawing.Draw(drawn, around);
        }

        /// <summary>The buurten of the municipality that most of these areas lie in; what a finding is drawn on.</summary>
        public async Task<AreaMap?> MapAround(IReadOnlyCollection<AreaCode> areas, AreaKind kind = AreaKind.Buurt, CancellationToken cancel = default)
        {
            if (areas.Count == 0)
                return null;
            var municipality = areas.GroupBy(a => a.Municipality).MaxBy(g => g.Count())!.Key;
            return await work.Map(kind, municipality, cancel: cancel);
        }
    }
}
