using System.Collections.Concurrent;
using System.Globalization;
using System.Linq.Expressions;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Kernel.Keys;

/// <summary>Versleutelde kolommen: what the database never holds in plain (docs/adr/0088). Declared in the mapping; pages, queries and entities know nothing of it.</summary>
/// <remarks>
/// A converter of EF Core sees a value and nothing else: neither its row nor its database. So a value is bound to its column, opens with the key that it
/// names, and is sealed with the key that <see cref="Work.Flush"/> lends for the length of the save. Anywhere else sealing throws, also in a filter: nobody can search in what is sealed.
/// </remarks>
public static class SealedColumns
{
    private static readonly ConcurrentDictionary<Guid, SealingKey> Known = new();
    private static readonly AsyncLocal<SealingKey?> Lent = new();

    extension<T>(EntityTypeBuilder<T> table) where T : class
    {
        /// <summary>Texts of this table that are kept sealed.</summary>
        public EntityTypeBuilder<T> Sealed(params Expression<Func<T, string?>>[] texts)
        {
            foreach (var text in texts) table.Property(text).HasConversion((ValueConverter)new SealedConverter<string>(Place(text), t => t, t => t));
            return table;
        }

        /// <summary>A day that is kept sealed.</summary>
        public EntityTypeBuilder<T> SealedDay(Expression<Func<T, DateOnly?>> day)
        {
            table.Property(day).HasConversion((ValueConverter)new SealedConverter<DateOnly>(Place(day), d => d.ToString("O", CultureInfo.InvariantCulture), text => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture)));
            return table;
        }

        /// <summary>A choice that is kept sealed, each of the same length: what is sealed is as long as what was written.</summary>
        public EntityTypeBuilder<T> SealedChoice<TChoice>(Expression<Func<T, TChoice?>> choice) where TChoice : struct, Enum
        {
            var longest = Enum.GetNames<TChoice>().Max(name => name.Length);
            table.Property(choice).HasConversion((ValueConverter)new SealedConverter<TChoice>(Place(choice), c => c.ToString().PadRight(longest), Enum.Parse<TChoice>));
            return table;
        }
    }

    /// <summary>The columns that these modules keep sealed, as "table.column". Asks the mapping: there need not be a database.</summary>
    public static IReadOnlySet<string> In(IEnumerable<IModule> modules)
    {
        var options = new DbContextOptionsBuilder<SamenkrachtContext>().UseSqlite("Data Source=:memory:");
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new MapOption(new ModelMap(modules)));
        using var context = new SamenkrachtContext(options.Options);
        return context.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Select(p => p.GetValueConverter()).OfType<ISealedColumn>().Select(c => c.Place).ToHashSet();
    }

    internal static void Know(SealingKey key) => Known.TryAdd(key.Id, key);

    /// <summary>For the asynchronous method that calls this, and what it calls.</summary>
    internal static void Lend(SealingKey key) => Lent.Value = key;

    // Nothing is empty for everyone to see: an expired signal has no words (0007_signals).
    internal static byte[] Seal(string text, string place) => text.Length == 0 ? []
        : (Lent.Value ?? throw new InvalidOperationException($"{place} is sealed: it is written by Work.Flush only, and nothing is sought in it.")).Seal(text, place);

    internal static string Open(byte[] kept, string place) => kept.Length == 0 ? ""
        : (Known.GetValueOrDefault(SealingKey.IdOf(kept)) ?? throw new CryptographicException($"The key of a value in {place} is lost.")).Open(kept, place);

    private static string Place(LambdaExpression column)
    {
        var member = ((MemberExpression)column.Body).Member;
        return $"{Conventions.Snake(column.Parameters[0].Type.Name)}.{Conventions.Snake(member.Name)}";
    }
}

/// <summary>A column that is kept sealed; its place is its table and name.</summary>
internal interface ISealedColumn
{
    string Place { get; }
}

internal sealed class SealedConverter<T>(string place, Func<T, string> write, Func<string, T> read)
    : ValueConverter<T, byte[]>(value => SealedColumns.Seal(write(value), place), kept => read(SealedColumns.Open(kept, place))), ISealedColumn
{
    public string Place { get; } = place;
}
