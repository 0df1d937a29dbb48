using System.Text;
using System.Text.Json;
using ScoPortal.Core.Wire;
using Xunit;

namespace ScoPortal.Core.Tests.Wire;

/// <summary>Bytes to text, text to warnings, release to JSON.</summary>
public class TextTests
{
    [Fact]
    public void Bytes_are_read_as_UTF_8_or_by_their_mark()
    {
        const string text = "Größe 青岛";

        Assert.Equal(text, WireText.Decode(Encoding.UTF8.GetBytes(text)).Text);
        Assert.Equal(text, WireText.Decode([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]).Text);
        Assert.Equal(text, WireText.Decode([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]).Text);
        Assert.Equal(text, WireText.Decode([.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)]).Text);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused_with_the_reason()
    {
        Assert.Equal(WireRefusal.Empty, WireText.Decode([]).Refusal);
        Assert.Equal(WireRefusal.Empty, WireText.Decode(" \r\n\t"u8).Refusal);
        Assert.Equal(WireRefusal.Binary, WireText.Decode([0x50, 0x4B, 3, 4, 0, 0]).Refusal);
        Assert.Equal(WireRefusal.Binary, WireText.Decode([1, 2, 3, 4, 5, 65]).Refusal);
        Assert.Equal(WireRefusal.NotText, WireText.Decode([0x81, 0x20, 0x8D, 0x20, 0x9D, 0x41]).Refusal);
        Assert.Equal(WireRefusal.TooLarge, WireText.Decode(new byte[WireText.MaxBytes + 1]).Refusal);
    }

    [Fact]
    public void The_same_text_with_other_white_space_or_composition_has_the_same_fingerprint()
    {
        var one = WireReader.Read("Größe der Zone\r\n\r\nEin  Satz.").Fingerprint;

        Assert.Equal(one, WireReader.Read("  Größe der Zone\n\n\nEin Satz.\n".Normalize(NormalizationForm.FormD)).Fingerprint);
        Assert.NotEqual(one, WireReader.Read("Größe der Zone\n\nKein Satz.").Fingerprint);
    }

    [Theory]
    [InlineData("Das Treffen der SOZ fand am Montag statt, und die SCO war mit einem großen Stand dabei.", "mixed-names")]
    [InlineData("Die grosse Strasse wurde am Montag eröffnet, und die Massnahme ist mit ihr zu Ende.", "swiss-spelling")]
    [InlineData("Das Motto war „online und offline\", sagte der Leiter am Montag in der Stadt.", "unbalanced-quotes")]
    [InlineData("Der Leiter  sprach am Montag in der Stadt mit den Gästen aus der Zone.", "spacing-repaired")]
    [InlineData("Der Leiter spricht\n\nDer Leiter sprach am Montag in der Stadt mit den Gästen aus der\nZone und aus dem Hafen, der erst vor einem Jahr eröffnet wurde,\nund das war alles, was es an diesem Tag zu sagen gab im Hafen.", "wraps-joined")]
    public void A_flaw_of_the_text_is_warned_about(string sentence, string code)
    {
        Assert.Contains(WireReader.Read(sentence).Warnings, w => w.Code == code);
        Assert.DoesNotContain(WireReader.Read("Der Leiter sprach am Montag mit den Gästen, und das war alles.").Warnings, w => w.Code == code);
    }

    [Theory]
    [InlineData("The office opened a desk for the carriers and the guests were there.", "en")]
    [InlineData("Das Amt hat einen Schalter für die Spediteure eröffnet und die Gäste waren da.", "de")]
    [InlineData("Администрация открыла окно для перевозчиков.", "ru")]
    [InlineData("港口为企业开设了窗口，这里发展很快。", "zh")]
    [InlineData("港口為企業開設了窗口，這裡發展很快。", "zh-Hant")]
    [InlineData("Le port a ouvert un guichet pour les transporteurs et les invités étaient là.", "fr")]
    [InlineData("El puerto abrió una ventanilla para los transportistas y los invitados estaban allí.", "es")]
    [InlineData("12345", null)]
    public void The_language_is_recognised_from_the_text(string text, string? language) =>
        Assert.Equal(language, WireReader.Read(text).Language);

    [Fact]
    public void Every_span_points_at_the_text_it_was_read_from()
    {
        const string text = "  Harbour opens a desk\n\nQINGDAO, China, June 18, 2021 /PRNewswire/ -- The office opened a desk on Monday.\n\nSOURCE Harbour Office\n";

        var spans = WireReader.Read(text).Fields.ToDictionary(f => f.Name, f => text.Substring(f.Start, f.Length));

        Assert.Equal("Harbour opens a desk", spans["headline"]);
        Assert.Equal("QINGDAO, China", spans["place"]);
        Assert.Equal("June 18, 2021", spans["datelineDate"].Trim());
        Assert.Equal("PRNewswire", spans["wires"]);
        Assert.Equal("Harbour Office", spans["issuer"]);
    }

    [Fact]
    public void The_JSON_line_has_the_agreed_names_and_nulls_and_keeps_Chinese_readable()
    {
        var line = WireJson.Line("a/b.txt", WireReader.Read("港口为企业开设窗口\n\n北京2023年8月25日电 /美通社/ -- 港口管理部门周一为承运企业开设了新的窗口，这里发展很快，大家都很满意。"));

        using var json = JsonDocument.Parse(line);
        Assert.Equal(
            ["file", "language", "headline", "subheadline", "place", "country", "datelineDate", "datelinePrecision", "datelineYearInferred",
                "postedAt", "capturedAt", "eventDate", "eventYearInferred", "wires", "issuer", "distributor", "moreInfoUrl", "externalIds", "rights", "mediaLinks",
                "contacts", "isMarkdown", "paragraphs", "boilerplate", "noise", "warnings"],
            json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("subheadline").ValueKind);
        Assert.Equal("day", json.RootElement.GetProperty("datelinePrecision").GetString());
        Assert.Contains("北京", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
    }
}
