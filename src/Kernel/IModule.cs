using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Kernel;

/// <summary>A room of the house: what it stores and what it offers to the others.</summary>
public interface IModule
{
    /// <summary>Entities with their tables and scopes.</summary>
    void Map(ModelMap map);

    /// <summary>Slots, event handlers, navigation.</summary>
    void Register(IServiceCollection services);
}

/// <summary>Handles an event of an earlier module, in the same transaction.</summary>
public interface IHandle<in TEvent>
{
    Task Handle(TEvent happened, Work work, CancellationToken cancel);
}
