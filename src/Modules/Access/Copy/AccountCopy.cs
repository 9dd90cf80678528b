using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Sessions;
using Samenkracht.Access.Told;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Access.Copy;

/// <summary>Kopie: the account with which someone signs in; only for themself, for nobody else may see it.</summary>
internal sealed class AccountCopy : ICopySource
{
    public int Order => 15;

    public async Task<IReadOnlyList<CopyPart>> For(Work work, CopySubject whom, CancellationToken cancel)
    {
        if (whom.Account is not { } id || work.Actor.Account != id) return [];
        var account = await work.Query<Account>().AsNoTracking().SingleAsync(a => a.Id == id, cancel);
        var sessions = await work.Query<AccountSession>().AsNoTracking().Where(s => s.Account == id).OrderByDescending(s => s.StartedAt).ToListAsync(cancel);
        var changes = await work.Query<SignInChange>().AsNoTracking().Where(c => c.Account == id).OrderByDescending(c => c.At).ToListAsync(cancel);
        return
        [
            new("account", "Uw account", "Waarmee u inlogt.",
            [
                [new("naam", "Naam", account.Name), new("email", "E-mailadres", account.Email), new("telefoon", "Telefoon", account.PhoneNumber)],
            ]),
            new("aanmeldingen", "Waar u inlogde", "Vanaf welk apparaat, en wanneer.",
            [
                .. sessions.Select(s => (IReadOnlyList<CopyValue>)
                    [new("apparaat", "Apparaat", s.Device), new("begonnen", "Begonnen", s.StartedAt), new("laatstGezien", "Laatst gezien", s.SeenAt), new("geeindigd", "Geëindigd", s.EndedAt)]),
            ]),
            new("aanmeldwijzigingen", "Wat er veranderde aan hoe u inlogt", "En wanneer u zei dat het klopte.",
            [
                .. changes.Select(c => (IReadOnlyList<CopyValue>)
                    [new("wat", "Wat", c.Dutch), new("wanneer", "Wanneer", c.At), new("apparaat", "Apparaat", c.Device), new("bevestigd", "Bevestigd", c.AnsweredAt), new("bevestigdOp", "Bevestigd op apparaat", c.AnsweredOn)]),
            ]),
        ];
    }
}
