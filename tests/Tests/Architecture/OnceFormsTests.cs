using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samenkracht.Kernel.Access;
using Samenkracht.Tests.TestData;
using Samenkracht.Web.Access;

namespace Samenkracht.Tests.Architecture;

/// <summary>A form counts once (docs/adr/0092). Whatever page adds something takes its id from the form, or stands here with what holds it to one.</summary>
public class OnceFormsTests
{
    private static readonly Dictionary<string, string[]> HeldOtherwise = new()
    {
        ["Each signing in is a session of its own; a challenge and a passkey are there once by their key."] =
            ["AuthenticatorPage.OnPostAsync", "SignInPage.OnPostAsync", "SignInPage.OnPostOwnPasswordAsync", "SignInPage.OnPostCodeAsync", "SignInPage.OnPostPasskeyAsync", "SignInPage.OnPostBeAsync",
             "SignedOutThere.OnPostAsync", "OwnPasskeysPage.OnPostAddAsync", "OwnAccountPage.OnPostPasswordAsync"],
        ["What is told goes with what was done, and that is done once: a key or a link is gone, a code was used; a name is told to nobody."] =
            ["OwnPasskeysPage.OnPostRenameAsync", "OwnPasskeysPage.OnPostRemoveAsync", "OwnProvidersPage.OnPostUnlinkAsync", "RecoveryCodesPage.OnPostAsync"],
        ["One request for an attention officer waits per account."] =
            ["EditAccountPage.OnPostSaveAsync", "EditAccountPage.OnPostEverywhereAsync", "EditAccountPage.OnPostReopenAsync", "EditAccountPage.OnPostPasswordAsync", "EditAccountPage.OnPostAuthenticatorAsync"],
        ["One account per person, one open membership per account, one current period, authority and freeze."] =
            ["PersonModel.OnPostLink", "CircleModel.OnPostJoin", "CircleModel.OnPostAppoint", "AuthorityModel.OnPostCheck", "AuthorityModel.OnPostFreeze"],
        ["What is added goes with a change of a row, which its version holds."] =
            ["PersonModel.OnPost", "PersonModel.OnPostShield", "PersonModel.OnPostLift", "DescribeModel.OnPost", "DescribeModel.OnPostShield", "ShareModel.OnPost",
             "OwnPlanModel.OnPostApprove", "OwnPlanModel.OnPostDisagree", "ConsentsModel.OnPostAnswer", "OwnConsentModel.OnPostAnswer",
             "TellModel.OnPostTold", "TellModel.OnPostWithhold", "TellModel.OnPostNobody", "ArchiveListModel.OnPostApprove", "DecideModel.OnPostDecide"],
        ["The seal of the form holds the id of the signal."] = ["Form.OnPost"],
        ["One claim, one assessment per signal; one closure, contribution, verdict, answer and opinion of each; one scan and one hold at a time."] =
            ["AskQuestion.OnPost", "Contribute.OnPost", "HandOver.OnPost", "Look.OnPostClaim", "NoAction.OnPost", "HouseholdModel.OnPostClose", "ScanModel.OnPostStart", "JoinModel.OnPost",
             "JudgeModel.OnPost", "ItemModel.OnPost", "OpinionModel.OnPost", "ArchiveListModel.OnPostHold", "LineModel.OnPostHold"],
    };

    [Fact]
    public async Task Every_form_that_adds_something_counts_once()
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        await using var work = await database.Read(Actor.System);
        var kept = work.Context.Model.GetEntityTypes().Select(e => e.ClrType).Where(type => type.Assembly != typeof(Samenkracht.Kernel.Id).Assembly).ToHashSet();
        var once = typeof(SkPage).GetMethod("OnceId", BindingFlags.Instance | BindingFlags.NonPublic)!;

        var adding = (from module in Samenkracht.App.Modules.All.Select(module => module.GetType().Assembly)
                      from page in module.GetTypes()
                      where page.IsSubclassOf(typeof(PageModel)) && !page.IsAbstract
                      from handler in page.GetMethods()
                      where handler.Name.StartsWith("OnPost", StringComparison.Ordinal)
                      let called = Calls.From(handler)
                      where called.Any(c => c is ConstructorInfo && kept.Contains(c.DeclaringType!))
                      where !called.Any(c => c is MethodInfo { IsGenericMethod: true } m && m.GetGenericMethodDefinition() == once)
                      select $"{page.Name}.{handler.Name}").ToList();

        var held = HeldOtherwise.Values.SelectMany(pages => pages).ToList();
        Assert.True(!adding.Except(held).Any(), $"Take the id from OnceId, or say what holds it to one: {string.Join(", ", adding.Except(held))}");
        Assert.Empty(held.Except(adding));
    }
}
