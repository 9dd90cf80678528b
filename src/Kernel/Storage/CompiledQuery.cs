using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Samenkracht.Kernel.Access;

namespace Samenkracht.Kernel.Storage;

/// <summary>A question that is asked at nearly every click. Building its expression, with the scopes in it, and looking up what EF made of it costs more than its SQL: here both are done once
/// for each <see cref="Way"/> of asking, and after that only the values change (docs/adr/0096).</summary>
/// <remarks>The question is an ordinary one and takes all it needs from the work and the argument; what differs at each asking, such as a moment of its own, leaves it an ordinary one. What it decides
/// by <c>if</c> follows from the role and from what is there, never from which account or household it is. In the tests each use is built anew and compared: what breaks this does not pass.</remarks>
/// <typeparam name="TArgument">One value or a tuple of them: ids, instants, numbers, texts.</typeparam>
/// <typeparam name="TRow">What one row gives.</typeparam>
public sealed class CompiledQuery<TArgument, TRow>(Func<Work, TArgument, IQueryable<TRow>> question)
{
    private delegate IAsyncEnumerable<TRow> Asked(Work work, TArgument argument);

    private delegate Task<int> Counted(Work work, TArgument argument, CancellationToken cancel);

    // As many as EF takes beside its context and a token to cancel with.
    private const int MostParameters = 14;

    private readonly ConditionalWeakTable<IModel, ConcurrentDictionary<Way, Made>> made = [];

    /// <summary>All rows, in the order of the question.</summary>
    public async Task<List<TRow>> List(Work work, TArgument argument, CancellationToken cancel = default)
    {
        var rows = new List<TRow>();
        await foreach (var row in Ask(work, argument).WithCancellation(cancel)) rows.Add(row);
        return rows;
    }

    /// <summary>The one row of a question that takes no more, or nothing.</summary>
    public async Task<TRow?> One(Work work, TArgument argument, CancellationToken cancel = default)
    {
        await foreach (var row in Ask(work, argument).WithCancellation(cancel)) return row;
        return default;
    }

    /// <summary>How many rows there are.</summary>
    public Task<int> Count(Work work, TArgument argument, CancellationToken cancel = default) => Ready(work, argument).Count.Value(work, argument, cancel);

    private IAsyncEnumerable<TRow> Ask(Work work, TArgument argument) => Ready(work, argument).Ask.Value(work, argument);

    private Made Ready(Work work, TArgument argument)
    {
        var ready = made.GetOrCreateValue(work.Context.Model).GetOrAdd(Way.Of(work, Marks.Shape(argument)), _ => Make(work, argument));
        if (CompiledQueryCheck.IsOn) Check(ready, work, argument);
        return ready;
    }

    // Asked as two others who differ in every value: what is the same then follows from the way of asking, and what is theirs becomes a parameter.
    private Made Make(Work work, TArgument argument)
    {
        var (values, parameters) = (new List<object?>(), new List<(ParameterExpression Parameter, Expression From)>());
        try
        {
            var (one, other) = (Marks.Put(work, argument, 0), Marks.Put(work, argument, 1));
            new Settle((value, type) => { values.Add(value); return Expression.Constant(value, type); }).Question(question(other.Work, (TArgument)other.Argument!));
            var at = 0;
            var body = new Settle((value, type) => Marks.Find(one, other, value, values.ElementAtOrDefault(at++)) is { } from ? Parameter(from, type) : Expression.Constant(value, type)).Question(question(one.Work, (TArgument)one.Argument!));
            if (parameters.Count > MostParameters) throw new NotSupportedException("too many values");
            return new(new(() => Compile(body, parameters)), new(() => CompileCount(body, parameters)), body, parameters);
        }
        catch (NotSupportedException why)
        {
            if (CompiledQueryCheck.IsOn) CompiledQueryCheck.Refusals.Add($"{work.Actor.Role} {typeof(TRow).Name}: {why.Message}");
            return new(new((asks, about) => question(asks, about).AsAsyncEnumerable()), new((asks, about, cancel) => question(asks, about).CountAsync(cancel)), null, []);
        }

        ParameterExpression Parameter(Expression from, Type type)
        {
            if (parameters.FirstOrDefault(p => p.Parameter.Type == type && ExpressionEqualityComparer.Instance.Equals(p.From, from)) is { Parameter: { } known }) return known;
            var parameter = Expression.Parameter(type, $"{Name(from)}{parameters.Count}");
            parameters.Add((parameter, from));
            return parameter;
        }
    }

    // As it stands in the SQL, for who reads that.
    private static string Name(Expression from) => from switch
    {
        MemberExpression { Member.Name: "Value", Expression: { } of } => Name(of),
        MemberExpression member => member.Member.Name.ToLowerInvariant(),
        ParameterExpression => "asked",
        _ => "made",
    };

