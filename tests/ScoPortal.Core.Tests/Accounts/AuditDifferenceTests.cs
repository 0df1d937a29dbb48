using ScoPortal.Core.Accounts;
using Xunit;

namespace ScoPortal.Core.Tests.Accounts;

public class AuditDifferenceTests
{
    [Fact]
    public void Only_what_differs_is_told_in_its_place() => Assert.Equal(
        [
            new AuditDifference("headline", "Trains", "Trains and ships"),
            new AuditDifference("dateline.place", null, "Qingdao"),
            new AuditDifference("zones", "1, 2", "2"),
            new AuditDifference("minor", null, "True"),
        ],
        AuditDifference.Between(
            """{"Headline":"Trains","Language":"en","Dateline":{"Place":null,"Country":"CN"},"Zones":[1,2],"Facts":""}""",
            """{"Headline":"Trains and ships","Language":"en","Dateline":{"Place":"Qingdao","Country":"CN"},"Zones":[2],"Minor":true,"Facts":null}"""));

    [Fact]
    public void Things_in_a_list_are_told_apart_by_their_number() => Assert.Equal(
        [new AuditDifference("figures.2.value", "7", "8")],
        AuditDifference.Between("""{"Figures":[{"Value":5},{"Value":7}]}""", """{"Figures":[{"Value":5},{"Value":8}]}"""));

    [Fact]
    public void What_is_new_has_nothing_before_and_what_is_gone_nothing_after()
    {
        Assert.Equal([new AuditDifference("name", null, "SCODA")], AuditDifference.Between(null, """{"Name":"SCODA"}"""));
        Assert.Equal([new AuditDifference("name", "SCODA", null)], AuditDifference.Between("""{"Name":"SCODA"}""", null));
        Assert.Empty(AuditDifference.Between(null, null));
    }

    [Theory]
    [InlineData("{broken")]
    [InlineData("")]
    public void What_is_no_JSON_is_shown_as_it_stands(string text) =>
        Assert.Equal([new AuditDifference("", text, "7")], AuditDifference.Between(text, "7"));
}
