using Microsoft.AspNetCore.Builder;
using Samenkracht.Kernel.Access;

namespace Samenkracht.Web.Access;

/// <summary>Who may reach a page or endpoint. One without a rule is closed to everyone, and a test fails.</summary>
public interface IAccessRule
{
    bool Admits(Actor actor);
}

/// <summary>Only roles with this right.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowAttribute(params Permission[] anyOf) : Attribute, IAccessRule
{
    public IReadOnlyList<Permission> AnyOf { get; } = anyOf;

    public bool Admits(Actor actor) => actor.IsSignedIn && AnyOf.Any(actor.May);
}

/// <summary>Every signed-in role.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SignedInAttribute : Attribute, IAccessRule
{
    public bool Admits(Actor actor) => actor.IsSignedIn;
}

/// <summary>Anyone, without account.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicAttribute : Attribute, IAccessRule
{
    public bool Admits(Actor actor) => true;
}

public static class AccessRuleEndpoints
{
    /// <summary>Gives a mapped endpoint its rule.</summary>
    public static T WithRule<T>(this T endpoint, IAccessRule rule) where T : IEndpointConventionBuilder
    {
        endpoint.Add(builder => builder.Metadata.Add(rule));
        return endpoint;
    }
}