    private static Asked Compile(Expression body, List<(ParameterExpression Parameter, Expression From)> parameters) =>
        Expression.Lambda<Asked>(Call(body, parameters, typeof(IQueryable<TRow>), typeof(TRow), result => result.IsGenericType && result.GetGenericTypeDefinition() == typeof(IQueryable<>)), Marks.TheWork, Marks.TheArgument<TArgument>()).Compile();

    private static Counted CompileCount(Expression body, List<(ParameterExpression Parameter, Expression From)> parameters)
    {
        var (count, cancel) = (Expression.Call(typeof(Queryable), nameof(Queryable.Count), [typeof(TRow)], body), Expression.Parameter(typeof(CancellationToken), "cancel"));
        return Expression.Lambda<Counted>(Call(count, parameters, typeof(int), typeof(int), result => result.IsGenericParameter, cancel), Marks.TheWork, Marks.TheArgument<TArgument>(), cancel).Compile();
    }

    // The number of values differs from question to question, and so does EF's method.
    private static InvocationExpression Call(Expression body, List<(ParameterExpression Parameter, Expression From)> parameters, Type result, Type row, Func<Type, bool> gives, params ParameterExpression[] more)
    {
        var context = Expression.Parameter(typeof(SamenkrachtContext), "context");
        Type[] types = [typeof(SamenkrachtContext), .. parameters.Select(p => p.Parameter.Type)];
        Type[] all = [.. types, .. more.Select(p => p.Type), result];
        var lambda = Expression.Lambda(Expression.GetFuncType(all), body, [context, .. parameters.Select(p => p.Parameter), .. more]);
        var compile = typeof(EF).GetMethods().Single(m => m.Name == nameof(EF.CompileAsyncQuery) && m.GetGenericArguments().Length == types.Length + 1
            && m.GetParameters()[0].ParameterType.GetGenericArguments()[0].GetGenericArguments() is var taken && taken.Length == all.Length && gives(taken[^1]));
        var query = compile.MakeGenericMethod([.. types, row]).Invoke(null, [lambda])!;
        return Expression.Invoke(Expression.Constant(query), [Expression.Property(Marks.TheWork, nameof(Work.Context)), .. parameters.Select(p => Expression.Convert(p.From, p.Parameter.Type)), .. more]);
    }

    private void Check(Made ready, Work work, TArgument argument)
    {
        if (ready.Body is null) return;
        var plain = new Settle((value, type) => Expression.Constant(value, type)).Question(question(work, argument));
        var filled = new Fill(ready.Parameters.ToDictionary(p => p.Parameter, p => (Expression)Expression.Constant(
            Expression.Lambda(p.From, Marks.TheWork, Marks.TheArgument<TArgument>()).Compile(preferInterpretation: true).DynamicInvoke(work, argument), p.Parameter.Type))).Visit(ready.Body);
        if (!ExpressionEqualityComparer.Instance.Equals(plain, filled))
            throw new InvalidOperationException($"A compiled question is not the one that was asked, as {work.Actor.Role}:\n{Difference(plain, filled)}");
    }

    private static string Difference(Expression plain, Expression filled)
    {
        var (one, other) = (plain.ToString(), filled.ToString());
        var same = one.Zip(other).TakeWhile(both => both.First == both.Second).Count();
        return $"{same} of {one.Length}, {other.Length}: {one[Math.Max(0, same - 200)..]}\n{other[Math.Max(0, same - 200)..]}";
    }

    private sealed record Made(Lazy<Asked> Ask, Lazy<Counted> Count, Expression? Body, IReadOnlyList<(ParameterExpression Parameter, Expression From)> Parameters);

    private sealed class Fill(Dictionary<ParameterExpression, Expression> values) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => values.TryGetValue(node, out var value) ? value : node;
    }
}

/// <summary>In the tests: each compiled question is compared with the ordinary one.</summary>
internal static class CompiledQueryCheck
{
    public static bool IsOn { get; set; }

    /// <summary>As whom which rows were asked in the ordinary way, and why.</summary>
    public static ConcurrentBag<string> Refusals { get; } = [];
}

/// <summary>A way of asking: all that the scopes decide by, apart from the values themselves.</summary>
internal readonly record struct Way(Role Role, bool Account, bool Organisation, bool Team, bool Emergency, bool Writes, bool Narrowed, bool? SeesSafety, string? Shape)
{
    public static Way Of(Work work, string? shape) => new(work.Actor.Role, work.Actor.Account is not null, work.Actor.Organisation is not null, work.Actor.Team is not null, work.Actor.Emergency is not null,
        work.Writes, work.IsNarrowed, work.Inside?.SeesSafety, shape);
}
