using Samenkracht.Kernel;
using Samenkracht.Kernel.Accountability;

namespace Samenkracht.Geography;

/// <summary>Wat deze module bewaart: gebieden en cijfers van CBS, over niemand.</summary>
internal static class GeographyData
{
    public static readonly StoredData Area = StoredData.In("area", Purpose.CollectiveInsight, DataSubject.Nobody)
        .Plain("code", "year", "kind", "name", "municipality", "parent", "longitude", "latitude", "boundary");

    public static readonly StoredData AreaFigure = StoredData.In("area_figure", Purpose.CollectiveInsight, DataSubject.Nobody).Plain("code", "year", "key", "value");
}
