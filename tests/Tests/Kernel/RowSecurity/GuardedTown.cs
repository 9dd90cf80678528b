using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Logs;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents;
using Samenkracht.Residents.Authority;
using Samenkracht.Residents.Beside;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.Emergency;
using Samenkracht.Support.Consent;
using Samenkracht.Support.Contract;
using Samenkracht.Tests.Signals;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.KernelTests.RowSecurity;

/// <summary>A town on PostgreSQL with something of every kind about its households, and what a connection of the application sees of it with plain SQL.</summary>
internal sealed class GuardedTown : IAsyncDisposable
{
    private GuardedTown(TestDatabase database, Town town) => (Database, Town) = (database, town);

    public TestDatabase Database { get; }

    public Town Town { get; }

    /// <summary>In the safety compartment as a whole.</summary>
    public HouseholdId Shielded { get; private set; }

    /// <summary>With an item in the safety compartment, a resident who signs in, a volunteer, a nurse for the Jeugdwet and a former member.</summary>
    public HouseholdId Home { get; private set; }

    public Actor Resident { get; private set; } = Actor.Anonymous;

    /// <summary>Fourteen, with a login of their own.</summary>
    public Actor Child { get; private set; } = Actor.Anonymous;

    /// <summary>Asked by the resident to read the questions along.</summary>
    public Actor Beside { get; private set; } = Actor.Anonymous;

    public Actor FormerMember => Town[Role.TeamLead];

    /// <summary>In the circle, and named for the safety compartment.</summary>
    public Actor Named => Town[Role.TeamMember];

    /// <summary>Sees the Jeugdwet only, and works for another organisation.</summary>
    public Actor Nurse => Town.Hugo;

    /// <summary>Guards nothing here: nobody of that organisation works in any of the households.</summary>
    public Actor OfficerElsewhere { get; private set; } = Actor.Anonymous;

    public IEnumerable<(string Name, Actor Actor)> Everyone =>
    [
        ("nobody", Actor.Anonymous), ("member", Town.Sanne), ("colleague outside the circle", Town.Anouk), ("nurse of another organisation and law", Nurse),
        ("former member", FormerMember), ("resident", Resident), ("child", Child), ("beside the resident", Beside), ("volunteer", Town[Role.Volunteer]), ("attention officer", Town[Role.AttentionOfficer]),
        ("attention officer of another organisation", OfficerElsewhere), ("named for the safety compartment", Named), ("by emergency access", Town.Anouk.InEmergency(Home)), ("by emergency access that was not taken", Named.InEmergency(Home)),
        ("by emergency access elsewhere", Town.Anouk.InEmergency(Shielded)),
        .. Roles.OfAccounts.Select(role => (role.ToString(), Town[role])), ("system", Actor.System),
    ];

    public static async Task<GuardedTown> Build()
    {
        var database = await TestDatabase.Create(Engine.Postgres);
        var built = new GuardedTown(database, await Town.Build(database.Storage));
        built.OfficerElsewhere = await built.Town.Enrol(Role.AttentionOfficer, "Ans Dijk", await built.Town.Found("Wijkteam Elders", OrganisationKind.Welfare));
        await built.AskOfficer();
        await built.FillHome();
        await built.FillElsewhere();
        await built.FillSignals();
        return built;
    }

    private async Task AskOfficer()
    {
        await using var work = await Database.Begin(Actor.System);
        var because = new Because(Town[Role.Administrator], work.Now, Samenkracht.Access.AccessEvents.OfficerAsked, null, null);
        work.Add(Samenkracht.Access.Officers.OfficerRequest.Ask(await work.Query<Samenkracht.Access.Accounts.Account>().FirstAsync(a => a.Id == Town.Anouk.Account), because));
        await work.Note(because, Town.Anouk.Account!.Value.Value);
        await work.Commit();
    }

    private async Task Approve(Actor by)
    {
        await using var work = await Database.Begin(by);
        var because = work.Because(Samenkracht.Support.SupportEvents.Approved);
        var plan = await work.Query<Samenkracht.Support.Plans.Plan>().FirstAsync(p => p.Household == Home);
        work.Add(plan.Approve(by.Account!.Value, because));
        await work.Note(because, plan.Id.Value, Home);
        await work.Commit();
    }

