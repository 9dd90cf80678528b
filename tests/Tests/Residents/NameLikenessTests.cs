using Samenkracht.Kernel;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.People;

namespace Samenkracht.Tests.Residents;

public class NameLikenessTests
{
    [Theory]
    [InlineData("Willem Janssen", "Willem Jansen", true)]
    [InlineData("Dirk Vos", "D. Vos", true)]
    [InlineData("Dirk Vos", "Vos", true)]
    [InlineData("Fatima el Amrani", "Fatima El-Amrani", true)]
    [InlineData("José de Vries", "Jose de Vries", true)]
    [InlineData("Dirk Vos", "Mina Vos", false)]
    [InlineData("Dirk Vos", "Dirk Bos", false)]
    [InlineData("Jan Smit", "Piet Bakker", false)]
    public void A_typing_error_is_forgiven_another_name_is_not(string one, string other, bool alike) =>
        Assert.Equal(alike, NameLikeness.AreAlike(SearchText.Of(one), SearchText.Of(other)));

    [Theory]
    [InlineData("1234ab", "12 A", "1234 AB", "12a")]
    [InlineData(" 1234 AB ", "3", "1234 AB", "3")]
    public void An_address_has_one_spelling(string postcode, string number, string normalPostcode, string normalNumber)
    {
        var address = new Address(" Molenpad ", number, postcode, null, null).Normal();
        Assert.Equal(("Molenpad", normalNumber, normalPostcode), (address.Street, address.HouseNumber, address.Postcode));
    }

    [Fact]
    public void Someone_without_fixed_address_has_one_in_words() => Assert.Equal("geen vast adres", Address.Unknown.ToString());
}
