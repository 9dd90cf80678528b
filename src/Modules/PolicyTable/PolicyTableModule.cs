using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Access.Contract;
using Samenkracht.Insight.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.PolicyTable.Agenda;
using Samenkracht.PolicyTable.Closing;
using Samenkracht.PolicyTable.Copy;
using Samenkracht.Signals.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Web.Access;
using Samenkracht.Web.Day;

namespace Samenkracht.PolicyTable;

/// <summary>Beleidstafel: collective issues become questions to who decides, with a date, and the answer goes back to who asked.</summary>
public sealed class PolicyTableModule : IModule
{
    public void Map(ModelMap map) => PolicyTableTables.Map(map);

    public void Register(IServiceCollection services)
    {
        services.AddSingleton<IDayItems, PolicyTableDay>();
        services.AddSingleton<IAccountClosing, LeavingAgendaItems>();
        services.AddSingleton<ICopySource, OpinionCopy>();
        services.AddSingleton<IIssuePanel, AgendaPanel>();
        services.AddSingleton<IHouseholdPanel, AnswerPanel>();
        services.AddSingleton<ISignalFeedback, AnswerToReporter>();
        services.AddSingleton(new NavItem("Beleidstafel", "/beleidstafel", Permission.SeePolicyTable, 60));
    }
}
