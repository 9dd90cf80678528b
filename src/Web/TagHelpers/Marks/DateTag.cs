using Microsoft.AspNetCore.Razor.TagHelpers;
using Samenkracht.Kernel.Time;
using Samenkracht.Web.Design;

namespace Samenkracht.Web.TagHelpers.Marks;

/// <summary>Datum: "di 24 nov 2026", or a term in words (<c>due</c>). Gives nothing for no day.</summary>
[HtmlTargetElement("sk-date", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateTag(TimeProvider clock) : TagHelper
{
    public DateOnly? Value { get; set; }

    public DateTimeOffset? At { get; set; }

    /// <summary>Show it as a term: vandaag, morgen, 3 dagen te laat.</summary>
    public bool Due { get; set; }

    /// <summary>Leave out the year.</summary>
    public bool Brief { get; set; }

    /// <summary>Add the hour; only with <see cref="At"/>.</summary>
    public bool Time { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if ((Value ?? (At is { } instant ? Amsterdam.Date(instant) : null)) is not { } day)
        {
            output.SuppressOutput();
            return;
        }
        var today = Amsterdam.Date(clock.GetUtcNow());
        output.Become("time", "sk-date", Due && day <= today.AddDays(1) ? "sk-date--pressing" : null);
        output.Set("datetime", At is { } at && Time ? at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'") : day.ToString("yyyy-MM-dd"));
        if (Due) output.Set("title", DutchDate.Full(day));
        var text = Due ? DutchDate.Due(day, today) : Brief ? DutchDate.Brief(day) : DutchDate.Full(day);
        output.Content.SetContent(Time && At is { } moment ? $"{text}, {DutchDate.Hour(moment)}" : text);
    }
}
