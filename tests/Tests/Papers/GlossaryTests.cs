using System.Reflection;
using System.Runtime.CompilerServices;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Papers;

public class GlossaryTests
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private const string Row = "Add a row to docs/glossary.md, or the name to the row of its word, for: ";

    [Fact]
    public void What_a_module_shows_the_others_has_a_Dutch_word()
    {
        var contracts = Rooms.Modules.SelectMany(module => module.GetExportedTypes())
            .Where(type => !type.IsNested && $"{type.Namespace}".EndsWith(".Contract", StringComparison.Ordinal) && !IsShelf(type));

        AssertKnown(contracts);
    }

    [Fact]
    public async Task What_is_stored_has_a_Dutch_word()
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        await using var work = await database.Read(Actor.System);

        // Identity's own tables, shared-type entities and owned rows are nobody's word.
        AssertKnown(work.Context.Model.GetEntityTypes().Where(entity => !entity.IsOwned() && !entity.HasSharedClrType).Select(entity => entity.ClrType)
            .Where(type => Rooms.All.Contains(type.Assembly)));
    }

    [Fact]
    public void What_a_screen_lets_choose_has_a_Dutch_word() =>
        AssertKnown(Rooms.Modules.Prepend(typeof(IModule).Assembly).SelectMany(room => room.GetTypes())
            .Where(type => type.IsEnum && type.GetFields().Any(field => field.IsDefined(typeof(LabelAttribute)))));

    [Fact]
    public void A_word_has_one_row_in_its_module()
    {
        var twice = Rows().SelectMany(row => row.Names.Select(name => (row.Module, name))).GroupBy(word => word).Where(same => same.Count() > 1);

        Assert.Empty(twice.Select(same => same.Key));
    }

    [Fact]
    public void A_word_still_names_something()
    {
        var words = Rooms.All.ToDictionary(Rooms.Name, room => room.GetTypes()
            .SelectMany(type => type.GetMembers(Members).Select(member => member.Name).Append(Word(type))).Append(Rooms.Name(room)).ToHashSet());

        var gone = Rows().SelectMany(row => row.Names.Select(name => (row.Module, Name: name)))
            .Where(word => !words[word.Module].Contains(word.Name) && !words[word.Module].Contains($"{word.Name}Id"));

        Assert.Empty(gone);
    }

    private static void AssertKnown(IEnumerable<Type> types)
    {
        var known = Rows().SelectMany(row => row.Names.Select(name => (row.Module, name))).ToHashSet();
        var missing = types.Select(type => (Module: Rooms.Name(type.Assembly), Name: Noun(type))).Where(word => !known.Contains(word)).Distinct().ToList();

        Assert.True(missing.Count == 0, Row + string.Join(", ", missing.Select(word => $"{word.Module}.{word.Name}")));
    }

    // A typed id goes by the noun it points at.
    private static string Noun(Type type) =>
        type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>)) ? type.Name[..^2] : Word(type);

    // Whatever it is of.
    private static string Word(Type type) => type.Name.Split('`')[0];

    // A static class is the shelf that extension members and verbs stand on, not a noun.
    private static bool IsShelf(Type type) => type is { IsAbstract: true, IsSealed: true } || type.IsDefined(typeof(CompilerGeneratedAttribute));

    private static IEnumerable<(string Module, string[] Names)> Rows() =>
        File.ReadLines(Repository.Path("docs", "glossary.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells[2] != "English in code")
            .Select(cells => (cells[3], cells[2].Split(", ")));
}
