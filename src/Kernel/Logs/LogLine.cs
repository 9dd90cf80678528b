namespace Samenkracht.Kernel.Logs;

/// <summary>Logregel: a line of a log that is only added to and that a <see cref="Chain"/> seals afterwards.</summary>
public abstract class LogLine
{
    /// <summary>Given by the database. Not the order of commitment: see <see cref="Seal"/>.</summary>
    public long Seq { get; private set; }

    public DateTimeOffset At { get; protected init; }
}

/// <summary>What a seal covers of a line.</summary>
internal interface ILogged
{
    /// <summary>What a digest covers beside <see cref="LogLine.At"/>: every other property, in a fixed order. The number is covered by the seal, so that a line that moved is known from one that changed.</summary>
    static abstract IReadOnlyList<string> Columns { get; }
}
