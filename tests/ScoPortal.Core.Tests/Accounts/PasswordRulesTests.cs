using ScoPortal.Core.Accounts;
using Xunit;

namespace ScoPortal.Core.Tests.Accounts;

public class PasswordRulesTests
{
    private static readonly string[] Vera = ["Vera Lindholm", "v.lindholm@example.org", "ScoPortal"];

    [Theory]
    [InlineData("seven quiet harbours")]
    [InlineData("correct horse battery stapler")]
    [InlineData("mV4_hq0!Zt7x")]
    [InlineData("dragon 7391 0482 6615 2207")]
    [InlineData("семь тихих гаваней")]
    [InlineData("七个安静的港口在黄海的西边")]
    [InlineData("vera likes green trains")]
    [InlineData("the portal opens slowly")]
    [InlineData("любовь-навсегда-1")]
    public void A_long_phrase_of_ones_own_is_good(string password) =>
        Assert.Equal(PasswordFault.None, PasswordRules.Judge(password, Vera));

    [Theory]
    [InlineData("Tr0ub4dor&3")]
    [InlineData("")]
    [InlineData("😀😀😀😀😀😀")]
    public void Less_than_twelve_characters_are_too_short(string password) =>
        Assert.Equal(PasswordFault.TooShort, PasswordRules.Judge(password, Vera));

    [Fact]
    public void More_than_256_characters_are_too_long()
    {
        var longest = string.Concat(Enumerable.Range(0, 64).Select(i => $"{i:D2}x "));

        Assert.Equal(PasswordFault.None, PasswordRules.Judge(longest, Vera));
        Assert.Equal(PasswordFault.TooLong, PasswordRules.Judge(longest + "y", Vera));
    }

    [Theory]
    [InlineData("password1234")]
    [InlineData("P@$$w0rd2026!")]
    [InlineData("PASSWORDPASSWORD")]
    [InlineData("Welcome12345")]
    [InlineData("!!!Sunshine!!!")]
    [InlineData("iloveyou2025")]
    [InlineData("administrator")]
    [InlineData("adm1n1strat0r")]
    [InlineData("letmeinplease")]
    [InlineData("Sommer2026!!")]
    [InlineData("hallo-passwort")]
    [InlineData("Пароль123456")]
    [InlineData("woaini5201314")]
    [InlineData("correcthorsebatterystaple")]
    public void What_is_tried_first_is_refused_however_it_is_dressed_up(string password) =>
        Assert.Equal(PasswordFault.Common, PasswordRules.Judge(password, Vera));

    [Theory]
    [InlineData("qwertyuiop12")]
    [InlineData("1q2w3e4r5t6y")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("123456789012")]
    [InlineData("987654321098")]
    [InlineData("abcdefghijkl")]
    [InlineData("йцукенгшщзхъ")]
    [InlineData("qwertzuiopü+")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("121212121212")]
    [InlineData("abc123abc123")]
    public void Running_over_the_keyboard_makes_no_password(string password) =>
        Assert.Equal(PasswordFault.Common, PasswordRules.Judge(password, Vera));

    [Theory]
    [InlineData("VeraLindholm")]
    [InlineData("lindholm-1987-vera")]
    [InlineData("v.lindholm@example.org")]
    [InlineData("ScoPortal2026!")]
    [InlineData("scoportal-admin")]
    public void Ones_own_name_and_little_else_is_refused(string password) =>
        Assert.Equal(PasswordFault.Personal, PasswordRules.Judge(password, Vera));
}
