using System.Runtime.CompilerServices;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Tests.TestData;

/// <summary>All tests: wherever a compiled question is asked, it is compared with the ordinary one (docs/adr/0096).</summary>
internal static class CheckedQueries
{
    [ModuleInitializer]
    internal static void Check() => CompiledQueryCheck.IsOn = true;
}
