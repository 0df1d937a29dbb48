using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Schema;
using ScoPortal.Core.Translation.Exchange;
using ScoPortal.Core.Translation.Segments;
using Xunit;

namespace ScoPortal.Core.Tests.Translation.Exchange;

/// <summary>Runs where a program of another project is on this machine, and says so where it is not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WithToolAttribute : FactAttribute
{
    public WithToolAttribute(string path)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
            Skip = $"{path} is not on this machine (see ./dev help).";
    }
}

/// <summary>What other tools make of the portal's files, and the portal of theirs: translate-toolkit, and the schemas of OASIS.</summary>
[Trait("Category", "Tools")]
public sealed class OtherToolsTests : IDisposable
{
    private const string ToPo = "/usr/bin/xliff2po", Filter = "/usr/bin/pofilter", ToTmx = "/usr/bin/po2tmx";
    private const string Schemas = "/usr/share/php/Symfony/Component/Translation/Resources/schemas";
    private static readonly DateTimeOffset At = new(2026, 11, 20, 8, 30, 0, TimeSpan.Zero);

    // The tools are written in Debian's own Python; another may come first on the path.
    private const string Python = "/usr/bin/python3";
    private readonly string folder = Directory.CreateTempSubdirectory("scoportal-exchange").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [WithTool(ToPo)]
    public void Translate_toolkit_reads_each_sentence_with_its_state()
    {
        var units = Ask("""
            from translate.storage.xliff import xlifffile
            rows = [dict(id=u.getid(), source=str(u.source), target=str(u.target or ''), approved=u.isapproved(), notes=u.getnotes(), other=len(u.getalttrans()))
                    for u in xlifffile.parsefile(path).units if not u.isheader()]
            """, Save("a.xlf", Cranes()));

        Assert.Equal(["The **port** has [two](https://example.org/a \"T\") cranes.", "100 \\* 2 < 300 & more", "Open"], units.Select(u => Text(u, "source")));
        Assert.Equal(["[Zwei](https://example.org/a \"T\") Kräne hat der **Hafen**.", "100 \\* 2 < 300 & mehr", ""], units.Select(u => Text(u, "target")));
        Assert.Equal([true, false, false], units.Select(u => u.GetProperty("approved").GetBoolean()));
        Assert.Contains("numbers: 15", Text(units[1], "notes"), StringComparison.Ordinal);
        Assert.Equal([1, 1, 0], units.Select(u => u.GetProperty("other").GetInt32()));
    }

    [WithTool(ToPo)]
    public void Each_sentence_becomes_an_entry_of_a_catalogue()
    {
        Run(ToPo, Save("b.xlf", Cranes()), Place("b.po"));
        var entries = File.ReadAllText(Place("b.po")).Split("\n\n").Skip(1).ToList();

        Assert.Equal(3, entries.Count);
        Assert.Contains("msgid \"The **port** has [two](https://example.org/a \\\"T\\\") cranes.\"", entries[0], StringComparison.Ordinal);
        Assert.Contains("msgid \"100 \\\\* 2 < 300 & more\"\nmsgstr \"100 \\\\* 2 < 300 & mehr\"", entries[1], StringComparison.Ordinal);
        Assert.Contains("msgid \"Open\"\nmsgstr \"\"", entries[2], StringComparison.Ordinal);
    }

    [WithTool(ToPo)]
    public void What_is_translated_in_another_tool_comes_back()
    {
        Ask("""
            from translate.storage.xliff import xlifffile
            from translate.storage.placeables import StringElem
            from translate.storage.placeables.xliff import Bpt, Ept
            store = xlifffile.parsefile(path)
            store.units[0].rich_target = [StringElem(['Der ', Bpt(id='1', sub=['**']), 'Hafen', Ept(id='1', sub=['**']), ' hat ',
                                                      Bpt(id='2', sub=['[']), 'zwei', Ept(id='2', sub=['](https://example.org/a "T")']), ' Krane.'])]
            store.units[1].rich_target = [StringElem(['100 < 300'])]
            store.units[2].target = 'Geöffnet'
            store.units[2].markapproved()
            store.save()
            rows = []
            """, Save("c.xlf", Cranes()));

        using var back = File.OpenRead(Place("c.xlf"));
        var came = Returned.Of(Assert.Single(Xliff.Read(back).Files), "de", Known());

        Assert.Equal([null, ExchangeFault.CodeMissing, null], came.Select(c => c.Fault));
        Assert.Equal("Der **Hafen** hat [zwei](https://example.org/a \"T\") Krane.", came[0].Target);
        Assert.Equal(("Geöffnet", UnitState.Confirmed), (came[2].Target, came[2].State));
    }

    [WithTool(Filter)]
    public void Pofilter_finds_a_wrong_number_in_a_file_of_the_portal()
    {
        var file = Cranes();
        var wrong = file with { Units = [.. file.Units.Select(u => u.Id == "2" ? u with { Target = CodedText.Of("100 \\* 2 < 400 & mehr").NumberedAs(u.Source) } : u)] };

        Run(Filter, "--test=numbers", "--language=de", Save("c.xlf", file), Place("right.xlf"));
        Run(Filter, "--test=numbers", "--language=de", Save("d.xlf", wrong), Place("wrong.xlf"));

        Assert.False(File.Exists(Place("right.xlf")) && Xliff.Read(File.OpenRead(Place("right.xlf"))).Fault is null);
        Assert.Equal(["2"], Xliff.Read(File.OpenRead(Place("wrong.xlf"))).Files.SelectMany(f => f.Units).Select(u => u.Id));
    }

