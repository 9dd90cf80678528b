using System.CommandLine;
using Samenkracht.Access.Contract;
using Samenkracht.App.Hosting;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.App.Commands;

/// <summary><c>admin create</c>: the first account, from which all others follow on pages.</summary>
internal static class AdminCommand
{
    public static Command Create() => new("admin", "Beheer van de installatie.") { CreateAccount() };

    private static Command CreateAccount()
    {
        var email = new Option<string>("--email") { Description = "Het e-mailadres om mee aan te melden.", HelpName = "adres", Required = true };
        var name = new Option<string>("--name") { Description = "De naam die anderen zien.", HelpName = "naam", DefaultValueFactory = _ => "Beheerder" };
        var database = DatabaseOption.Create();
        var command = new Command("create", "Maak een beheerder. Het wachtwoord typt u, of het komt van de standaardinvoer.") { email, name, database };
        command.SetAction((given, cancel) => Run(given.GetRequiredValue(email), given.GetValue(name)!, given.GetValue(database), cancel));
        return command;
    }

    private static async Task<int> Run(string email, string name, string? database, CancellationToken cancel)
    {
        await using var services = Services.For(Deployment.Of(database));
        var storage = services.GetRequiredService<Storage>();
        await OwnDatabase.Prepare(storage, cancel);
        var password = Password(cancel);
        await using var scope = services.CreateAsyncScope();
        await using var work = await storage.Begin(Actor.System, cancel);
        var opened = await scope.ServiceProvider.GetRequiredService<AccountRegistry>().OpenAdministrator(work, email, name, password, cancel);
        if (opened.Account is null) throw new RefusedException(string.Join(Environment.NewLine, opened.Refusals));
        await work.Commit(cancel);
        Console.Out.WriteLine($"De beheerder {email} kan zich aanmelden.");
        return CommandLine.Good;
    }

    /// <summary>Typed twice and unseen at a terminal; else the first line of the input.</summary>
    private static string Password(CancellationToken cancel)
    {
        // Waiting for a key cannot be cancelled.
        using var stop = cancel.Register(() => Environment.Exit(CommandLine.Cancelled));
        if (Console.IsInputRedirected) return Console.In.ReadLine() ?? "";
        var first = Typed("Wachtwoord: ");
        if (first != Typed("Nog een keer: ")) throw new RefusedException("De wachtwoorden zijn niet gelijk.");
        return first;
    }

    private static string Typed(string question)
    {
        Console.Error.Write(question);
        var text = new System.Text.StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key != ConsoleKey.Backspace) text.Append(key.KeyChar);
            else if (text.Length > 0) text.Length--;
        }
        Console.Error.WriteLine();
        return text.ToString();
    }
}
