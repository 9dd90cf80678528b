namespace Samenkracht.Scan;

/// <summary>
/// Zoekwijze: a family of windows (sets of units) among which the scan looks for too many cases. Families are chosen in advance, never after looking at the results.
/// </summary>
public abstract record WindowFamily
{
    private protected WindowFamily() { }

    /// <summary>The name on the command line and in exports.</summary>
    public abstract string Name { get; }

    /// <summary>Bit <c>t</c> is set when a scan of several themes looks at theme <c>t</c> with this family; a theme may be left out because it must not be looked at in this way.</summary>
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

/// <summary>
/// Aaneengesloten gebieden: connected sets that hold a centre and lie within its nearest units (Tango and Takahashi 2005), so that a cluster may follow a river or a road.
/// </summary>
/// <param name="Nearest">How many of the nearest units a set may be made of, the centre among them; 1 to <see cref="MostNearest"/>. Sets number up to two to the power of this, per centre.</param>
public sealed record Connected(int Nearest = 15) : WindowFamily
{
    /// <summary>Beyond this there are too many sets to weigh.</summary>
    public const int MostNearest = 25;

    /// <inheritdoc/>
    public override string Name => "connected";

    /// <summary>
    /// Admit only units that stand out by themselves: whose mid-p, P(X &gt; c) + ½ P(X = c) for X Poisson with the expected cases, is below this (Tango and Takahashi 2008; they use 0.2).
    /// Null admits all.
    /// </summary>
    public double? AdmitBelow { get; init; }
}

/// <summary>Cirkels in de tijd: each circle in each period, for a space-time scan.</summary>
/// <param name="MaxDays">Days that a period lasts at most; at least 1.</param>
/// <param name="MaxShare">Greatest part of all cases that a circle may hold on all days together, above 0 and at most 1.</param>
public sealed record Cylinders(int MaxDays = 30, double MaxShare = 0.5) : WindowFamily
{
    /// <inheritdoc/>
    public override string Name => "cylinders";

    /// <summary>Only periods that end on the last day: what is going on now.</summary>
    public bool Prospective { get; init; }
}

/// <summary>Gemeenschappen in de tijd: each set in each period, for a space-time scan.</summary>
/// <param name="MaxDays">Days that a period lasts at most; at least 1.</param>
public sealed record SetCylinders(int MaxDays = 30) : WindowFamily
{
    /// <inheritdoc/>
    public override string Name => "set-cylinders";

    /// <summary>Only periods that end on the last day: what is going on now.</summary>
    public bool Prospective { get; init; }
}

/// <summary>Gemeenschappen: the sets that units say they belong to. Their size has no limit.</summary>
public sealed record Sets : WindowFamily
{
    /// <inheritdoc/>
    public override string Name => "sets";
}

/// <summary>Gemeenschappen per buurt: each set, as far as it lies in each neighbourhood (<see cref="Area.Part"/>; of households, <see cref="Household.Location"/>).</summary>
public sealed record SetsByArea : WindowFamily
{
    /// <inheritdoc/>
    public override string Name => "sets-by-area";
}
