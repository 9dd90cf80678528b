using System.Reflection;

namespace Samenkracht.Kernel.Accountability;

/// <summary>What modules declare about themselves as static fields, for the papers and for who checks them.</summary>
public static class Declared
{
    /// <summary>One by one, or as a list.</summary>
    public static IEnumerable<T> In<T>(Assembly module) => module.GetTypes()
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(field => (field.FieldType == typeof(T) || field.FieldType == typeof(IReadOnlyList<T>)) && !field.DeclaringType!.ContainsGenericParameters)
        .SelectMany(field => field.GetValue(null) is IReadOnlyList<T> several ? several : [(T)field.GetValue(null)!]);
}
