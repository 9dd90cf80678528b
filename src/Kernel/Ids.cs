namespace Samenkracht.Kernel;

/// <summary>A typed id: one 128-bit random value per thing, so that a household's id never fits where a plan's is asked and no sequence shows in a URL.</summary>
/// <remarks>Implement as <c>public readonly record struct PlanId(Guid Value) : IId&lt;PlanId&gt; { public override string ToString() =&gt; this.Text(); }</c>.</remarks>
public interface IId<TSelf> where TSelf : struct, IId<TSelf>
{
    Guid Value { get; init; }
}

public static class Id
{
    public static T New<T>() where T : struct, IId<T> => new() { Value = Guid.NewGuid() };

    /// <summary>The 32 hexadecimal digits that stand in URLs.</summary>
    public static string Text<T>(this T id) where T : struct, IId<T> => id.Value.ToString("N");

    public static bool TryParse<T>(string? text, out T id) where T : struct, IId<T>
    {
        var read = Guid.TryParseExact(text, "N", out var value);
        id = new T { Value = value };
        return read;
    }
}

/// <summary>Account: someone who can sign in.</summary>
public readonly record struct AccountId(Guid Value) : IId<AccountId>
{
    public override string ToString() => this.Text();
}

/// <summary>Organisatie: who employs an actor, and the controller (verwerkingsverantwoordelijke) of an item.</summary>
public readonly record struct OrganisationId(Guid Value) : IId<OrganisationId>
{
    public override string ToString() => this.Text();
}

/// <summary>Team: a neighbourhood team with its wijken.</summary>
public readonly record struct TeamId(Guid Value) : IId<TeamId>
{
    public override string ToString() => this.Text();
}

/// <summary>Huishouden: the unit that has one plan and one contact person. Known to the kernel because journal and read log are kept by household.</summary>
public readonly record struct HouseholdId(Guid Value) : IId<HouseholdId>
{
    public override string ToString() => this.Text();
}
