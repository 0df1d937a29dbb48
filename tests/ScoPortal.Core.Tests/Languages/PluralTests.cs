using ScoPortal.Core.Languages;
using Xunit;

namespace ScoPortal.Core.Tests.Languages;

public class PluralTests
{
    [Theory]
    [InlineData("ru", "one", "1 21 31 101 1001")]
    [InlineData("ru", "few", "2 3 4 22 34 102")]
    [InlineData("ru", "many", "0 5 9 10 11 12 13 14 15 20 25 100 111 112 1014")]
    [InlineData("fa", "one", "0 1")]
    [InlineData("fa", "other", "2 11 21 100")]
    [InlineData("zh", "other", "0 1 2 5 21")]
    [InlineData("en", "one", "1")]
    [InlineData("en", "other", "0 2 11 21")]
    [InlineData("de", "one", "1")]
    [InlineData("de", "other", "0 2 101")]
    public void Numbers_take_the_form_that_their_language_asks_for(string language, string category, string numbers) =>
        Assert.All(numbers.Split(' ').Select(long.Parse), number => Assert.Equal(category, Plural.Category(language, number)));
}
