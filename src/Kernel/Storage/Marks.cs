using System.Collections;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Time;

namespace Samenkracht.Kernel.Storage;

/// <summary>A question's work and argument with marks in the place of every value, by which each is known again in its expression.</summary>
internal sealed record Marks(Work Work, object? Argument, DateTimeOffset Now, IReadOnlyList<(object Mark, Expression From)> All)
{
    public static readonly ParameterExpression TheWork = Expression.Parameter(typeof(Work), "work");

    // Far apart, so that no day, term or age reckoned from them is the same.
    private static readonly DateTimeOffset[] Moments = [new(1913, 5, 7, 9, 11, 13, TimeSpan.Zero), new(2247, 10, 19, 20, 22, 24, TimeSpan.Zero)];
    private static readonly int[] Bits = [0x2A51C3D1, 0x153E8A2E];

    private static class Of<TArgument>
    {
        public static readonly ParameterExpression Parameter = Expression.Parameter(typeof(TArgument), "argument");
    }

    public static ParameterExpression TheArgument<TArgument>() => Of<TArgument>.Parameter;

    /// <param name="which">0 or 1: which of the two sets of marks.</param>
    public static Marks Put<TArgument>(Work work, TArgument argument, int which)
    {
        var all = new List<(object, Expression)>();
        T Mark<T>(Expression from)
        {
            var mark = New(typeof(T), which, all.Count);
            all.Add((mark, from));
            return (T)mark;
        }
        var actor = Expression.Property(TheWork, nameof(Work.Actor));
        T? Mine<T>(T? value, string property) where T : struct => value is null ? null : Mark<T>(Expression.Property(Expression.Property(actor, property), "Value"));

        var marked = work.Actor with
        {
            Account = Mine(work.Actor.Account, nameof(Actor.Account)),
            Organisation = Mine(work.Actor.Organisation, nameof(Actor.Organisation)),
            Team = Mine(work.Actor.Team, nameof(Actor.Team)),
        };
        if (work.Actor.Emergency is not null) marked = marked.InEmergency(Mine(work.Actor.Emergency, nameof(Actor.Emergency))!.Value);
        var inside = Expression.Property(TheWork, nameof(Work.Inside));
        var entered = work.Inside is null ? null
            : work.Inside with { Household = Mark<HouseholdId>(Expression.Property(inside, nameof(Inside.Household))), Laws = Mark<int>(Expression.Property(inside, nameof(Inside.Laws))) };
        all.Add((Moments[which], Expression.Property(TheWork, nameof(Work.Now))));
        return new(work.As(marked, Moments[which], entered), Said(TheArgument<TArgument>(), argument, which, all), Moments[which], all);
    }

    /// <summary>Where a value comes from; null when it is the same whoever asks.</summary>
    /// <exception cref="NotSupportedException">It is neither.</exception>
    public static Expression? Find(Marks one, Marks other, object? value, object? otherwise)
    {
        for (var at = 0; at < one.All.Count; at++)
            if (one.All[at].Mark.Equals(value) && other.All[at].Mark.Equals(otherwise)) return one.All[at].From;
        if (Same(value, otherwise)) return null;
        var now = Expression.Property(TheWork, nameof(Work.Now));
        return (value, otherwise) switch
        {
            (DateTimeOffset at, DateTimeOffset then) when at - one.Now == then - other.Now => Expression.Add(now, Expression.Constant(at - one.Now)),
            (DateOnly on, DateOnly then) when Years(on, one) is { } years && Years(then, other) == years =>
                Expression.Call(Expression.Call(typeof(Amsterdam), nameof(Amsterdam.Date), null, now), nameof(DateOnly.AddYears), null, Expression.Constant(years)),
            _ => throw new NotSupportedException($"{value} comes from elsewhere"),
        };
    }

    private static int? Years(DateOnly date, Marks marks)
    {
        var years = date.Year - Amsterdam.Date(marks.Now).Year;
        return Amsterdam.Date(marks.Now).AddYears(years) == date ? years : null;
    }

    private static bool Same(object? value, object? otherwise) => Equals(value, otherwise)
        || (value is IEnumerable many and not string && otherwise is IEnumerable others && many.Cast<object?>().SequenceEqual(others.Cast<object?>()));

    /// <summary>What of an argument decides how the question is built: choices, what is left out, and how many words there are.</summary>
    public static string? Shape(object? argument) => argument switch
    {
        null => "-",
        ITuple tuple => string.Join(' ', Enumerable.Range(0, tuple.Length).Select(n => Shape(tuple[n])).OfType<string>()),
        Enum or bool => argument.ToString(),
        string[] words => $"{words.Length}",
        _ => null,
    };

    private static object? Said(Expression from, object? argument, int which, List<(object, Expression)> all)
    {
        if (argument is null or Enum or bool) return argument;
        if (argument is ITuple tuple)
        {
            var items = Enumerable.Range(0, tuple.Length).Select(n => Said(Expression.Field(from, $"Item{n + 1}"), tuple[n], which, all)).ToArray();
            return Activator.CreateInstance(argument.GetType(), items)!;
        }
        if (argument is string[] words)
            return words.Select((_, n) => (string)Said(Expression.ArrayIndex(from, Expression.Constant(n)), "", which, all)!).ToArray();
        var mark = argument is Array ? Array.CreateInstance(from.Type.GetElementType()!, 1 + which) : New(from.Type, which, all.Count);
        all.Add((mark, from));
        return mark;
    }

    // By its place among the marks, never by chance: two numbers with one mark would take each other's value.
    private static object New(Type type, int which, int place) =>
        type == typeof(int) ? Bits[which] + place * 16
        : type == typeof(string) ? Guid.NewGuid().ToString("N")
        : type == typeof(DateTimeOffset) ? Moments[which].AddTicks(1 + place)
        : type == typeof(Guid) ? Guid.NewGuid()
        : Activator.CreateInstance(type, Guid.NewGuid())!;
}
