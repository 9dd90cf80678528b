using Microsoft.AspNetCore.Http;

namespace Samenkracht.Web.Layout;

/// <summary>Omlijsting: what stands around every page for who looks at it.</summary>
/// <param name="Banner">A line above everything, such as "Nog niet in gebruik genomen".</param>
/// <param name="MaySearch">Whether the search field is shown; it posts to <c>/zoeken</c>, so that no name comes into a URL.</param>
public sealed record Chrome(IReadOnlyList<NavLink> Nav, SignedIn? Person, string? Banner, bool MaySearch)
{
    /// <summary>Pages without an account: the public form, signing in.</summary>
    public static Chrome Bare { get; } = new([], null, null, false);
}

/// <summary>Menu-item: an entry of the main navigation that this reader may follow.</summary>
public sealed record NavLink(string Text, string Href, params string[] Also)
{
    /// <summary>Whether <paramref name="path"/> lies at or below this item.</summary>
    public bool Leads(PathString path) => Href == "/"
        ? path == "/"
        : path.StartsWithSegments(Href, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it belongs to this item, though it lies elsewhere.</summary>
    public bool LeadsAlso(PathString path) => Also.Any(also => path.StartsWithSegments(also, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Wie is aangemeld: the name, and the role in words ("wijkteammedewerker, team Oost").</summary>
public sealed record SignedIn(string Name, string Role);

/// <summary>Where the layout gets its <see cref="Chrome"/>; the application gives the real one, and without it the layout is bare.</summary>
public interface IChrome
{
    Chrome For(HttpContext http);
}

/// <summary>Bericht bij het begin: what stands above a page where one begins, whatever that page is about.</summary>
/// <param name="Partial">Path of the partial view.</param>
/// <param name="Model">What it shows.</param>
public sealed record StartNotice(string Partial, object Model);

/// <summary>Slot: a module has something to tell who looks, at this page.</summary>
public interface IStartNotice
{
    /// <summary>Null when there is nothing to tell here.</summary>
    Task<StartNotice?> For(HttpContext http, CancellationToken cancel);
}

internal sealed class BareChrome : IChrome
{
    public Chrome For(HttpContext http) => Chrome.Bare;
}
