using Microsoft.AspNetCore.Mvc;
using Samenkracht.Geography.Contract;
using Samenkracht.Insight.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Insight.Findings;

/// <summary>Bevinding: what was seen, compared with what, how sure, and what one can do. Exact for the team, rounded for others.</summary>
[Allow(Permission.SeeFindings, Permission.SeeRoundedFindings)]
internal sealed class FindingModel(Storage storage) : SkPage
{
    public FindingView View { get; private set; } = null!;

    /// <summary>Null while the boundaries were not imported.</summary>
    public AreaMap? Map { get; private set; }

    public MapOverlay Overlay { get; private set; } = null!;

    /// <summary>Null where no community is known to have to do with it.</summary>
    public NetworkPicture? Network { get; private set; }

    public bool IsDemo { get; private set; }

    public bool MayRepeat => Actor.May(Permission.StartScans);

    public bool MayJudge => Actor.May(Permission.JudgeFindings) && View.Verdict is null;

    public bool MayHear => Actor.May(Permission.JudgeFindings) && View.Finding.Community is not null && !View.IsHeard;

    public string Address => $"/kwesties/bevinding/{View.Finding.Id}";

    public async Task<IActionResult> OnGet(FindingId finding)
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (await FindingView.Load(work, finding, Cancel) is not { } view) return NotFound();
        View = view;
        Map = await work.MapAround([.. view.Finding.Buurten.Select(b => b.BuurtCode)], cancel: Cancel);
        Overlay = FindingMap.Of(view);
        Network = FindingNetwork.Of(view);
        IsDemo = MayRepeat && await Installation.Find(work, Cancel) is { IsDemo: true };
        return Page();
    }

    /// <summary>What has this finding again, as it must be typed. A command takes the installation's database by itself, and not the demo's.</summary>
    public static string CommandFor(Finding finding, bool inDemo) => $"./samenkracht scan-again {finding.Run}{(inDemo ? " --database var/demo.db" : "")}";
}
