using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Samenkracht.Kernel.Time;
using Samenkracht.Kernel;
using Samenkracht.Web.Design;

namespace Samenkracht.Records.Copy;

/// <summary>De kopie als bestand: to read and print (HTML, by itself), and for a program (JSON; docs/kopie.schema.json).</summary>
internal static class CopyFiles
{
    public const string Schema = "samenkracht-kopie-1";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] Json(PersonalCopy copy) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
    {
        ["schema"] = Schema,
        ["over"] = copy.Name,
        ["gemaaktOp"] = Raw(copy.MadeAt),
        ["wetten"] = copy.Laws.Select(l => l.Label()),
        ["weggelaten"] = PersonalCopy.LeftOut,
        ["onderdelen"] = copy.Parts.Select(part => new Dictionary<string, object>
        {
            ["sleutel"] = part.Key,
            ["titel"] = part.Title,
            ["uitleg"] = part.Words,
            ["regels"] = part.Rows.Select(row => row.ToDictionary(v => v.Key, v => Raw(v.Value!))),
        }),
    }, Readable);

    public static byte[] Html(PersonalCopy copy)
    {
        var page = new Paper($"Kopie van de gegevens van {copy.Name}");
        page.Line($"Gemaakt op {Words(copy.MadeAt)}. Deze kopie gaat over: {string.Join(", ", copy.Laws.Select(l => l.Label()))}.");
        page.Line(PersonalCopy.LeftOut);
        foreach (var part in copy.Parts)
        {
            page.Heading(part.Title).Line(part.Words);
            if (part.Rows.Count == 0) page.Line("Hier is niets over vastgelegd.");
            foreach (var row in part.Rows) page.Facts(row.Select(v => (v.Label, Words(v.Value))));
        }
        return page.Bytes();
    }

    /// <summary>As people read it.</summary>
    public static string Words(object? value) => value switch
    {
        DateOnly day => DutchDate.Full(day),
        DateTimeOffset at => $"{DutchDate.Full(Amsterdam.Date(at))}, {DutchDate.Hour(at)}",
        _ => $"{value}",
    };

    private static object Raw(object value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd"),
        DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
        _ => value,
    };
}

/// <summary>Papier: a document that stands by itself, to keep and to print.</summary>
internal sealed class Paper(string title)
{
    private const string Look = "body{font:17px/1.5 'Atkinson Hyperlegible Next',Verdana,sans-serif;color:#1b2a2f;max-width:46rem;margin:2rem auto;padding:0 1rem}"
        + "h1,h2{line-height:1.2}h2{margin-top:2rem;border-top:1px solid #d5dedf;padding-top:1rem;break-after:avoid}"
        + "dl{display:grid;grid-template-columns:12rem 1fr;gap:.2rem 1rem;margin:1rem 0;break-inside:avoid}dt{color:#51636a}dd{margin:0;white-space:pre-line;overflow-wrap:anywhere}"
        + "table{border-collapse:collapse}td,th{text-align:left;padding:.2rem 1rem .2rem 0}@media(max-width:30rem){dl{grid-template-columns:1fr}}";

    private readonly StringBuilder body = new();

    public Paper Heading(string text) => Add($"<h2>{Safe(text)}</h2>");

    public Paper Line(string text) => Add($"<p>{Safe(text)}</p>");

    public Paper Facts(IEnumerable<(string Label, string Value)> facts) =>
        Add($"<dl>{string.Concat(facts.Select(f => $"<dt>{Safe(f.Label)}</dt><dd>{Safe(f.Value)}</dd>"))}</dl>");

    public byte[] Bytes() => Encoding.UTF8.GetBytes(
        $"<!doctype html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{Safe(title)}</title><style>{Look}</style></head>\n<body><h1>{Safe(title)}</h1>\n{body}</body></html>\n");

    private Paper Add(string html)
    {
        body.Append(html).Append('\n');
        return this;
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
