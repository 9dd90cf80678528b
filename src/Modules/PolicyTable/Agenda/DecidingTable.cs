using Samenkracht.Kernel;

namespace Samenkracht.PolicyTable.Agenda;

/// <summary>Tafel: who decides. Not every answer is the municipality's to give.</summary>
internal enum DecidingTable
{
    [Label("Gemeente")] Municipality,
    [Label("Woningcorporatie")] HousingCorporation,
    [Label("Zorgverzekeraar")] Insurer,
    [Label("Werkgever")] Employer,
    [Label("UWV")] Uwv,
    [Label("Andere tafel")] Other,
}

internal static class DecidingTables
{
    /// <summary>The municipality and the UWV are known by their kind; of the others there are many.</summary>
    public static bool HasOwnName(this DecidingTable table) => table is not (DecidingTable.Municipality or DecidingTable.Uwv);

    /// <summary>Who owes the answer, in a sentence: the council or the organisation, never the official.</summary>
    public static string Debtor(this DecidingTable table, string? name) => table switch
    {
        DecidingTable.Municipality => "het college",
        DecidingTable.Uwv => "het UWV",
        _ => name ?? throw new InvalidOperationException($"A {table} has a name."),
    };
}
