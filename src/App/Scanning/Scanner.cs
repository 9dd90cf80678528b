using Samenkracht.Scan;

namespace Samenkracht.App.Scanning;

/// <summary>Carries out what was asked for and times it.</summary>
internal static class Scanner
{
    /// <exception cref="RefusedException">There are more windows than this machine can hold.</exception>
    public static ScanReport Run(ScanRequest request, ScanInput input, CancellationToken cancel)
    {
        using var watch = new ScanWatch();
        var options = request.Options with { Progress = watch };
        try
        {
            return request.Conditional
                ? ConditionalReport.Of(NeighbourhoodTest.Run(input.Households(), options, cancel), input, options, watch.Seconds)
                : ScanReport.Of(Scan(request, input.Areas(), options, cancel), input, watch.Seconds);
        }
        catch (Exception failed) when (IsTooMuch(failed))
        {
            throw new RefusedException("Er zijn te veel vensters. Neem minder gebieden, of een kleinere --k of --max-share.");
        }
    }

    private static ScanResult Scan(ScanRequest request, List<Area> areas, ScanOptions options, CancellationToken cancel) => request.Bernoulli
        ? BernoulliScan.Run(areas, request.Families, options, cancel)
        : PoissonScan.Run(areas, request.Families, options, cancel);

    private static bool IsTooMuch(Exception failed) =>
        failed is OverflowException or OutOfMemoryException || failed is AggregateException several && several.InnerExceptions.All(IsTooMuch);
}
