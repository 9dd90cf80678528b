using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Samenkracht.Kernel.Records;

namespace Samenkracht.Kernel.Storage;

/// <summary>Narrows all rows of an entity to those that the work's actor may see.</summary>
public delegate IQueryable<T> Scope<T>(IQueryable<T> all, Work work);

/// <summary>What the modules store: tables and, for each, who may read. An entity without a scope cannot be queried.</summary>
public sealed class ModelMap
{
    private readonly List<Action<ModelBuilder>> tables = [];
    private readonly List<Action<ModelConfigurationBuilder>> conversions = [];
    private readonly Dictionary<Type, Delegate> scopes = [];

    public ModelMap(IEnumerable<IModule> modules)
    {
        KernelTables.Declare(this);
        foreach (var module in modules) module.Map(this);
    }

    internal IReadOnlyList<Action<ModelBuilder>> Tables => tables;

    internal IReadOnlyList<Action<ModelConfigurationBuilder>> Conversions => conversions;

    /// <summary>The entities about people, whose rows are narrowed by actor.</summary>
    internal IEnumerable<Type> ScopedEntities => scopes.Keys;

    /// <summary>An entity about people.</summary>
    public ModelMap Scoped<T>(Scope<T> scope, Action<EntityTypeBuilder<T>>? table = null) where T : class
    {
        scopes.Add(typeof(T), scope);
        return Table(table);
    }

    /// <summary>An entity without anything about a person in care: whoever reaches the page may read it.</summary>
    public ModelMap Open<T>(Action<EntityTypeBuilder<T>>? table = null) where T : class
    {
        openEntities.Add(typeof(T));
        return Table(table);
    }

    /// <summary>What becomes of the rows of each table when a file is destroyed.</summary>
    public PersonalTables Personal { get; } = new();

    /// <summary>Rows of this table go with what they hang on (docs/adr/0060). Declare a table after those that it refers to; more than once for more than one way.</summary>
    /// <param name="to">The table that it hangs on.</param>
    /// <param name="column">Of this table; named after <paramref name="to"/> when left out.</param>
    /// <param name="law">The column with the law, beside one named household: what lies under one law can go before the rest.</param>
    public ModelMap GoesWith(string table, string to = "household", string? column = null, string key = "id", string? law = null)
    {
        Personal.Add(table, to, column, key, law);
        return this;
    }

    /// <summary>A table of which a file can begin: a household, a person, a signal, an account.</summary>
    public ModelMap IsSubject(string table)
    {
        Personal.Add(table, null, null, "id", law: null);
        return this;
    }

    /// <summary>When rows of a table go, the subjects that one of its columns names go too.</summary>
    public ModelMap Draws(string table, string subject, string? column = null, string? where = null)
    {
        Personal.Draw(new(subject, table, column ?? subject, where));
        return this;
    }

    /// <summary>Tables that stay whatever is destroyed, and why nothing about a person can be read in them.</summary>
    public ModelMap Stays(string why, params IEnumerable<string> tables)
    {
        foreach (var table in tables) Personal.Stay(table, why);
        return this;
    }

    /// <summary>A value type with its form in a column.</summary>
    public ModelMap Convert<TValue, TConverter>() where TConverter : ValueConverter
    {
        conversions.Add(c => c.Properties<TValue>().HaveConversion<TConverter>());
        return this;
    }

    internal IQueryable<T> Narrow<T>(IQueryable<T> all, Work work) where T : class =>
        scopes.TryGetValue(typeof(T), out var scope) ? ((Scope<T>)scope)(all, work)
        : openEntities.Contains(typeof(T)) ? all
        : throw new InvalidOperationException($"{typeof(T).Name} has no scope: map it with Scoped or Open.");

    private readonly HashSet<Type> openEntities = [];

    private ModelMap Table<T>(Action<EntityTypeBuilder<T>>? table) where T : class
    {
        tables.Add(model => { var entity = model.Entity<T>(); table?.Invoke(entity); });
        return this;
    }
}
