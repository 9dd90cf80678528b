using Samenkracht.Signals;

namespace Samenkracht.Tests.Signals;

public class SignalCodeTests
{
    [Fact]
    public void A_code_has_no_vowels_and_nothing_that_looks_alike()
    {
        var codes = Enumerable.Range(0, 500).Select(_ => SignalCode.New()).ToList();

        Assert.All(codes, c => Assert.DoesNotContain(c.Reference + c.Secret, character => "AEIOUY01LSZGB".Contains(character)));
        Assert.All(codes, c => Assert.Equal((8, 12), (c.Reference.Length, c.Secret.Length)));
        Assert.Equal(500, codes.Select(c => c.Reference).Distinct().Count());
    }

    [Fact]
    public void Every_wrong_character_and_every_swap_in_a_reference_is_found()
    {
        const string alphabet = "23456789CDFHJKMNPQRTVWX";
        for (var sample = 0; sample < 50; sample++)
        {
            var reference = SignalCode.New().Reference;
            Assert.True(SignalCode.IsReference(reference));
            for (var i = 0; i < reference.Length; i++)
                foreach (var other in alphabet.Where(c => c != reference[i]))
                    Assert.False(SignalCode.IsReference(reference[..i] + other + reference[(i + 1)..]));
            for (var i = 1; i < reference.Length; i++)
                if (reference[i] != reference[i - 1])
                    Assert.False(SignalCode.IsReference(reference[..(i - 1)] + reference[i] + reference[i - 1] + reference[(i + 1)..]));
        }
    }

    [Theory]
    [InlineData("k7f4-3qm9")]
    [InlineData(" K7F4 3QM9 ")]
    public void A_code_is_read_as_people_type_it(string typed) => Assert.Equal("K7F43QM9", SignalCode.Read(typed));

    [Fact]
    public void A_code_is_shown_in_groups_of_four() => Assert.Equal("M4TX-9RKD-27WC", SignalCode.Show("M4TX9RKD27WC"));

    [Fact]
    public void A_secret_fits_its_own_signal_only()
    {
        var (code, signal) = (SignalCode.New(), Guid.NewGuid());
        var hash = code.Hash(signal);

        Assert.True(SignalCode.Matches(code.Secret, signal, hash));
        Assert.False(SignalCode.Matches(code.Secret, Guid.NewGuid(), hash));
        Assert.False(SignalCode.Matches(SignalCode.New().Secret, signal, hash));
        Assert.False(SignalCode.Matches(code.Secret, signal, []));
    }
}
