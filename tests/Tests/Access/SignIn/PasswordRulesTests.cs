using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Samenkracht.Access.Contract;
using Samenkracht.Access.SignIn;
using Samenkracht.Kernel.Access;
using Samenkracht.Tests.TestData;
using Account = Samenkracht.Access.Accounts.Account;

namespace Samenkracht.Tests.Access.SignIn;

/// <summary>What becomes no password, and how long a given one lasts.</summary>
public sealed class PasswordRulesTests : IDisposable
{
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("samenkracht leaked ");

    [Theory]
    [InlineData("wachtwoord123", true)]
    [InlineData("qwertyuiop12345", true)]
    [InlineData("abcabcabcabcabc", true)]
    [InlineData("NoraVos1234567", true)]
    [InlineData("samenkrachtsamenkracht", true)]
    [InlineData("welkom welkom 2026", true)]
    [InlineData("paarse fiets onder de brug", false)]
    [InlineData("een-heel-lang-wachtwoord", false)]
    [InlineData("k7v2-m9qx-4rtw-hb3d", false)]
    [InlineData("Zonnebloem tapijt ladder", false)]
    public void What_everyone_would_try_first_is_no_password(string password, bool easy) =>
        Assert.Equal(easy, PasswordRules.IsEasy(password, "Nora Vos nora@voorbeeld.test wijkteammedewerker"));

    /// <summary>The meter in the browser measures by the same rule: its own test reads the same file.</summary>
    [Fact]
    public void The_rule_is_that_of_the_meter()
    {
        using var list = JsonDocument.Parse(File.ReadAllText(Repository.Path("tests/passwords.json")));
        var about = list.RootElement.GetProperty("about").GetString()!;
        Assert.Equal([PasswordRules.Shortest, PasswordRules.Longest, PasswordRules.FewestSigns],
            ((string[])["shortest", "longest", "fewestSigns"]).Select(name => list.RootElement.GetProperty(name).GetInt32()));
        foreach (var (name, easy) in ((string, bool)[])[("easy", true), ("fine", false)])
            Assert.All(list.RootElement.GetProperty(name).EnumerateArray(), password => Assert.True(easy == PasswordRules.IsEasy(password.GetString()!, about), password.GetString()));
        // And the words and rows that it looks for are these.
        var script = File.ReadAllText(Repository.Path("src/Web/frontend/scripts/password-rule.ts"));
        Assert.All(PasswordRules.Rows.Concat(PasswordRules.Common), word => Assert.Contains($"'{word}'", script));
        Assert.Equal(PasswordRules.Rows.Length + PasswordRules.Common.Length, Regex.Count(script, "'[a-z0-9]+'[,\\]]"));
    }

    /// <summary>The meter comes by what a field says that it is for.</summary>
    [Fact]
    public void Each_password_field_says_whether_one_is_chosen_there()
    {
        var fields = System.IO.Directory.GetFiles(Repository.Path("src"), "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), "<sk-field [^>]*kind=\"password\"[^>]*>").Select(match => match.Value)).ToList();

        Assert.All(fields, field => Assert.Matches("autocomplete=\"(new|current)-password\"", field));
        Assert.True(fields.Count(field => field.Contains("new-password", StringComparison.Ordinal)) >= 3);
    }

    /// <summary>The public lists, sorted by hash, with or without how often.</summary>
    [Fact]
    public void A_leaked_password_is_found_wherever_it_stands_in_the_list()
    {
        var leaked = Enumerable.Range(0, 500).Select(i => $"gelekt nummer {i}").ToList();
        var path = Path.Combine(folder.FullName, "gelekt.txt");
        foreach (var end in (string[])["\n", "\r\n"])
        {
            File.WriteAllText(path, string.Join(end, leaked.Select((password, i) => i % 2 == 0 ? Hash(password) : $"{Hash(password)}:{i}").Order(StringComparer.Ordinal)) + end);
            var list = LeakedPasswords.At(path)!;
            Assert.All(leaked, password => Assert.True(list.Holds(password), password));
            Assert.All(leaked, password => Assert.False(list.Holds($"{password}!"), password));
        }
        Assert.Null(LeakedPasswords.At(null));
        File.WriteAllText(path, "");
        Assert.False(LeakedPasswords.At(path)!.Holds("gelekt nummer 1"));
    }

    [Fact]
    public void A_given_password_opens_nothing_after_a_week_and_ones_own_does()
    {
        var now = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
        var account = Account.Open(new NewAccount("nora@voorbeeld.test", "Nora Vos", Role.Resident));
        account.AskNewPassword(now);
        Assert.False(account.IsPasswordOver(now.AddDays(6)));
        Assert.True(account.IsPasswordOver(now + Account.GivenPasswordLasts));
        account.HasOwnPassword();
        Assert.False(account.IsPasswordOver(now.AddYears(1)));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string Hash(string password)
    {
#pragma warning disable CA5350
        return Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
    }
}
