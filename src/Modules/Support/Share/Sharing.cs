using Samenkracht.Kernel.Access;

namespace Samenkracht.Support.Share;

/// <summary>Delen: which laws an item is shared with. Never its own, which sees it anyway, and never from the safety compartment.</summary>
internal static class Sharing
{
    public static int Of(IItem item, IEnumerable<Law> with) => item.Safety == SafetyMark.None
        ? with.Where(law => law != item.Law).Distinct().Sum(law => law.Bit())
        : throw new InvalidOperationException("What lies in the safety compartment is told in person.");
}
