using Microsoft.EntityFrameworkCore;

namespace Samenkracht.Kernel.Storage;

/// <summary>The one context. Only <see cref="Work"/> hands out its rows; the identity stores of Access are the single exception.</summary>
public sealed class SamenkrachtContext(DbContextOptions<SamenkrachtContext> options, ModelMap map) : DbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        Conventions.Apply(configurationBuilder, IdTypes(), Database.IsNpgsql());
        foreach (var conversion in map.Conversions) conversion(configurationBuilder);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        KernelTables.Map(modelBuilder);
        foreach (var table in map.Tables) table(modelBuilder);
        Conventions.SnakeCase(modelBuilder);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(e => typeof(IVersioned).IsAssignableFrom(e.ClrType)))
            entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
    }

    private static IEnumerable<Type> IdTypes() =>
        AppDomain.CurrentDomain.GetAssemblies()
            .Where(a => a.GetName().Name!.StartsWith("Samenkracht.", StringComparison.Ordinal))
            .SelectMany(a => a.GetTypes())
            .Where(t => t.IsValueType && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>)));
}
