using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Samenkracht.App.Commands;

/// <summary>The help of System.CommandLine with its few fixed words in Dutch; it has no Dutch of its own.</summary>
internal sealed class DutchHelp(SynchronousCommandLineAction help) : SynchronousCommandLineAction
{
    private static readonly (string English, string Dutch)[] Words =
    [
        ("Description:", "Wat het doet:"),
        ("Usage:", "Gebruik:"),
        ("Options:", "Opties:"),
        ("Commands:", "Opdrachten:"),
        ("[options]", "[opties]"),
        ("[command]", "[opdracht]"),
        ("Show help and usage information", "Toon deze uitleg"),
        ("Show version information", "Toon de versie"),
        ("(REQUIRED)", "(verplicht)"),
        ("[default: ", "[zonder: "),
    ];

    public static RootCommand In(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new DutchHelp((SynchronousCommandLineAction)option.Action!);
        return root;
    }

    // Who asks for help may leave out what is required.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var (told, output) = (parseResult.InvocationConfiguration, parseResult.InvocationConfiguration.Output);
        using var english = new StringWriter();
        told.Output = english;
        var status = help.Invoke(parseResult);
        told.Output = output;
        output.Write(Words.Aggregate(english.ToString(), (text, word) => text.Replace(word.English, word.Dutch, StringComparison.Ordinal)));
        return status;
    }
}
