using Samenkracht.Insight.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Insight.Issues;

/// <summary>Actie bij een kwestie: who does what by when, in one of the four directions.</summary>
internal sealed class IssueAction : IVersioned
{
    public const int MaxText = 300;
    public const int MaxWho = 120;

    private IssueAction() { }

    public IssueActionId Id { get; private set; }
    public IssueId Issue { get; private set; }
    public Direction Direction { get; private set; }
    public string Text { get; private set; } = "";
    /// <summary>A function or an organisation, not a resident.</summary>
    public string Who { get; private set; } = "";
    public DateOnly DueOn { get; private set; }
    public AccountId AddedBy { get; private set; }
    public DateTimeOffset AddedAt { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }
    public int Version { get; private set; }

    public static IssueAction Agree(Because because, IssueId issue, Direction direction, string text, string who, DateOnly dueOn, IssueActionId? id = null) => new()
    {
        Id = id ?? Kernel.Id.New<IssueActionId>(),
        Issue = issue,
        Direction = direction,
        Text = text.Trim(),
        Who = who.Trim(),
        DueOn = dueOn,
        AddedBy = because.Actor.Account ?? throw new InvalidOperationException("Only a person agrees on an action."),
        AddedAt = because.At,
    };

    /// <summary>False when it was already done.</summary>
    public bool Finish(Because because)
    {
        if (DoneAt is not null) return false;
        DoneAt = because.At;
        return true;
    }
}

internal readonly record struct IssueActionId(Guid Value) : IId<IssueActionId>
{
    public override string ToString() => this.Text();
}
