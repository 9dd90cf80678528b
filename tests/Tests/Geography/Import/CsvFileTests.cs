using System.Text;
using Samenkracht.Geography.Import;
using static Samenkracht.Tests.Geography.Import.Files;

namespace Samenkracht.Tests.Geography.Import;

public class CsvFileTests
{
    [Theory]
    [InlineData("code,naam,inwoners\nWK040201,Oost,12\n")]
    [InlineData("code;naam;inwoners\r\nWK040201;Oost;12")]
    [InlineData("\uFEFFcode,naam,inwoners\n\"WK040201\",\"Oost\",\"12\"\n\n")]
    public void Reads_either_separator_quotes_and_a_byte_order_mark(string text)
    {
        var row = Assert.Single(Csv(text).Rows);

        Assert.Equal(("WK040201", "Oost", "12"), (row.Cells["code"], row.Cells["naam"], row.Cells["inwoners"]));
        Assert.Equal(2, row.Number);
    }

    [Fact]
    public void A_line_number_counts_lines_inside_quotes()
    {
        var file = Csv("code,naam\nWK040201,\"Oost\nen meer\"\nWK040202,West\n");

        Assert.Equal("cijfers.csv, regel 4", file.Place(file.Rows[1]));
    }

    [Fact]
    public void A_line_with_too_few_fields_spoils_only_itself()
    {
        var file = Csv("code,naam,inwoners\nWK040201,Oost\nWK040202,West,5\n");

        Assert.Equal("heeft 2 velden in plaats van 3", file.Rows[0].Problem);
        Assert.Null(file.Rows[1].Problem);
    }

    [Fact]
    public void A_quote_that_never_closes_is_refused_with_its_line() =>
        Assert.Contains("regel 3", Assert.Throws<BrokenFileException>(() => Csv("code,naam\nWK040201,Oost\nWK040202,\"West\n")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("alles in één kolom\n")]
    [InlineData("code,naam,Naam\n")]
    [InlineData("code,\0naam\n")]
    public void What_is_no_table_is_refused(string text) => Assert.Throws<BrokenFileException>(() => Csv(text));

    [Fact]
    public void More_lines_or_columns_than_the_bounds_are_refused()
    {
        Assert.Throws<BrokenFileException>(() => Csv("a,b\n1,2\n3,4\n", new ImportLimits { Rows = 1 }));
        Assert.Throws<BrokenFileException>(() => Csv("a,b,c\n", new ImportLimits { Columns = 2 }));
    }

    [Fact]
    public void An_older_western_file_keeps_its_letters()
    {
        var file = CsvFile.Read("oud.csv", Encoding.Latin1.GetBytes("code;naam\nWK040201;West-Indiëbuurt\n"), ImportLimits.Standard);

        Assert.Equal("West-Indiëbuurt", file.Rows[0].Cells["naam"]);
    }

    [Fact]
    public void A_packed_or_oversized_file_is_bounded_too()
    {
        var path = Path.GetTempFileName();
        using (var packed = new System.IO.Compression.GZipStream(File.Create(path), System.IO.Compression.CompressionLevel.Fastest))
            packed.Write(new byte[1_000_000]);

        Assert.Equal(1_000_000, FileBytes.Read(path, ImportLimits.Standard).Length);
        Assert.Throws<BrokenFileException>(() => FileBytes.Read(path, new ImportLimits { FileBytes = 100_000 }));
        Assert.Throws<BrokenFileException>(() => FileBytes.Read(path + ".nergens", ImportLimits.Standard));
        File.Delete(path);
    }
}
