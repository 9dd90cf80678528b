namespace Samenkracht.Kernel.Storage;

/// <summary>A row that two people may edit at once: each save raises the version, and a save on an old one is refused.</summary>
public interface IVersioned
{
    int Version { get; }
}

/// <summary>Someone else saved first. Pages show both versions and lose neither.</summary>
public sealed class ConcurrentChangeException(Exception inner) : Exception("Someone else saved this first.", inner);

/// <summary>A unique index or key refused the write: someone else made the same thing first.</summary>
/// <param name="constraint">The index's name on PostgreSQL, its <c>table.column</c> list on SQLite.</param>
public sealed class UniqueConflictException(string constraint, Exception inner) : Exception($"Not unique: {constraint}.", inner)
{
    public string Constraint { get; } = constraint;
}
