using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Samenkracht.Kernel.Journal;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;

namespace Samenkracht.Kernel;

public static class KernelServices
{
    /// <summary>The kernel and the given modules on one database. The caller adds data protection with its key folder.</summary>
    public static IServiceCollection AddKernel(this IServiceCollection services, DatabaseConnection connection, IReadOnlyList<IModule> modules)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new WorkingDays(new HashSet<DateOnly>()));
        services.AddSingleton(connection);
        services.AddSingleton(new ModelMap(modules));
        services.AddSingleton(all => new Storage.Storage(connection, all.GetRequiredService<ModelMap>(), all.GetRequiredService<TimeProvider>(),
            all.GetRequiredService<Microsoft.AspNetCore.DataProtection.IDataProtectionProvider>(), all, all.GetServices<IInterceptor>()));
        services.AddSingleton<ReadLog>().AddSingleton<JournalSealer>().AddSingleton<JournalCheck>();
        foreach (var module in modules) module.Register(services);
        return services;
    }
}
