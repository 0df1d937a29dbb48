using System.Text.Json;
using Xunit;

namespace ScoPortal.Core.Tests;

public class PartialDateTests
{
    [Theory]
    [InlineData("2021", DatePrecision.Year, 2021, null, null)]
    [InlineData("2021-04", DatePrecision.Month, 2021, 4, null)]
    [InlineData("2021-04-09", DatePrecision.Day, 2021, 4, 9)]
    [InlineData("--04-09", DatePrecision.DayWithoutYear, null, 4, 9)]
    [InlineData("--02-29", DatePrecision.DayWithoutYear, null, 2, 29)]
    [InlineData("0987-01", DatePrecision.Month, 987, 1, null)]
    public void It_says_no_more_than_its_source(string text, DatePrecision precision, int? year, int? month, int? day)
    {
        var date = PartialDate.Parse(text);

        Assert.Equal((precision, year, month, day), (date.Precision, date.YearValue, date.MonthValue, date.DayValue));
        Assert.Equal(precision == DatePrecision.Day, date.Date is not null);
        Assert.Equal(text, date.ToString());
        Assert.Equal(date, JsonSerializer.Deserialize<PartialDate>(JsonSerializer.Serialize(date)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000")]
    [InlineData("+202")]
    [InlineData("２０２１")]
    [InlineData("2021-13")]
    [InlineData("2021-4-9")]
    [InlineData("2021-02-29")]
    [InlineData("--02-30")]
    [InlineData("-2021-1")]
    [InlineData("2021-04-09 ")]
    [InlineData("20210409")]
    public void Anything_else_is_no_date(string? text)
    {
        Assert.False(PartialDate.TryParse(text, out var date));
        Assert.Equal(default, date);
        if (text is not null)
            Assert.Throws<FormatException>(() => PartialDate.Parse(text));
    }

    [Fact]
    public void Days_follow_their_month_months_their_year()
    {
        string[] inOrder = ["--04-12", "--12-01", "0987-01", "2018-06-10", "2019", "2019-12", "2019-12-01", "2020-02-29", "2021"];

        Assert.Equal(inOrder, inOrder.Reverse().Select(PartialDate.Parse).Order().Select(d => d.ToString()));
    }

    [Fact]
    public void No_date_can_be_made_that_is_in_no_calendar()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PartialDate.Month(2021, 13));
        Assert.Throws<ArgumentOutOfRangeException>(() => PartialDate.Year(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PartialDate.DayOfYear(2, 30));
        Assert.Equal(PartialDate.Parse("2021-04-09"), PartialDate.Day(new DateOnly(2021, 4, 9)));
    }

    [Fact]
    public void In_json_anything_else_is_an_error()
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PartialDate>("\"April\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PartialDate>("2021"));
    }
}
