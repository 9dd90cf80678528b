using System.Security.Cryptography;
using System.Text;
using Samenkracht.Access.SignIn;

namespace Samenkracht.Tests.Access.SignIn;

public class QrCodeTests
{
    /// <summary>These were read back by a scanner (zbar), in every shape from one block to four, when they were written down.</summary>
    [Theory]
    [InlineData(14, "5fe9c10094b6444c3b377df876e5683759bfd9bd55a920a52ac6ab1b76f1b566")]
    [InlineData(100, "4a6493c1c5c217d0013550c683da34771fc41225e9409e56b9dcb495e72ba1c8")]
    [InlineData(130, "4b53644dc332a2856b1e2e51eeb47271adcc9593e94a2e81e256fe38b6131b47")]
    [InlineData(200, "7deac18ee8498218a4b4c4173d58fddd34dc45d52cf821f91e58d290d8cecfa0")]
    [InlineData(271, "4cf9d1e013ddefa75c193994c664d84eba233f88e0ec479094fb624519169001")]
    public void A_scanner_reads_it(int length, string drawn)
    {
        var symbol = QrSymbol.Of(("otpauth://totp/Samenkracht:" + new string('a', 300))[..length])!;
        var lines = new StringBuilder();
        for (var y = -4; y < symbol.Size + 4; y++)
        {
            for (var x = -4; x < symbol.Size + 4; x++)
                lines.Append(x >= 0 && y >= 0 && x < symbol.Size && y < symbol.Size && symbol.IsDark(x, y) ? '1' : '0');
            lines.Append('\n');
        }

        Assert.Equal(drawn, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ToString()))));
    }

    [Fact]
    public void What_is_too_long_gives_no_picture_and_the_key_in_words_remains()
    {
        Assert.Null(QrSymbol.Of(new string('a', 272)));
        Assert.Equal("", QrCode.Svg(new string('a', 272), "QR-code"));
        Assert.Contains("aria-label=\"QR-code\"", QrCode.Svg("otpauth://totp/Samenkracht", "QR-code"));
    }
}
