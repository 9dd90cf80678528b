using System.CommandLine;
using System.CommandLine.Parsing;

namespace Samenkracht.App.Commands;

/// <summary>What is wrong with the words someone typed, in Dutch: System.CommandLine does not speak it.</summary>
internal static class Misuse
{
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var said = new List<string>(parsed.UnmatchedTokens.Select(word => $"'{word}' hoort hier niet."));
        if (command.Subcommands.Count > 0 && said.Count == 0) said.Add($"Kies wat u wilt: {string.Join(", ", command.Subcommands.Select(c => c.Name))}.");
        said.AddRange(command.Arguments.Where(a => a.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(a) is null or { Tokens.Count: 0 }).Select(a => $"{a.Name} ontbreekt. {a.Description}"));
        said.AddRange(command.Options.Where(o => o.Required && parsed.GetResult(o) is null or { Implicit: true }).Select(o => $"{o.Name} ontbreekt. {o.Description}"));
        said.AddRange(parsed.Errors.Select(error => Given(error.SymbolResult)).OfType<OptionResult>().Where(given => !given.Implicit).Select(Unfit).Distinct());
        return said.Count > 0 ? said : [.. parsed.Errors.Select(error => error.Message)];
    }

    private static OptionResult? Given(SymbolResult? result) => result as OptionResult ?? result?.Parent as OptionResult;

    private static string Unfit(OptionResult given) => given.Tokens.Count == 0
        ? $"{given.Option.Name} heeft een waarde nodig. {given.Option.Description}"
        : $"{given.Option.Name}: '{string.Join(' ', given.Tokens.Select(t => t.Value))}' kan niet. {given.Option.Description}";
}