    [WithTool(ToTmx)]
    public void Memories_are_read_by_the_toolkit_and_those_of_the_toolkit_here()
    {
        var path = Place("m.tmx");
        using (var stream = File.Create(path))
        using (var tmx = new TmxWriter(stream, "en", At))
        {
            tmx.Add(new([new("en", "The **port**"), new("de", "Der **Hafen**")]));
            tmx.Add(new([new("en", "R&D < 5"), new("de", "F&E < 5")]));
        }

        var units = Ask("""
            from translate.storage.tmx import tmxfile
            rows = [dict(source=str(u.source), target=str(u.target)) for u in tmxfile(open(path, 'rb'), sourcelanguage='en', targetlanguage='de').units]
            """, path);
        Assert.Equal([("The **port**", "Der **Hafen**"), ("R&D < 5", "F&E < 5")], units.Select(u => (Text(u, "source"), Text(u, "target"))));

        File.WriteAllText(Place("m.po"), "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\nmsgid \"Two * cranes\"\nmsgstr \"Zwei * Kräne\"\n");
        Run(ToTmx, "--language=de", Place("m.po"), Place("back.tmx"));
        using var back = File.OpenRead(Place("back.tmx"));
        var unit = Assert.Single(Tmx.Read(back).ToList()).Unit!;
        Assert.Equal(("Two * cranes", "Zwei * Kräne"), (unit.In("en"), unit.In("de")));
    }

    [WithTool(Schemas)]
    public void Files_of_the_older_format_are_valid() => Validate(Path.Combine(Schemas, "xliff-core-1.2-strict.xsd"), "urn:oasis:names:tc:xliff:document:1.2", isNew: false);

    [WithTool(Schemas)]
    public void Files_of_the_newer_format_are_valid() => Validate(Path.Combine(Schemas, "xliff-core-2.0.xsd"), "urn:oasis:names:tc:xliff:document:2.0", isNew: true);

    private static void Validate(string schema, string space, bool isNew)
    {
        var schemas = new XmlSchemaSet { XmlResolver = null };
        // The schema of xml:lang and xml:space names a document type.
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
        foreach (var (name, path) in new[] { ("http://www.w3.org/XML/1998/namespace", Path.Combine(Schemas, "xml.xsd")), (space, schema) })
        {
            using var reader = XmlReader.Create(path, settings);
            schemas.Add(name, reader);
        }

        // The older format wants a schema of each attribute that is not its own.
        using var own = XmlReader.Create(new StringReader($"""
            <schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:scoportal:exchange:1">
            {string.Concat(new[] { "release", "source-release", "source-revision", "story", "kind", "fingerprint" }.Select(a => $"<attribute name='{a}'/>"))}</schema>
            """));
        schemas.Add(null, own);

        var errors = new List<string>();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(XliffTests.Write(Cranes(), isNew)));
        var checking = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = schemas };
        checking.ValidationEventHandler += (_, e) => errors.Add($"{e.Exception.LineNumber}: {e.Message}");
        using var xml = XmlReader.Create(stream, checking);
        while (xml.Read())
        {
        }

        Assert.Empty(errors);
    }

    private static TranslationFile Cranes()
    {
        var (one, two) = (CodedText.Of("The **port** has [two](https://example.org/a \"T\") cranes."), CodedText.Of("100 \\* 2 < 300 & more"));
        return new()
        {
            SourceLanguage = "en",
            TargetLanguage = "de",
            Release = 17,
            SourceRelease = 16,
            SourceRevision = 2,
            Story = 9,
            Title = "Cranes & ports",
            Units =
            [
                new("1", one)
                {
                    Target = CodedText.Of("[Zwei](https://example.org/a \"T\") Kräne hat der **Hafen**.").NumberedAs(one),
                    State = UnitState.Confirmed,
                    Field = "body",
                    Kind = "text",
                    Matches = [new(92, one, CodedText.Of("Der **Hafen** hat zwei Kräne."), "memory")],
                },
                new("2", two)
                {
                    Target = CodedText.Of("100 \\* 2 < 300 & mehr").NumberedAs(two),
                    State = UnitState.Draft,
                    Field = "body",
                    Kind = "cell",
                    Notes = [new("waiver", "numbers: 15")],
                    Earlier = new(0, CodedText.Of("100 \\* 2\u0001"), CodedText.Of("100"), "earlier"),
                },
                new("3", CodedText.Plain("Open")) { Field = "headline", Kind = "heading" },
            ],
        };
    }

    private static IEnumerable<KnownUnit> Known() => Cranes().Units.Select(u =>
        new KnownUnit(u.Id[0] - '0', u.Source.ToString(), u.Target?.ToString() ?? "", u.State, IsMarkdown: u.Field == "body"));

    private string Place(string name) => Path.Combine(folder, name);

    private string Save(string name, TranslationFile file)
    {
        using var stream = File.Create(Place(name));
        Xliff12.Write([file], stream);
        return Place(name);
    }

    private List<JsonElement> Ask(string question, string path)
    {
        File.WriteAllText(Place("ask.py"), $"import json, sys\npath = sys.argv[1]\n{question}\nprint(json.dumps(rows))\n");
        return JsonSerializer.Deserialize<List<JsonElement>>(Run(Python, Place("ask.py"), path))!;
    }

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;

    private static string Run(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {error.Result}");
        return output;
    }
}
