using Samenkracht.Kernel.Access;

namespace Samenkracht.Web.Access;

/// <summary>An entry of the main navigation, contributed by a module as a singleton; shown to whoever has the right.</summary>
/// <param name="Order">Place in the row: the chain from left to right, in steps of ten.</param>
public sealed record NavItem(string Text, string Url, Permission Permission, int Order);
