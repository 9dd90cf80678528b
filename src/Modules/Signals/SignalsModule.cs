using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Keys;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Signals.Closing;
using Samenkracht.Signals.Copy;
using Samenkracht.Signals.Expire;
using Samenkracht.Signals.Kept;
using Samenkracht.Signals.Raise;
using Samenkracht.Signals.Tell;
using Samenkracht.Signals.Worklist;
using Samenkracht.Support.Contract;
using Samenkracht.Web.Access;
using Samenkracht.Web.Day;

namespace Samenkracht.Signals;

/// <summary>Signalen: given in a minute, assessed in time, and never unanswered.</summary>
public sealed class SignalsModule : IModule
{
    public void Map(ModelMap map) => SignalTables.Map(map);

    public void Register(IServiceCollection services)
    {
        services.TryAddSingleton(all => SignalTerms.From(all.GetService<IConfiguration>()));
        services.AddSingleton<ReporterContacts>();
        services.AddSingleton<RaiseSignal>();
        services.AddSingleton<IReseal, SignalIndex>();
        services.AddSingleton<IHandle<HouseholdHidden>, EarlierSignals>();
        services.AddSingleton<FormSeal>();
        services.AddSingleton<IDayItems, SignalDay>();
        services.AddSingleton<IDayItems, TellingDay>();
        services.AddSingleton<IHouseholdPanel, TellingPanel>();
        services.AddSingleton(new OwnDoorLink("Wat over mij is gemeld", "/mijn/signalen", 30));
        services.AddSingleton<IKeptFiles, SignalsKept>();
        services.AddSingleton<ICopySource, SignalCopy>();
        services.AddSingleton<IAccountClosing, LeavingClaims>();
        services.AddSingleton(new NavItem("Signalen", "/signalen", Permission.AssessSignals, 10));
        services.AddHostedService<ExpiryJob>();
    }
}
