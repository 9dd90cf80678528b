using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Samenkracht.Geography.Contract;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Geography;

static class GeographyTables
{
    public static void Map(ModelMap map) => map
        .Stays("figures of CBS about areas", "area", "area_figure")
        .Convert<AreaCode, AreaCodeText>()
        .Open<Area>(area => area.HasKey(a => new { a.Code, a.Year }))
        .Open<AreaFigure>(figure => figure.HasKey(f => new { f.Code, f.Year, f.Key }));

    sealed class AreaCodeText() : ValueConverter<AreaCode, string>(code => code.Value, text => AreaCode.Parse(text));
}
