using System.Text.RegularExpressions;
using System.Xml.Linq;
using ScoPortal.Web.Localization;
using ScoPortal.Web.Tests.Commands;
using Xunit;

namespace ScoPortal.Web.Tests.House;

public partial class TextsTests
{
    private static readonly string Web = Path.Combine(PortalProcess.Root, "src", "ScoPortal.Web");
    private static readonly string[] Forms = ["few", "many", "one", "other"];
    private static readonly Dictionary<string, string> Public = Read("Ui");
    private static readonly Dictionary<string, string> Desk = Read("Desk");
    private static readonly Dictionary<string, string> English = new(Public.Concat(Desk), StringComparer.Ordinal);

    private static readonly Lazy<string[]> Sources = new(() => SourcesIn(Web));
    private static readonly Lazy<string[]> Rules = new(() => [.. SourcesIn(Path.Combine(PortalProcess.Root, "src", "ScoPortal.Core")), .. SourcesIn(Path.Combine(PortalProcess.Root, "src", "ScoPortal.Data"))]);

    private static string[] SourcesIn(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.cs*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".cshtml", StringComparison.Ordinal))
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "Migrations"))
            .Select(File.ReadAllText)];

    public static TheoryData<string> Translations => new("Ui.de", "Ui.ru", "Ui.zh", "Ui.fa", "Desk.de", "Desk.ru", "Desk.zh");

    [Theory]
    [MemberData(nameof(Translations))]
    public void Every_language_has_the_same_texts_with_the_same_placeholders(string file)
    {
        var (texts, english) = (Read(file), Read(file.Split('.')[0]));

        Assert.Equal(english.Keys, texts.Keys);
        Assert.All(texts, text => Assert.NotEqual("", text.Value.Trim(',', '.', ':') + text.Value));
        foreach (var (key, text) in texts)
            Assert.Equal($"{key} {Placeholders(english[key])}", $"{key} {Placeholders(text)}");
    }

    [Fact]
    public void Texts_stand_in_order_one_a_line()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Web, "Resources"), "*.resx"))
        {
            var keys = File.ReadLines(file).Where(l => l.Contains("<data ", StringComparison.Ordinal)).Select(l => l.Split('"')[1]).ToList();
            Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
            Assert.Equal(keys.Distinct(), keys);
        }
    }

    [Fact]
    public void Counted_things_have_all_plural_forms_and_russian_tells_them_apart()
    {
        var counted = English.Keys.Where(k => k.EndsWith(".other", StringComparison.Ordinal)).Select(k => k[..^".other".Length]).ToList();
        Assert.NotEmpty(counted);
        Assert.All(counted, key => Assert.Equal(Forms, English.Keys.Where(k => Forms.Any(f => k == $"{key}.{f}")).Select(k => k.Split('.')[^1])));

        var russian = new Ui(PortalLanguage.Get("ru"));
        foreach (var key in counted)
        {
            string Words(long count) => russian.Count(key, count).Replace($"{count}", "#", StringComparison.Ordinal);
            Assert.Equal([Words(1), Words(1), Words(1)], [Words(21), Words(31), Words(101)]);
            Assert.Equal([Words(2), Words(2), Words(2)], [Words(3), Words(4), Words(22)]);
            Assert.Equal([Words(5), Words(5), Words(5), Words(5)], [Words(0), Words(11), Words(12), Words(114)]);
            Assert.Equal(3, new[] { Words(1), Words(2), Words(5) }.Distinct().Count());
        }
    }

    [Fact]
    public void No_page_asks_for_a_text_that_is_not_there()
    {
        var asked = Sources.Value.SelectMany(s => Indexed().Matches(s).Select(m => m.Groups["keys"].Value).SelectMany(Literals))
            .Concat(Sources.Value.SelectMany(s => Called().Matches(s).Select(m => m.Groups["key"].Value))).Distinct().ToList();

        Assert.True(asked.Count > 80);
        Faults.None(asked.Where(key => !English.ContainsKey(key) && !English.ContainsKey(key + ".other")));
    }

    [Fact]
    public void No_text_is_there_that_no_page_asks_for()
    {
        var literals = Sources.Value.Concat(Rules.Value).SelectMany(Literals).ToHashSet(StringComparer.Ordinal);
        // $"Error.{kind}.Title" stands for every text of that form.
        var patterns = Sources.Value.SelectMany(s => Interpolated().Matches(s).Select(m => m.Groups["text"].Value))
            .Where(p => p.Split('.')[0] is { Length: > 0 } first && English.Keys.Any(k => k.StartsWith(first + ".", StringComparison.Ordinal)))
            .Select(p => new Regex("^" + Hole().Replace(Regex.Escape(p).Replace("\\{", "{", StringComparison.Ordinal), "[^.]+") + "$", RegexOptions.NonBacktracking)).ToList();

        Faults.None(English.Keys.Where(key =>
            !literals.Contains(key)
            && !(Forms.Any(f => key.EndsWith("." + f, StringComparison.Ordinal)) && literals.Contains(key[..key.LastIndexOf('.')]))
            && !patterns.Exists(p => p.IsMatch(key))));
    }

    private static string[] Literals(string source) => [.. Quoted().Matches(source).Select(m => m.Groups["text"].Value)];

    private static string Placeholders(string text) =>
        string.Join(' ', Placeholder().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Web, "Resources", $"{file}.resx")).Root!.Elements("data")
            .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal);

    [GeneratedRegex(@"\{[0-9]+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\b(T|Ui)\[(?<keys>[^\]$]*)\]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Indexed();

    [GeneratedRegex("""\b(T|Ui)\.(Format|Count)\("(?<key>[^"]+)"|\bSay\("(?<key>[^"]+)"|this\["(?<key>[^"]+)"\]""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Called();

    [GeneratedRegex("""(^|[^$])"(?<text>[A-Z][A-Za-z]+(\.[A-Za-z0-9]+)+|Releases)["]""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    [GeneratedRegex("""[$]"(?<text>[^"]*\{[^"]*)["]""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Interpolated();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Hole();
}
