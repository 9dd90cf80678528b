using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Samenkracht.Tests.Web;

public class FieldTests
{
    private static readonly (string, string)[] Valid =
    [
        ("Input.What", "Mijn buurman komt niet meer buiten."), ("Input.Told", "NotYet"), ("Input.Urgency", "CanWait"), ("Input.KeepInformed", "true"),
    ];

    [Fact]
    public async Task A_field_is_tied_to_its_label_and_hint()
    {
        await using var site = await StyleSite.Start();
        var page = await site.Get();

        var where = page.QuerySelector<IHtmlInputElement>("input[name='Input.Where']")!;
        Assert.Equal("Om wie of waar gaat het?", page.QuerySelector($"label[for={where.Id}]")!.TextContent);
        Assert.StartsWith("Een adres of naam.", page.GetElementById(where.GetAttribute("aria-describedby")!)!.TextContent);
        Assert.True(where.IsRequired);
        Assert.Null(where.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task What_may_stay_empty_says_so_and_is_not_required()
    {
        await using var site = await StyleSite.Start();
        var page = await site.Get();

        var email = page.QuerySelector<IHtmlInputElement>("input[name='Input.Email']")!;
        Assert.False(email.IsRequired);
        Assert.Equal("email", email.Type);
        Assert.Equal("email", email.Autocomplete);
        Assert.Contains("mag leeg blijven", page.QuerySelector($"label[for={email.Id}]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_enum_becomes_a_group_of_choices_with_Dutch_words()
    {
        await using var site = await StyleSite.Start();
        var page = await site.Get();

        var choices = page.QuerySelectorAll<IHtmlInputElement>("input[name='Input.Told']").ToList();
        Assert.Equal(["Ja", "Nog niet", "Durf ik niet"], choices.Select(choice => page.QuerySelector($"label[for={choice.Id}]")!.TextContent));
        Assert.Equal("NotYet", choices.Single(choice => choice.IsChecked).Value);
        var group = choices[0].Closest("fieldset")!;
        Assert.Equal("Hebt u het zelf gezegd?", group.QuerySelector("legend")!.TextContent);
        Assert.Equal("true", group.GetAttribute("aria-required"));
    }

    [Fact]
    public async Task A_list_of_choices_ticks_what_it_holds()
    {
        await using var site = await StyleSite.Start();
        var page = await site.Get();

        var boxes = page.QuerySelectorAll<IHtmlInputElement>("input[name='Input.Themes']").ToList();
        Assert.All(boxes, box => Assert.Equal("checkbox", box.Type));
        Assert.Equal("geld", boxes.Single(box => box.IsChecked).Value);
    }

    [Fact]
    public async Task A_refused_form_keeps_every_word_and_says_what_to_do()
    {
        await using var site = await StyleSite.Start();
        var page = await StyleSite.Read(await site.Post(
            ("Input.What", ""), ("Input.Where", "Flat <Neuweg>"), ("Input.Told", "Afraid"), ("Input.Urgency", "Today"),
            ("Input.Hours", "veel"), ("Input.Email", "geen adres"), ("Input.Password", "kort"), ("Input.KeepInformed", "false")));

        Assert.Equal("Flat <Neuweg>", page.QuerySelector<IHtmlInputElement>("input[name='Input.Where']")!.Value);
        Assert.Equal("veel", page.QuerySelector<IHtmlInputElement>("input[name='Input.Hours']")!.Value);
        Assert.Equal("Afraid", page.QuerySelectorAll<IHtmlInputElement>("input[name='Input.Told']").Single(choice => choice.IsChecked).Value);
        Assert.False(page.QuerySelector<IHtmlInputElement>("input[type=checkbox][name='Input.KeepInformed']")!.IsChecked);
        Assert.Null(page.QuerySelector("input[name='Input.Password']")!.GetAttribute("value"));

        Assert.Equal("Vertel kort wat er aan de hand is.", Fault(page, "textarea[name='Input.What']"));
        Assert.Equal("Vul een e-mailadres in, zoals naam@voorbeeld.nl.", Fault(page, "input[name='Input.Email']"));
        Assert.Equal("Gebruik tussen 12 en 80 tekens.", Fault(page, "input[name='Input.Password']"));
        Assert.Equal("Dit kunnen wij niet lezen. Kijk of het goed is ingevuld.", Fault(page, "input[name='Input.Hours']"));
    }

    [Fact]
    public async Task The_summary_leads_to_each_field_that_is_wrong()
    {
        await using var site = await StyleSite.Start();
        var page = await StyleSite.Read(await site.Post(("Input.What", ""), ("Input.Email", "geen adres"), ("Input.Told", "Nonsense")));

        var summary = page.QuerySelector("#fouten")!;
        Assert.Equal("alert", summary.GetAttribute("role"));
        var links = summary.QuerySelectorAll("a").ToList();
        Assert.Equal(
            ["Wat is er aan de hand? Vertel kort wat er aan de hand is.", "Hebt u het zelf gezegd? Dit kunnen wij niet lezen. Kijk of het goed is ingevuld.",
                "Hoe bereiken wij u? Vul een e-mailadres in, zoals naam@voorbeeld.nl."],
            links.Select(link => link.TextContent));
        Assert.All(links, link => Assert.NotNull(page.QuerySelector($"[id='{link.GetAttribute("href")![1..]}']:is(input, textarea, select)")));
    }

    [Fact]
    public async Task A_good_form_goes_through_and_says_what_was_done()
    {
        await using var site = await StyleSite.Start();
        var answer = await site.Post(Valid);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var next = new HttpRequestMessage(HttpMethod.Get, answer.Headers.Location);
        next.Headers.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        var page = await StyleSite.Read(await site.Client.SendAsync(next));
        Assert.Contains("Het formulier is goed ingevuld.", page.QuerySelector("main [role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_carries_its_row_version_and_is_refused_without_its_token()
    {
        await using var site = await StyleSite.Start();
        var page = await site.Get();
        Assert.Equal("3", page.QuerySelector<IHtmlInputElement>("main form input[name=Version]")!.Value);

        using var bare = new FormUrlEncodedContent([]);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Client.PostAsync(new Uri("/stijl", UriKind.Relative), bare)).StatusCode);
    }

    private static string Fault(IHtmlDocument page, string control)
    {
        var field = page.QuerySelector(control)!;
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        var ids = field.GetAttribute("aria-describedby")!.Split(' ');
        return page.GetElementById(ids[^1])!.TextContent.Replace("Fout: ", "", StringComparison.Ordinal);
    }
}
