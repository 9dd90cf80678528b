using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Samenkracht.Kernel.Journal;
using Samenkracht.Kernel.Logs;
using Samenkracht.Kernel.Processing;
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
            all.GetRequiredService<IDataProtectionProvider>(), all.GetRequiredService<ProcessingLog>(), all, all.GetServices<IInterceptor>()));
        services.AddLogs(connection);
        foreach (var module in modules) module.Register(services);
        return services;
    }

    // The journal lives in the main database; the logs of looks and of processing in their own.
    private static void AddLogs(this IServiceCollection services, DatabaseConnection connection)
    {
        services.AddSingleton(all => new LogDatabase(connection, all.GetRequiredService<TimeProvider>())).AddSingleton<Pseudonyms>();
        services.AddSingleton(all => new ProcessingLog(all.GetRequiredService<LogDatabase>(), all.GetRequiredService<Pseudonyms>(), all.GetRequiredService<TimeProvider>()));
        services.AddSingleton(all => new ReadLog(all.GetRequiredService<LogDatabase>(), all.GetRequiredService<ProcessingLog>(), all.GetRequiredService<TimeProvider>()));
        services.AddSingleton(all => new ProcessingOutbox(all.GetRequiredService<LogDatabase>(), all.GetRequiredService<Pseudonyms>(), all.GetRequiredService<Storage.Storage>(),
            all.GetServices<IHiddenHouseholds>(), all.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Chain>(all => new Chain<JournalLine, JournalSeal>("Journaal", all.GetRequiredService<Storage.Storage>().Chain));
        services.AddSingleton<Chain>(all => new Chain<ReadLine, ReadSeal>("Inzagelog", all.GetRequiredService<LogDatabase>().Begin));
        services.AddSingleton<Chain>(all => new Chain<ProcessingLine, ProcessingSeal>("Logboek dataverwerkingen", all.GetRequiredService<LogDatabase>().Begin));
        services.AddSingleton<Chains>();
    }
}