    private async Task FillHome()
    {
        Home = await Town.Household(people: [new NewPerson("Dirk Vos"), new NewPerson("Sem Vos", Relation.Child, new DateOnly(2012, 5, 1))]);
        Database.Clock.Advance(TimeSpan.FromDays(1));
        await Town.Join(Home, Town.Hugo, CircleRole.Member, Law.Jeugdwet);
        await Town.Join(Home, Town[Role.Volunteer], CircleRole.Volunteer);
        await Town.Name(await Town.Join(Home, Named));
        var former = await Town.Join(Home, FormerMember, CircleRole.Member, Law.Wmo, Law.Jeugdwet);
        Resident = await Town.Resident(Home, named: "Dirk Vos");
        Child = await Town.Resident(Home, await Town.Enrol(Role.Resident, "Sem Vos"), named: "Sem Vos");
        await LetLookAlong();
        await Town.Request(Home, by: Resident);
        await AskForChild();
        await Letters();
        await Town.Ask(Home, "voor iedereen");
        await Town.Ask(Home, "jeugd", Law.Jeugdwet);
        await Town.Ask(Home, "jeugd over Sem", Law.Jeugdwet, about: await PersonOf("Sem Vos"));
        await Town.Ask(Home, "professionals", audience: Audience.Professionals);
        await Town.Ask(Home, "eigen notitie", audience: Audience.Author);
        await Town.Disclose(Home, await Town.Ask(Home, "onveilig", safety: SafetyMark.Shielded));
        await Town.Ask(Home, "onveilig voor een kind", Law.Jeugdwet, safety: SafetyMark.Shielded);
        await Town.Share(Home, await Town.Ask(Home, "gedeeld met jeugd"), Law.Jeugdwet);
        await Town.Plan(Home, goals: 2);
        await Approve(Resident);
        await Approve(Child);
        await Town.Talk(Home, "met de kring gedeeld", Audience.Circle);
        await Town.Talk(Home, "met Sem", about: await PersonOf("Sem Vos"));
        Database.Clock.Advance(TimeSpan.FromDays(1));
        await Town.Leave(former);
        await Database.Services.GetRequiredService<ReadLog>().Looked(Town.Sanne, Home, "Huishouden", Purpose.Support);
    }

    // The resident has authority over the child, and asked two people along, of whom one came.
    private async Task LetLookAlong()
    {
        Beside = await Town.Enrol(Role.Supporter, "Zus Vos");
        await using var work = await Database.Begin(Actor.System);
        var because = new Because(Town.Sanne, work.Now, ResidentEvents.AuthorityChecked, Law.Jeugdwet, null);
        var (dirk, sem) = (await PersonOf("Dirk Vos"), await PersonOf("Sem Vos"));
        work.Add(ParentalAuthority.Record(Home, dirk, sem, holds: true, AuthoritySource.Register, new DateOnly(2026, 11, 20), because));
        work.Add(Invitation.Ask(Home, dirk, "broer", BesideKind.Family, Parts.Plan, work.Now.AddDays(60), work.Secrets, because));
        var accepted = Invitation.Ask(Home, dirk, "zus", BesideKind.Family, Parts.Questions, work.Now.AddDays(60), work.Secrets, because);
        work.Add(accepted);
        work.Add(accepted.Accept(Beside.Account!.Value, because));
        await work.Note(because, sem.Value, Home);
        await work.Commit();
    }

    private async Task AskForChild()
    {
        await using var work = await Database.Begin(Resident);
        var sem = await work.People.SingleAsync(p => p.Relation == Relation.Child);
        await Samenkracht.Residents.Requests.Asking.Ask(work, RequestKind.Copy, sem, null, null, onBehalf: false, default, new Samenkracht.Residents.Requests.AskedFor((await work.Self.SingleAsync()).Id));
        await work.Commit();
    }

    private async Task<PersonId> PersonOf(string name)
    {
        await using var work = await Database.Read(Actor.System);
        return (await work.People.ToListAsync()).Single(p => p.Name == name).Id;
    }

    // To whom signs in and to another at home; under another law; a draft; and one in the safety compartment.
    private async Task Letters()
    {
        foreach (var person in (await Town.People(Home)).OrderBy(p => p.Key).Select(p => p.Value))
        {
            await Town.Letter(Home, person, "brief");
            await Town.Letter(Home, person, "jeugdbrief", law: Law.Jeugdwet);
            var asked = await Town.Consent(Home, person, toLaw: Law.Jeugdwet);
            await using var work = await Database.Begin(Town.Sanne);
            var because = work.Because(Samenkracht.Support.SupportEvents.ConsentRefused);
            work.Add((await work.Query<ConsentRequest>().SingleAsync(r => r.Id == asked)).Answer(person, false, null, true, because));
            work.Add(LawfulSharing.Of(asked, SharingGround.LegalDuty, "De wet zegt het.", because));
            await work.Note(because, asked.Value, Home);
            await work.Commit();
            await Town.Letter(Home, person, "concept", send: false);
            await Town.Letter(Home, person, "afgeschermd", safety: SafetyMark.Shielded);
        }
    }

