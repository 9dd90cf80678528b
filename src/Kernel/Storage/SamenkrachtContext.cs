using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Samenkracht.Kernel.Storage;

/// <summary>The one context. Only <see cref="Work"/> hands out its rows; the identity stores of Access are the single exception.</summary>
/// <remarks>From a pool, which makes it of its options alone.</remarks>
public sealed class SamenkrachtContext(DbContextOptions<SamenkrachtContext> options) : DbContext(options)
{
    private readonly ModelMap map = options.GetExtension<MapOption>().Map;

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

/// <summary>What the modules store, among the options of the context.</summary>
internal sealed class MapOption(ModelMap map) : IDbContextOptionsExtension
{
    public ModelMap Map => map;

    public DbContextOptionsExtensionInfo Info => new MapInfo(this);

    public void ApplyServices(IServiceCollection services) { }

    public void Validate(IDbContextOptions options) { }

    private sealed class MapInfo(MapOption option) : DbContextOptionsExtensionInfo(option)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "";

        public override int GetServiceProviderHashCode() => 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is MapInfo;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) { }
    }
}
