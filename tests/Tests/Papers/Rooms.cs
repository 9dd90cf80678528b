using System.Reflection;
using Samenkracht.Kernel;

namespace Samenkracht.Tests.Papers;

/// <summary>What the papers describe: the kernel, the modules in the order of the map, and the program.</summary>
static class Rooms
{
    public static IReadOnlyList<Assembly> Modules { get; } = [.. Samenkracht.App.Modules.All.Select(module => module.GetType().Assembly)];

    public static IReadOnlyList<Assembly> All { get; } =
        [typeof(IModule).Assembly, typeof(Samenkracht.Web.Access.SkPage).Assembly, .. Modules, typeof(Samenkracht.App.Site).Assembly];

    public static string Name(Assembly room) => room.GetName().Name!["Samenkracht.".Length..];
}
