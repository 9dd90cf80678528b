using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Time;
using Samenkracht.Web.Access;

namespace Samenkracht.Web.Design;

/// <summary>Stijlpagina: every component in every state, for who builds pages and for who judges them. Only in demo and development.</summary>
[Public]
internal sealed class StyleModel(DesignOptions options, TimeProvider clock) : SkPage
{
    public static NetworkPicture Network { get; } = new("S", "een sportvereniging",
    [
        new("Havenkwartier", [new("Kadebuurt: 10 of meer huishoudens", 1), new("Werf: minder dan 5 huishoudens", 0.3)]),
        new("Lindepark", [new("Laan: 5 tot 10 huishoudens", 0.6), new("Hof: niet via deze gemeenschap", 0.3, IsLinked: false)]),
    ]);

    public static readonly IReadOnlyList<Option> Themes =
    [
        new("geld", "Geld en schulden"), new("wonen", "Wonen"), new("gezin", "Opvoeden en gezin"), new("zorg", "Zorg voor een ander"),
        new("alleen", "Alleen zijn"), new("werk", "Werk en inkomen"),
    ];

    public static readonly IReadOnlyList<BarPart> Week =
        [new("lopende plannen", 31, Tone.Muted), new("preventie gepland", 9, Tone.Direction3), new("afgesproken, nog niet gepland", 5, Tone.Open)];

    public static readonly IReadOnlyList<BarPart> Helpers =
        [new("eigen netwerk", 3, Tone.Direction1), new("gemeenschap", 3, Tone.Direction3), new("professional", 3, Tone.Direction2)];

    [BindProperty]
    public StyleInput Input { get; set; } = new();

    public DateOnly Today => Amsterdam.Date(clock.GetUtcNow());

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>999 draws with the shape that the strongest pattern by chance has, the same on every visit.</summary>
    public static IReadOnlyList<double> Draws { get; } = Draw();

    public IActionResult OnGet() => options.StylePage ? Page() : NotFound();

    public IActionResult OnPost()
    {
        if (!options.StylePage) return NotFound();
        if (!ModelState.IsValid) return Page();
        return Done("/stijl", "Het formulier is goed ingevuld. Er is niets bewaard.");
    }

    private static double[] Draw()
    {
#pragma warning disable CA5394 // a drawing on a style page, not a secret
        var random = new Random(7);
        return [.. Enumerable.Range(0, 999).Select(_ => 3.5 + Math.Pow(random.NextDouble() + random.NextDouble() + random.NextDouble(), 2) * 0.9)];
#pragma warning restore CA5394
    }
}

internal enum Told
{
    [Label("Ja")] Yes,
    [Label("Nog niet")] NotYet,
    [Label("Durf ik niet")] Afraid,
}

internal enum Urgency
{
    [Label("Kan een paar dagen wachten")] CanWait,
    [Label("Vandaag")] Today,
}

/// <summary>The six questions of the signal form, and one of each other kind.</summary>
internal sealed class StyleInput
{
    [Required(ErrorMessage = "Vertel kort wat er aan de hand is."), StringLength(2000)]
    public string? What { get; set; }

    [StringLength(200)]
    public string? Where { get; set; }

    public Told Told { get; set; } = Told.NotYet;

    public Urgency Urgency { get; set; } = Urgency.CanWait;

    public string? Theme { get; set; }

    public string[] Themes { get; set; } = ["geld"];

    [EmailAddress]
    public string? Email { get; set; }

    public DateOnly? Day { get; set; }

    [Range(1, 40)]
    public int? Hours { get; set; }

    public string? Community { get; set; }

    [StringLength(80, MinimumLength = 12)]
    public string? Password { get; set; }

    public bool KeepInformed { get; set; } = true;
}
