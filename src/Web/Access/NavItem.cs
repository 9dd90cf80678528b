using Samenkracht.Kernel.Access;

namespace Samenkracht.Web.Access;

/// <summary>An entry of the main navigation, contributed by a module as a singleton; shown to whoever has the right.</summary>
/// <param name="Order">Place in the row: the chain from left to right, in steps of ten.</param>
/// <param name="Also">Pages that belong here although their address lies elsewhere, for who has no entry of their own for them.</param>
public sealed record NavItem(string Text, string Url, Permission Permission, int Order, params string[] Also);
