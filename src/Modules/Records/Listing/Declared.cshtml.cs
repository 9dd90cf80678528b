using Microsoft.AspNetCore.Mvc;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;

namespace Samenkracht.Records.Listing;

/// <summary>Eén verklaring van vernietiging, to read and to keep.</summary>
[Allow(Permission.ApproveDestruction)]
internal sealed class DeclaredModel(Storage storage) : SkPage
{
    [BindProperty(SupportsGet = true, Name = "declaration")]
    public DeclarationId Id { get; set; }

    public Statement Statement { get; private set; } = null!;

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnPostFile() =>
        await Load() ? File(Statement.Paper(), "text/html; charset=utf-8", $"verklaring-van-vernietiging-{Statement.Declaration.Reference}.html") : NotFound();

    private async Task<bool> Load()
    {
        await using var work = await storage.Read(Actor, Cancel);
        Statement = (await Statement.Read(work, Id, Cancel))!;
        return Statement is not null;
    }
}
