using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Samenkracht.Kernel.Storage;

/// <summary>The one place where the two databases are made to agree (docs/adr/0002).</summary>
internal static class Conventions
{
    /// <summary>Fixed width, so that SQLite's text order is the order in time.</summary>
    internal const string InstantFormat = "yyyy-MM-ddTHH:mm:ss.ffffffZ";

    internal static void Apply(ModelConfigurationBuilder model, IEnumerable<Type> ids, bool postgres)
    {
        model.Properties<Enum>().HaveConversion<string>();
        foreach (var id in ids) model.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
        if (postgres) model.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        else model.Properties<DateTimeOffset>().HaveConversion<InstantTextConverter>();
    }

    internal static void SnakeCase(ModelBuilder model)
    {
        // What lives inside a JSON column has property names of its own.
        foreach (var entity in model.Model.GetEntityTypes().Where(e => !e.IsMappedToJson()))
        {
            if (entity.GetTableName() is { } table) entity.SetTableName(Snake(table));
            foreach (var property in entity.GetProperties()) property.SetColumnName(Snake(property.Name));
        }
    }

    internal static string Snake(string name)
    {
        var snake = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var starts = i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_' && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (starts) snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }
        return snake.ToString();
    }

    private sealed class IdConverter<T>() : ValueConverter<T, Guid>(id => id.Value, value => new T { Value = value }) where T : struct, IId<T>;

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(at => at.ToUniversalTime(), at => at);

    private sealed class InstantTextConverter() : ValueConverter<DateTimeOffset, string>(
        at => at.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture),
        text => DateTimeOffset.ParseExact(text, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
}
