using FsCheck;
using FsCheck.Fluent;
using ScoPortal.Core.Text;
using Xunit;

namespace ScoPortal.Core.Tests.Text;

public class CsvTests
{
    [Fact]
    public void Plain_cells_are_written_plain_and_others_in_quotation_marks() =>
        Assert.Equal("ots,\"a, b\",\"so \"\"called\"\"\",\"two\nlines\",,\" padded\"\r\n", Csv.Write("ots", "a, b", "so \"called\"", "two\nlines", null, " padded"));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 30", "'+49 30")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＝1", "'＝1")]
    [InlineData("'=1", "''=1")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\"")]
    public void No_cell_begins_like_a_formula(string value, string written)
    {
        Assert.Equal(written + "\r\n", Csv.Write(value));
        Assert.Equal(value, Csv.Read(written).Single().Cells.Single());
    }

    [Theory]
    [InlineData("a=b")]
    [InlineData("'quoted'")]
    [InlineData("2026-01-20")]
    public void What_is_no_formula_has_no_apostrophe(string value) => Assert.Equal(value + "\r\n", Csv.Write(value));

    [Theory]
    [InlineData("a,b\r\nc,d\r\n")]
    [InlineData("a,b\nc,d")]
    [InlineData("\uFEFFa;b\r\n\r\n\"c\";d\r\n")]
    [InlineData("a\tb\nc\td\n")]
    public void Files_of_other_programs_are_read(string text) =>
        Assert.Equal(["a", "b", "c", "d"], Csv.Read(text).SelectMany(r => r.Cells));

    [Fact]
    public void A_row_says_the_line_it_begins_in() =>
        Assert.Equal([1, 3, 5], Csv.Read("a,\"b\nb\"\nc,d\n\ne,f").Select(r => r.Line));

    [Theory]
    [InlineData("a\n\"open,b\nc", 2)]
    [InlineData("a\nb\nc\"d", 3)]
    [InlineData("a,b\n\"c\"d,e", 2)]
    public void A_stray_quotation_mark_is_told_with_its_line(string text, int line) =>
        Assert.Equal(line, Assert.Throws<CsvException>(() => Csv.Read(text).ToList()).Line);

    [Fact]
    public void What_is_written_is_read() => Prop.ForAll(Rows, rows =>
        rows.SequenceEqual(Csv.Read(Csv.ByteOrderMark + string.Concat(rows.Select(r => Csv.Write(r)))).Select(r => r.Cells), Cells)).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_read_or_refused_with_a_line_of_it() => Prop.ForAll(Rows, rows =>
    {
        var text = string.Join(',', rows.SelectMany(r => r));
        try
        {
            return Csv.Read(text).All(r => r.Cells.Count > 0);
        }
        catch (CsvException wrong)
        {
            return wrong.Line >= 1 && wrong.Line <= text.Split('\n', '\r').Length;
        }
    }).QuickCheckThrowOnFailure();

    private static readonly string[] Pieces = ["\"", ",", ";", "\t", "\n", "\r\n", "\r", "=", "+", "-", "@", "'", "''", "＝", " ", "a", "港", "\uFEFF", ""];

    private static readonly Arbitrary<IReadOnlyList<string>[]> Rows = Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>().Where(text => text is not null),
            Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)))
        .NonEmptyListOf().Select(cells => (IReadOnlyList<string>)[.. cells]).ListOf().Select(rows => rows.ToArray()).ToArbitrary();

    private static readonly IEqualityComparer<IReadOnlyList<string>> Cells =
        EqualityComparer<IReadOnlyList<string>>.Create((a, b) => a!.SequenceEqual(b!, StringComparer.Ordinal), _ => 0);
}
