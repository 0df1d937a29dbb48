using System.Text;
using ScoPortal.Core.Accounts;
using Xunit;

namespace ScoPortal.Core.Tests.Accounts;

public class TotpTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B, the last six of its eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.Code(Key, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Fact]
    public void A_code_is_good_for_a_moment_and_once()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        var step = Totp.StepAt(now);
        var code = Totp.Code(Key, step);

        Assert.Equal(step, Totp.Match(Key, code, now, usedUpTo: 0));
        Assert.Equal(step, Totp.Match(Key, $" {code[..3]} {code[3..]} ", now.AddSeconds(30), usedUpTo: 0));
        Assert.Equal(step, Totp.Match(Key, code, now.AddSeconds(-30), usedUpTo: step - 1));
        Assert.Null(Totp.Match(Key, code, now.AddSeconds(90), usedUpTo: 0));
        Assert.Null(Totp.Match(Key, code, now, usedUpTo: step));
        Assert.Null(Totp.Match(Key, "000000", now, usedUpTo: 0));
    }

    // RFC 4648, section 10, without its padding.
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Keys_are_written_in_base_32(string key, string text) =>
        Assert.Equal(key, Encoding.ASCII.GetString(Totp.FromText(text.ToLowerInvariant())));
}
