using Samenkracht.Geography.Contract;

namespace Samenkracht.Geography;

/// <summary>Kerncijfer van een gebied: one number of one year. Null is unknown, as CBS says it; never nought.</summary>
sealed class AreaFigure
{
    AreaFigure() { }

    public AreaFigure(AreaCode code, int year, string key, double? value) => (Code, Year, Key, Value) = (code, year, key, value);

    public AreaCode Code { get; private set; }
    public int Year { get; private set; }
    public string Key { get; private set; } = "";
    public double? Value { get; private set; }
}
