using System.Text.Json;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Records.Contract;

namespace Samenkracht.Records.Listing;

/// <summary>Regel van de vernietigingslijst: a file that may go, why, and what became of it. It holds ids, days and counts, and outlives what it tells of.</summary>
internal sealed class DestructionLine : IVersioned
{
    private DestructionLine() { }

    public DestructionLineId Id { get; private init; }
    public HouseholdId? Household { get; private init; }
    /// <summary>Only what lies under this law; null for all of it.</summary>
    public Law? Law { get; private init; }
    public Guid? Person { get; private init; }
    public Guid? Signal { get; private init; }
    /// <summary>One open line at a time for the same file, by the database.</summary>
    public string FileKey { get; private init; } = "";
    public DestructionGround Ground { get; private init; }
    /// <summary>In Dutch, as the declaration says it: "Wmo, hulp gegeven: 15 jaar na afsluiting".</summary>
    public string Rule { get; private init; } = "";
    public DateOnly CountedFrom { get; private init; }
    public DateOnly DueOn { get; private init; }
    /// <summary>The granted request; null when the term passed.</summary>
    public Guid? Request { get; private init; }
    public int RowCount { get; private set; }
    /// <summary>How many rows of each table, as JSON.</summary>
    public string Counts { get; private set; } = "{}";
    public DateTimeOffset ProposedAt { get; private init; }
    public DeclarationId? Declaration { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }
    /// <summary>Since when it stands in no file of the database any more; null while that is to be done.</summary>
    public DateTimeOffset? SettledAt { get; private set; }
    public int Version { get; private set; }

    public DestroyedFile File => new(Household, Law, Person, Signal);

    /// <summary>By which the archivist and a declaration speak of it: the first eight signs of its own id.</summary>
    public string Reference => Id.ToString()[..8].ToUpperInvariant();

    public IReadOnlyDictionary<string, int> CountsByTable => JsonSerializer.Deserialize<Dictionary<string, int>>(Counts)!;

    public static DestructionLine Propose(DestroyedFile file, DestructionGround ground, string rule, DateOnly countedFrom, DateOnly dueOn, Guid? request, DateTimeOffset now) => new()
    {
        Id = Kernel.Id.New<DestructionLineId>(),
        Household = file.Household,
        Law = file.Law,
        Person = file.Person,
        Signal = file.Signal,
        FileKey = KeyOf(file),
        Ground = ground,
        Rule = rule,
        CountedFrom = countedFrom,
        DueOn = dueOn,
        Request = request,
        ProposedAt = now,
    };

    /// <summary>As it was approved in the days that a backup does not know.</summary>
    internal static DestructionLine Approved(Destroyed gone) => new()
    {
        Id = new DestructionLineId(gone.Line),
        Household = gone.File.Household,
        Law = gone.Law,
        Person = gone.Person,
        Signal = gone.Signal,
        FileKey = KeyOf(gone.File),
        Ground = gone.Ground,
        Rule = gone.Rule,
        CountedFrom = gone.CountedFrom,
        DueOn = gone.DueOn,
        Request = gone.Request,
        ProposedAt = gone.ProposedAt,
        Declaration = new DeclarationId(gone.Declaration),
    };

    public static string KeyOf(DestroyedFile file) => $"{file.Household?.Text() ?? file.Signal?.ToString("N")}|{file.Law}|{file.Person:N}";

    public void Count(IReadOnlyDictionary<string, int> rows) => (RowCount, Counts) = (rows.Values.Sum(), JsonSerializer.Serialize(rows));

    public void Approve(DeclarationId declaration) =>
        Declaration = Declaration is null ? declaration : throw new InvalidOperationException("A line is approved once.");

    /// <summary>Not carried out yet, and not to be.</summary>
    public void TakeBack() => Declaration = DoneAt is null ? null : throw new InvalidOperationException("What is gone does not come back.");

    public Tombstone Carry(IReadOnlyDictionary<string, int> gone, Because because)
    {
        if (Declaration is null || DoneAt is not null) throw new InvalidOperationException("Approved first, and carried out once.");
        Count(gone);
        DoneAt = because.At;
        return new Tombstone
        {
            // Of a part only the line stands in its place: the rest of the household is still there.
            Id = Law is not null ? Id.Value : Person ?? Signal ?? Household!.Value.Value,
            Kind = Law is not null ? TombstoneKind.Part : Person is not null ? TombstoneKind.Person : Signal is not null ? TombstoneKind.Signal : TombstoneKind.Household,
            DestroyedOn = Kernel.Time.Amsterdam.Date(because.At),
            Rule = Rule,
            Destruction = Id,
        };
    }
}

internal readonly record struct DestructionLineId(Guid Value) : IId<DestructionLineId>
{
    public override string ToString() => this.Text();
}

/// <summary>Soort grafsteen.</summary>
internal enum TombstoneKind { Household, Person, Signal, Part }

/// <summary>Grafsteen: something was here, and its id never comes back.</summary>
internal sealed class Tombstone
{
    public Guid Id { get; init; }
    public TombstoneKind Kind { get; init; }
    public DateOnly DestroyedOn { get; init; }
    public string Rule { get; init; } = "";
    public DestructionLineId Destruction { get; init; }
}

/// <summary>Verklaring van vernietiging (Archiefbesluit 1995 art. 8): one approval by the archivist, and when it may be carried out.</summary>
internal sealed class Declaration
{
    public DeclarationId Id { get; init; }
    public DateTimeOffset ApprovedAt { get; init; }
    public AccountId ApprovedBy { get; init; }
    /// <summary>Not before this instant, so that a mistake can be taken back.</summary>
    public DateTimeOffset CarryOutFrom { get; init; }

    /// <summary>By which it is called: the first eight signs of its id.</summary>
    public string Reference => Id.ToString()[..8].ToUpperInvariant();
}

internal readonly record struct DeclarationId(Guid Value) : IId<DeclarationId>
{
    public override string ToString() => this.Text();
}

/// <summary>Nacht waarin de lijst is gemaakt.</summary>
internal sealed class RetentionNight
{
    public DateOnly Night { get; init; }
    public DateTimeOffset At { get; init; }
    public int Found { get; init; }
}
