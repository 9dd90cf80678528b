using Samenkracht.Kernel.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Support;

/// <summary>Wet kiezen: under which law something is written decides who reads it, so that nobody's choice is made for them.</summary>
internal static class LawChoice
{
    /// <summary>The law when there is but one, and nothing to choose; null otherwise.</summary>
    public static Law? Only(this IReadOnlyList<Option> laws) => laws is [var only] ? Enum.Parse<Law>(only.Value) : null;
}
