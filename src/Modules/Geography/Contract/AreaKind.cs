namespace Samenkracht.Geography.Contract;

/// <summary>Gemeente, wijk or buurt: the three sizes of area that Statistics Netherlands (CBS) draws.</summary>
public enum AreaKind
{
    Municipality,
    Wijk,
    Buurt,
}
