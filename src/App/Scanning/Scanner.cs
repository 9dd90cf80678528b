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
                : ScanReport.Of(Scan(request, input, options, cancel), input, watch.Seconds);
        }
        catch (Exception failed) when (IsTooMuch(failed))
        {
            throw new RefusedException("Er zijn te veel vensters. Neem minder gebieden of dagen, of een kleinere --k, --max-share of --max-days.");
        }
    }

    private static ScanResult Scan(ScanRequest request, ScanInput input, ScanOptions options, CancellationToken cancel) =>
        request.SpaceTime ? SpaceTimeScan.Run(input.DatedCases(), request.Families, options, cancel)
        : request.Bernoulli ? BernoulliScan.Run(input.Areas(), request.Families, options, cancel)
        : PoissonScan.Run(input.Areas(), request.Families, options, cancel);

    private static bool IsTooMuch(Exception failed) =>
        failed is OverflowException or OutOfMemoryException || failed is AggregateException several && several.InnerExceptions.All(IsTooMuch);
}
