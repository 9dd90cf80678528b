using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Organisations;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Access;

/// <summary>Toegang: accounts, organisations, teams and signing in.</summary>
public sealed class AccessModule : IModule
{
    public void Map(ModelMap map)
    {
        OrganisationTables.Map(map);
        AccountTables.Map(map);
    }

    public void Register(IServiceCollection services)
    {
    }
}
