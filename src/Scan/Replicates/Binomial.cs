using System.Runtime.CompilerServices;

namespace Samenkracht.Scan;

/// <summary>Draws binomial numbers exactly: by inversion where few are to be expected, else by transformed rejection (BTRS, Hörmann 1993), whose cost does not grow with them.</summary>
sealed class Binomial
{
    // Below this mean inversion is faster, and the constants of the rejection no longer hold.
    const double FewExpected = 10;

    readonly double[] _logFactorials;

    /// <param name="most">The greatest number of trials.</param>
    public Binomial(int most)
    {
        _logFactorials = new double[most + 1];
        for (var n = 2; n <= most; n++)
            _logFactorials[n] = _logFactorials[n - 1] + Math.Log(n);
    }

    /// <param name="random">Where chance comes from.</param>
    /// <param name="trials">From 0.</param>
    /// <param name="chance">Of each trial, 0 to 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Draw(ref ReplicateRandom random, int trials, double chance)
    {
        if (trials == 0 || chance <= 0)
            return 0;
        if (chance > 0.5)
            return chance >= 1 ? trials : trials - Draw(ref random, trials, 1 - chance);
        return trials * chance < FewExpected ? Invert(ref random, trials, chance) : Reject(ref random, trials, chance);
    }

    static int Invert(ref ReplicateRandom random, int trials, double chance)
    {
        var odds = chance / (1 - chance);
        while (true)
        {
            var left = random.Uniform();
            var here = Math.Exp(trials * Math.Log(1 - chance));
            for (var count = 0; count <= trials; here *= odds * (trials - count) / ++count)
            {
                if (left <= here)
                    return count;
                left -= here;
            }
            // Rounding left a crumb beyond the last number: draw again.
        }
    }

    int Reject(ref ReplicateRandom random, int trials, double chance)
    {
        var deviation = Math.Sqrt(trials * chance * (1 - chance));
        var b = 1.15 + (2.53 * deviation);
        var a = -0.0873 + (0.0248 * b) + (0.01 * chance);
        var alpha = (2.83 + (5.1 / b)) * deviation;
        var mode = (int)Math.Floor((trials + 1) * chance);
        while (true)
        {
            var u = random.Uniform() - 0.5;
            var v = random.Uniform();
            var us = 0.5 - Math.Abs(u);
            var drawn = Math.Floor((((2 * a / us) + b) * u) + (trials * chance) + 0.5);
            if (!(drawn >= 0 && drawn <= trials))
                continue;
            var count = (int)drawn;
            if ((us >= 0.07 && v <= 0.92 - (4.2 / b)) || Math.Log(v * alpha / ((a / (us * us)) + b)) <= LogRatio(trials, chance, count, mode))
                return count;
        }
    }

    /// <summary>Logarithm of the chance of a count over that of the mode.</summary>
    double LogRatio(int trials, double chance, int count, int mode) =>
        _logFactorials[mode] + _logFactorials[trials - mode] - _logFactorials[count] - _logFactorials[trials - count] + ((count - mode) * Math.Log(chance / (1 - chance)));
}
