using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Organisations;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Access.Contract;

/// <summary>Who works where, as later modules may ask it.</summary>
public static class AccessQueries
{
    private const string InOwnRows = "the caller found these ids in rows of its own scope";

    private static readonly CompiledQuery<AccountId[], AccountCard> Named = new((work, wanted) => Cards(work.Unscoped<AccountName>(InOwnRows).Where(a => wanted.Contains(a.Id)), work));

    extension(Work work)
    {
        /// <summary>The active accounts that the actor may list: for who works here their colleagues and volunteers, for others only themselves.</summary>
        public IQueryable<AccountCard> Accounts => Cards(work.Query<AccountName>().Where(a => a.Active), work);

        public IQueryable<OrganisationCard> Organisations =>
            work.Query<Organisation>().Select(o => new OrganisationCard { Id = o.Id, Name = o.Name, Kind = o.Kind, Phone = o.Phone, ObjectionAddress = o.ObjectionAddress });

        public IQueryable<TeamCard> Teams =>
            from team in work.Query<Team>()
            join organisation in work.Query<Organisation>() on team.Organisation equals organisation.Id
            select new TeamCard { Id = team.Id, Name = team.Name, Organisation = organisation.Id, OrganisationName = organisation.Name };

        /// <summary>The teams that serve a wijk.</summary>
        public IQueryable<TeamCard> TeamsOf(string wijkCode)
        {
            var serving = work.Query<TeamWijk>().Where(w => w.WijkCode == wijkCode).Select(w => w.Team);
            return work.Teams.Where(t => serving.Contains(t.Id));
        }

        /// <summary>The wijken that each team serves, in one query.</summary>
        public async Task<ILookup<TeamId, string>> WijkenOf(IReadOnlyCollection<TeamId> teams, CancellationToken cancel = default) =>
            (await work.Query<TeamWijk>().Where(w => teams.Contains(w.Team)).OrderBy(w => w.WijkCode).ToListAsync(cancel))
                .ToLookup(w => w.Team, w => w.WijkCode);

        /// <summary>Names for ids that stand in rows the actor may see (a circle, an author), inactive accounts too, in one query.</summary>
        public async Task<IReadOnlyDictionary<AccountId, AccountCard>> AccountNames(IEnumerable<AccountId> ids, CancellationToken cancel = default)
        {
            var wanted = ids.Distinct().ToArray();
            if (wanted.Length == 0) return new Dictionary<AccountId, AccountCard>();
            var names = (await Named.List(work, wanted, cancel)).ToDictionary(a => a.Id);
            // PostgreSQL lists no resident to who works elsewhere, and who works here to no resident (docs/adr/0103).
            if (work.IsNarrowed && names.Count < wanted.Length)
                foreach (var name in await work.Beyond(InOwnRows, () => Named.List(work, [.. wanted.Where(id => !names.ContainsKey(id))], cancel))) names.Add(name.Id, name);
            return names;
        }

        /// <summary>Rows that the actor may see, each with the account that stands in it.</summary>
        public IQueryable<WithAccount<TRow>> WithAccounts<TRow>(IQueryable<TRow> rows, Expression<Func<TRow, AccountId>> account) =>
            rows.Join(Cards(work.Unscoped<AccountName>(InOwnRows), work), account, who => who.Id, (row, who) => new WithAccount<TRow> { Row = row, Who = who });

        /// <summary>The account of a resident or a resident's family by its exact e-mail address, for who may link it to a person; null when there is none.</summary>
        public async Task<AccountCard?> ResidentAccount(string email, CancellationToken cancel = default)
        {
            if (!work.Actor.May(Permission.LinkResidents)) return null;
            return await ResidentId(work, Account.Normal(email), cancel) is { } id ? (await work.AccountNames([id], cancel)).GetValueOrDefault(id) : null;
        }
    }

    // PostgreSQL tells which account it is and no more: all else of it is its owner's (docs/adr/0103).
    private static async Task<AccountId?> ResidentId(Work work, string address, CancellationToken cancel)
    {
        if (!work.IsPostgres)
            return await work.Unscoped<Account>("residents are found by their exact address only, never listed")
                .Where(a => a.Active && a.NormalizedEmail == address && (a.Role == Role.Resident || a.Role == Role.Supporter)).Select(a => (AccountId?)a.Id).FirstOrDefaultAsync(cancel);
        var found = await work.Context.Database.SqlQuery<Guid>($"SELECT a AS \"Value\" FROM sight.resident_account({address}) a").ToListAsync(cancel);
        return found is [var id] ? new AccountId(id) : null;
    }

    private static IQueryable<AccountCard> Cards(IQueryable<AccountName> accounts, Work work) =>
        from account in accounts
        join organisation in work.Query<Organisation>() on account.Organisation equals organisation.Id into employers
        from employer in employers.DefaultIfEmpty()
        select new AccountCard
        {
            Id = account.Id,
            Name = account.Name,
            Function = account.Function,
            Role = account.Role,
            Organisation = account.Organisation,
            OrganisationName = employer.Name,
            OrganisationKind = (OrganisationKind?)employer.Kind,
            Team = account.Team,
            Phone = account.PhoneNumber,
        };
}

/// <summary>Een rij met haar account.</summary>
public sealed record WithAccount<TRow>
{
    public required TRow Row { get; init; }
    public required AccountCard Who { get; init; }
}