    private async Task FillElsewhere()
    {
        Shielded = await Town.Household("vrouw aan de Haverweg", Address.Unknown, safety: SafetyMark.Shielded, people: [new NewPerson("Mina Blom"), new NewPerson("Roos Blom")]);
        await Town.Join(Shielded, Town[Role.Volunteer], CircleRole.Volunteer);
        var said = await Town.Ask(Shielded, "afgeschermd");
        await Town.Disclose(Shielded, said);
        await Town.Request(Shielded);
        // Touches the shielded one: held, for the attention officer.
        await Town.Household("man in de Sluisbuurt", Address.Unknown, by: Town.Hugo, people: [new NewPerson("Mina Blom")]);
        await using (var work = await Database.Begin(Town.Anouk))
        {
            var because = work.Because(ResidentEvents.EmergencyOpened, reason: "Er is nu gevaar.");
            work.Add(EmergencyAccess.Take(Home, "Er is nu gevaar.", because));
            await work.Note(because, Home.Value, Home);
            await work.Commit();
        }
        await Freeze(Shielded);
        await Database.Services.GetRequiredService<Chains>().Seal();
    }

    public async Task Freeze(HouseholdId household)
    {
        await using var work = await Database.Begin(Town.Sanne);
        var because = work.Because(ResidentEvents.ParentsFrozen);
        work.Add(ViewFreeze.Freeze(household, FreezeGround.Suspicion, "vermoeden", because));
        await work.Note(because, household.Value, household);
        await work.Commit();
    }

    /// <summary>Somebody beside the child, for all parts; the child was born on this day.</summary>
    public async Task<Actor> StandBesideChild(DateOnly born)
    {
        var who = await Town.Enrol(Role.Supporter, "Moeder Vos");
        await using var work = await Database.Begin(Actor.System);
        var because = new Because(who, work.Now, ResidentEvents.StandsBeside, null, null);
        var sem = (await work.Context.Set<Samenkracht.Residents.People.Person>().ToListAsync()).Single(p => p.Name == "Sem Vos");
        work.Context.Entry(sem).Property(p => p.BornOn).CurrentValue = born;
        work.Add(Samenkracht.Residents.Circles.CircleMember.StandBeside(sem.Id, Home, who.Account!.Value, PartWords.All, work.Now.AddDays(30), because));
        await work.Note(because, sem.Id.Value, Home);
        await work.Commit();
        return who;
    }

    private async Task FillSignals()
    {
        await SignalTestData.Give(Database.Storage, Town[Role.Wijkagent], SignalTestData.Concern("van de wijkagent"));
        await SignalTestData.Give(Database.Storage, Actor.Anonymous, SignalTestData.Concern("onveilig", theme: Theme.Safety), contact: "0612345678");
        await SignalTestData.Give(Database.Storage, Actor.Anonymous, SignalTestData.Concern("Bij Mina Blom is het stil"));
        await SignalTestData.Give(Database.Storage, Town[Role.TeamLead], SignalTestData.OfCommunity());
        // Of an organisation that has no attention officer.
        await SignalTestData.Give(Database.Storage, Town.Anouk with { Organisation = Town.HealthOrganisation, Team = null }, SignalTestData.Concern("onveilig op school", theme: Theme.Safety));
        var claimed = await SignalTestData.Give(Database.Storage, Actor.Anonymous, SignalTestData.Concern("opgepakt"));
        await SignalTestData.Assess(Database.Storage, Town.Sanne, claimed.Id);
        var (told, off, hidden) = (await SignalTestData.Trace(Database.Storage, Town, Home), await SignalTestData.Trace(Database.Storage, Town, Home, Law.Jeugdwet),
            await SignalTestData.Trace(Database.Storage, Town, Home, by: Town[Role.AttentionOfficer], said: SignalTestData.Concern(theme: Theme.Safety)));
        await SignalTestData.Trace(Database.Storage, Town, Shielded);
        await using var work = await Database.Read(Actor.System);
        await SignalTestData.Tell(Database.Storage, Town.Sanne, told.Id, work.People.First(p => p.Household == Home).Id);
        await SignalTestData.Withhold(Database.Storage, Town.Sanne, off.Id);
        await SignalTestData.Withhold(Database.Storage, Town[Role.AttentionOfficer], hidden.Id);
    }

    /// <summary>How many rows of a table one sees with nothing but SQL.</summary>
    public async Task<long> Sees(Actor actor, string table)
    {
        await using var work = await Database.Read(actor);
        return (await work.Rows<long>($"SELECT count(*) FROM {table}")).Single();
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}

internal static class PlainSql
{
    /// <summary>The first column of what plain SQL brings, under this work's role and actor.</summary>
    public static async Task<IReadOnlyList<T>> Rows<T>(this Work work, string sql)
    {
        await using var command = work.Context.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.Transaction) = (sql, work.Context.Database.CurrentTransaction!.GetDbTransaction());
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync()) rows.Add(reader.IsDBNull(0) ? default! : reader.GetFieldValue<T>(0));
        return rows;
    }
}
