using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Samenkracht.Tests.Architecture;

/// <summary>What compiled code calls, constructs and names, read from its instructions.</summary>
static class Calls
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>The methods and constructors that a type's own code, lambdas and state machines included, calls or names.</summary>
    public static IEnumerable<MethodBase> Of(Type type) =>
        type.GetMembers(All).OfType<MethodBase>().SelectMany(Of).Concat(type.GetNestedTypes(All).SelectMany(Of));

    /// <summary>The outermost type that the code was written in.</summary>
    public static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    /// <summary>All that a method leads to within our own rooms: what it calls, what that calls, and so on, through state machines and lambdas.</summary>
    public static IReadOnlyCollection<MethodBase> From(MethodBase start)
    {
        var (seen, next) = (new HashSet<MethodBase>(), new Stack<MethodBase>([start]));
        while (next.TryPop(out var method))
        {
            if (!seen.Add(method) || method.DeclaringType?.Assembly.GetName().Name?.StartsWith("Samenkracht", StringComparison.Ordinal) != true) continue;
            foreach (var called in Of(method)) next.Push(called);
            if (method.GetCustomAttribute<StateMachineAttribute>() is { } machine && machine.StateMachineType.GetMethod("MoveNext", All) is { } body) next.Push(body);
        }
        return seen;
    }

    private static IEnumerable<MethodBase> Of(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code) yield break;
        var (types, own) = (method.DeclaringType!.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : []);
        for (var at = 0; at < code.Length;)
        {
            var op = code[at] == 0xFE ? Codes[(short)(0xFE00 | code[at + 1])] : Codes[code[at]];
            at += op.Size;
            if (op.OperandType is OperandType.InlineMethod or OperandType.InlineTok && Resolve(method.Module, BitConverter.ToInt32(code, at), types, own) is { } called) yield return called;
            at += op.OperandType == OperandType.InlineSwitch ? 4 + (4 * BitConverter.ToInt32(code, at)) : SizeOf(op.OperandType);
        }
    }

    private static MethodBase? Resolve(Module module, int token, Type[] types, Type[] own)
    {
        try { return module.ResolveMember(token, types, own) as MethodBase; }
        catch (ArgumentException) { return null; }
    }

    private static int SizeOf(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
