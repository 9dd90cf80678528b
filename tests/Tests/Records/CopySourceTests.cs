using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Records;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.Copy;
using Samenkracht.Residents.Requests;
using Samenkracht.Support.Copy;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Records;

/// <summary>What one asked and what one was asked, in one's own copy: without the names of others at home, and without what names someone who must not be found.</summary>
public class CopySourceTests
{
    [Theory, BothDatabases]
    public async Task Requests_and_what_one_agreed_to_are_ones_own_and_name_nobody_else(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household(people: [new NewPerson("Dirk Vos"), new NewPerson("Noor Vos")]);
        var (people, resident) = (await town.People(id), await town.Resident(id, named: "Dirk Vos"));
        await town.Request(id, RequestKind.Correct, "Noor woont hier niet meer", resident, people["Dirk Vos"]);
        await town.Request(id, RequestKind.Correct, "Zij is bij Mina", resident, people["Dirk Vos"]);
        await town.Request(id, RequestKind.Correct, "Van Noor zelf", person: people["Noor Vos"]);
        await using (var work = await database.Begin(resident))
        {
            var because = work.Because(Samenkracht.Residents.ResidentEvents.Requested);
            var destroy = PersonRequest.Ask(RequestKind.Destroy, await work.Self.SingleAsync(), null, null, onBehalf: false, because);
            work.Add(destroy);
            await work.Flush();
            destroy.Decide(RequestOutcome.Refused, "Dat mag niet van Noor.", because, RefusalGround.OthersInterest);
            await work.Note(because, destroy.Id.Value, id);
            await work.Commit();
        }
        await town.Consent(id, people["Dirk Vos"], what: "Het inkomen van Noor");
        await town.Consent(id, people["Dirk Vos"], what: "Waar Mina is");
        await town.Consent(id, people["Noor Vos"], what: "Van Noor alleen");
        var whom = new CopySubject(id, people["Dirk Vos"].Value, "Dirk Vos", resident.Account, Others: ["Noor", "Noor Vos"], Hidden: ["Mina"]);

        await using var read = await database.Read(resident);
        var asked = Assert.Single(await new RequestCopy().For(read, whom, default));
        var agreed = Assert.Single(await new ConsentCopy().For(read, whom, default));

        Assert.Equal(("verzoeken", "instemming"), (asked.Key, agreed.Key));
        Assert.Equivalent(new[] { "[naam] woont hier niet meer", null }, asked.Rows.Select(row => Value(row, "woorden")), strict: true);
        var refused = asked.Rows.Single(row => (string?)Value(row, "soort") == "Laten vernietigen (Jeugdwet)");
        Assert.Equal(("Nee: iemand anders heeft er een groot belang bij dat het blijft", "Dat mag niet van [naam]."), (Value(refused, "uitkomst"), Value(refused, "antwoord")));
        var question = Assert.Single(agreed.Rows);
        Assert.Equal(("Het inkomen van [naam]", "nog geen antwoord"), (Value(question, "waarover"), Value(question, "antwoord")));
    }

    /// <summary>A text says "mevrouw Blom" as often as it says a whole name.</summary>
    [Theory, BothDatabases]
    public async Task Each_word_of_a_name_counts_whatever_its_length_case_and_accents_and_nothing_that_is_ones_own(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household(people: [new NewPerson("Dirk Vos"), new NewPerson("Noor de Wit-Vos")]);
        await using (var work = await database.Begin(town.Sanne))
        {
            foreach (var name in (string[])["Mína van den Blom", "Bo Vos", "Ben el Idrissi", "Bin Li"])
            {
                var form = new Samenkracht.Residents.FindForm(work.Secrets, SafetyMark.None, false);
                var person = Samenkracht.Residents.People.Person.In(id, new NewPerson(name), form);
                person.Shield(SafetyMark.Shielded, form);
                work.Add(person);
            }
            await Households.KeepSafetyItems(work, id);
            await work.Note(work.Because(Samenkracht.Residents.ResidentEvents.Described), id.Value, id);
            await work.Commit();
        }
        var dirk = (await town.People(id))["Dirk Vos"];

        await using var read = await database.Read(town.Sanne);
        var whom = (await read.CopySubject(id, dirk))!;

        foreach (var names in (string[])["Met mevrouw Blom gebeld", "BO kwam mee", "bij Bo's school", "Minas fiets", "mina", "Mi\u0301na", "Idrissi-Bakker", "Ben belde", "Bin belde", "Bo Vos"]) Assert.False(whom.MayHold(names), names);
        foreach (var free in (string[])["van den weg af", "Boos op Blomberg", "de heer Vos", "Dirk Vos", "el", "een bos bloemen"]) Assert.True(whom.MayHold(free), free);
        Assert.Equal("[naam] en mevrouw [naam], [naam] met Dirk Vos de boot op", whom.Veil("NOOR DE WIT-VOS en mevrouw Wit, Noors met Dirk Vos de boot op"));
    }

    /// <summary>Neither parent is told what the other asked, or that the other was heard (ADR 0095): also not by a line in what they take home.</summary>
    [Theory, BothDatabases]
    public async Task What_happened_holds_no_line_of_what_another_asked_or_of_another_parent_being_heard(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household(people: [new NewPerson("Dirk Vos"), new NewPerson("Noor Vos")]);
        var people = await town.People(id);
        var own = await town.Request(id, RequestKind.Copy, null, person: people["Dirk Vos"]);
        await town.Request(id, RequestKind.Copy, null, person: people["Noor Vos"]);
        await using (var work = await database.Begin(town.Sanne))
        {
            await work.Note(work.Because(Samenkracht.Residents.ResidentEvents.RequestHeard), own.Value, id);
            await work.Commit();
        }

        await using (var work = await database.Begin(town.Sanne))
        {
            await Asking.Ask(work, RequestKind.Correct, await work.People.SingleAsync(p => p.Id == people["Dirk Vos"]), "Van een ander", null, onBehalf: true, default, new AskedFor(people["Noor Vos"]));
            await work.Commit();
        }

        await using var read = await database.Read(town.Sanne);
        var whom = new CopySubject(id, people["Dirk Vos"].Value, "Dirk Vos", null, [], []);
        Assert.Equal(["Een kopie"], Assert.Single(await new RequestCopy().For(read, whom, default)).Rows.Select(row => Value(row, "soort")));
        var happened = (await new SupportCopy().For(read, whom, default)).Single(part => part.Key == "gebeurtenissen");

        Assert.Equal(["Verzoek over eigen gegevens"], happened.Rows.Select(row => (string)Value(row, "wat")!).Where(what => what.Contains("erzoek", StringComparison.Ordinal)));
    }

    private static object? Value(IReadOnlyList<CopyValue> row, string key) => row.Single(value => value.Key == key).Value;
}
