using Samenkracht.Kernel.Accountability;
using Samenkracht.Kernel.Keys;

namespace Samenkracht.App.Papers;

/// <summary>Wat versleuteld ligt: by the mapping of the tables, and by the code that writes it.</summary>
internal static class Encrypted
{
    /// <summary>Sealed by their own code, and not by the mapping: with a key that is destroyed, or opened only by who asked for it.</summary>
    public static readonly IReadOnlyList<string> ByOwnCode = ["person.bsn", "journal_line.payload", "signal_reporter.contact", "account_token.value", "account_session.id_token"];

    public static readonly IReadOnlySet<string> Places = SealedColumns.In(Modules.All).Concat(ByOwnCode).ToHashSet();

    public static int Tables => Places.Select(place => place.Split('.')[0]).Distinct().Count();

    public static bool Whole(StoredData table, StoredColumns columns) => columns.Names.All(name => Places.Contains($"{table.Table}.{name}"));

    /// <summary>"ja", "nee", or which of them.</summary>
    public static string Words(StoredData table, StoredColumns columns) => Whole(table, columns) ? "ja"
        : columns.Names.Where(name => Places.Contains($"{table.Table}.{name}")).ToList() is { Count: > 0 } some ? string.Join(", ", some.Select(name => $"`{name}`")) : "nee";
}
