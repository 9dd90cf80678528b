using Microsoft.AspNetCore.DataProtection;
using Samenkracht.Kernel;

namespace Samenkracht.App.Hosting;

/// <summary>What every command needs, with a site around it or not.</summary>
internal static class Services
{
    public static IServiceCollection AddSamenkracht(this IServiceCollection services, Deployment deployment)
    {
        services.AddDataProtection().SetApplicationName("Samenkracht").PersistKeysToFileSystem(new DirectoryInfo(deployment.KeyFolder));
        return services.AddKernel(deployment.Database, Modules.All);
    }

    /// <summary>The services of a command without pages.</summary>
    public static ServiceProvider For(Deployment deployment) => new ServiceCollection()
        .AddLogging(logging => logging.WriteJson())
        .AddSamenkracht(deployment)
        .BuildServiceProvider();
}
