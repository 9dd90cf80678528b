namespace Samenkracht.Scan;

/// <summary>
/// Zoekwijze: a family of windows (sets of units) among which the scan looks for too many cases. Families are chosen in advance, never after looking at the results.
/// </summary>
public abstract record WindowFamily
{
    private protected WindowFamily() { }

    /// <summary>The name on the command line and in exports.</summary>
    public abstract string Name { get; }

    /// <summary>Bit <c>t</c> is set when a scan over households looks at theme <c>t</c> with this family; a theme may be left out because it must not be looked at in this way.</summary>
    public ulong Themes { get; init; } = ulong.MaxValue;

    internal bool LooksAt(int theme) => ((Themes >> theme) & 1) != 0;
}

/// <summary>
/// Cirkels: around each unit, its nearest units, growing one by one (ties in distance by input order). A window is a centre and a number of units, so that the same units
/// can be counted from several centres.
/// </summary>
/// <param name="MaxShare">Greatest part of the whole population that a circle may hold, above 0 and at most 1.</param>
public sealed record Circles(double MaxShare = 0.5) : WindowFamily
{
    /// <inheritdoc/>
    public override string Name => "circles";
}

/// <summary>Gemeenschappen: the sets that units say they belong to. Their size has no limit.</summary>
public sealed record Sets : WindowFamily
{
    /// <inheritdoc/>
    public override string Name => "sets";
}
