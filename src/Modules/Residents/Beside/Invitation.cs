using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Keys;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Circles;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.People;

namespace Samenkracht.Residents.Beside;

/// <summary>Uitnodiging: a resident asks someone to stand beside them, for parts of what they see and until a day.</summary>
internal sealed class Invitation : IVersioned
{
    public static readonly TimeSpan Valid = TimeSpan.FromDays(14);

    private Invitation() { }

    public InvitationId Id { get; private init; }
    public HouseholdId Household { get; private init; }
    public PersonId Person { get; private init; }
    /// <summary>Whom they ask, in the resident's words; the one who comes has an account under their own name.</summary>
    public string Name { get; private init; } = "";
    public BesideKind Kind { get; private init; }
    public int Parts { get; private init; }
    public DateTimeOffset EndsAt { get; private init; }
    public byte[] CodeHash { get; private init; } = [];
    public DateTimeOffset InvitedAt { get; private init; }
    public DateTimeOffset ValidUntil { get; private init; }
    public DateTimeOffset? AcceptedAt { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public int Version { get; private set; }

    public static Invitation Ask(HouseholdId household, PersonId person, string name, BesideKind kind, Parts parts, DateTimeOffset endsAt, Secrets secrets, Because because, InvitationId? once = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var id = once ?? Kernel.Id.New<InvitationId>();
        return new()
        {
            Id = id,
            Household = household,
            Person = person,
            Name = name.Trim(),
            Kind = kind,
            Parts = (int)parts,
            EndsAt = endsAt,
            CodeHash = InvitationCode.Of(id, secrets).Hash,
            InvitedAt = because.At,
            ValidUntil = because.At + Valid < endsAt ? because.At + Valid : endsAt,
        };
    }

    /// <summary>Who decides alone. Not a child under 16: what it reads is not for a parent, and a child can be made to ask (docs/adr/0111).</summary>
    public static bool MayAsk(Person person, DateOnly today) =>
        person.BirthDate is { } born ? born <= today.AddYears(-Ages.DecidesAlone) : person.Relation != Relation.Child;

    public bool IsOpen(DateTimeOffset now) => AcceptedAt is null && WithdrawnAt is null && now < ValidUntil;

    /// <summary>Null when the key of this installation was changed since: then nobody can show it again.</summary>
    public InvitationCode? Code(Secrets secrets) => InvitationCode.Of(Id, secrets) is var code && code.Hash.AsSpan().SequenceEqual(CodeHash) ? code : null;

    public CircleMember Accept(AccountId account, Because because, CircleMemberId? id = null)
    {
        if (!IsOpen(because.At)) throw new InvalidOperationException("The invitation is no longer open.");
        AcceptedAt = because.At;
        return CircleMember.StandBeside(Person, Household, account, (Parts)Parts, EndsAt, because, id);
    }

    public void Withdraw(Because because)
    {
        if (AcceptedAt is null) WithdrawnAt ??= because.At;
    }
}

/// <summary>Wie er naast iemand staat.</summary>
internal enum BesideKind
{
    [Label("Familie")] Family,
    [Label("Vriend of buur")] Friend,
    [Label("Mentor of bewindvoerder")] Mentor,
    [Label("Onafhankelijke cliëntondersteuner")] ClientSupport,
}

/// <summary>Uitnodigingscode: 72 bits that the resident gives on; we keep its hash.</summary>
internal readonly record struct InvitationCode(string Signs)
{
    // Without letters and digits that look alike.
    private const string Alphabet = "23456789CDFHJKMNPQRTVWX";
    private const int Length = 16;

    /// <summary>By the key of this installation: the same form sent twice shows the same code, and who reads the database alone learns none (docs/adr/0092).</summary>
    public static InvitationCode Of(InvitationId id, Secrets secrets)
    {
        var rest = new BigInteger(secrets.Hash(id.Text(), "invitation.code"), isUnsigned: true);
        var signs = new char[Length];
        for (var i = 0; i < Length; i++)
        {
            rest = BigInteger.DivRem(rest, Alphabet.Length, out var sign);
            signs[i] = Alphabet[(int)sign];
        }
        return new(new string(signs));
    }

    /// <summary>What someone typed, without dashes and spaces.</summary>
    public static InvitationCode Read(string? typed) => new(string.Concat((typed ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant());

    public byte[] Hash => SHA256.HashData(Encoding.UTF8.GetBytes(Signs));

    /// <summary>As people read it aloud, in fours.</summary>
    public string Shown => string.Join('-', Signs.Chunk(4).Select(four => new string(four)));
}
