using FsCheck;
using FsCheck.Fluent;
using ScoPortal.Core.Terms;
using ScoPortal.Core.Tests.Search;
using Xunit;

namespace ScoPortal.Core.Tests.Terms;

public class GlossaryFileTests
{
    private static readonly string[] Languages = ["en", "de", "ru", "zh"];

    [Fact]
    public void What_is_exported_as_CSV_comes_back_the_same() =>
        Prop.ForAll(SomeTerms.Arbitrary, terms => AssertSame(terms, GlossaryCsv.Write(terms))).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_exported_as_TBX_comes_back_the_same() =>
        Prop.ForAll(SomeTerms.Arbitrary, terms => AssertSame(terms, GlossaryTbx.Write(terms))).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_is_read_no_reader_stumbles() => Prop.ForAll(OddText.Arbitrary, text =>
    {
        GlossaryFile.Read(text);
        GlossaryCsv.Read("key,language,form\n" + text);
        GlossaryTbx.Read("<tbx><conceptEntry id='a'>" + text);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Many_columns_in_many_lines_take_no_time_worth_naming()
    {
        var file = GlossaryFile.Read("key,language,form" + new string(',', 900_000) + string.Concat(Enumerable.Repeat("\na,en,b", 150_000)));

        Assert.Equal(150_000, file.Lines.Count);
    }

    [Fact]
    public void A_note_in_pieces_without_end_is_too_long()
    {
        var notes = string.Concat(Enumerable.Repeat("<note>a b c d e</note>", 80_000));
        var file = GlossaryFile.Read($"<tbx><conceptEntry id='a'>{notes}<langSec xml:lang='en'><termSec><term>yard</term></termSec></langSec></conceptEntry></tbx>");

        Assert.Equal(["Rule.GlossaryLineTooLong"], file.Refused.Select(r => r.Reason));
    }

    [Theory]
    [InlineData("<tbx><conceptEntry id='a'>", "<a>", 100_000)]
    [InlineData("<tbx><conceptEntry id='a' ", "b='c' ", 300)]
    [InlineData("<tbx><conceptEntry id='a'><note>", "words ", 100_000)]
    public void A_file_that_nests_or_repeats_without_end_is_read_up_to_there(string start, string piece, int times)
    {
        var text = start + string.Concat(Enumerable.Range(0, times).Select(i => piece.Replace("b=", $"b{i}=", StringComparison.Ordinal))) + "/>";

        Assert.Equal(["Rule.GlossaryTooMuch"], GlossaryFile.Read(text).Refused.Select(r => r.Reason));
    }

    [Fact]
    public void More_forms_than_any_entry_has_are_refused()
    {
        var file = GlossaryFile.Read("key,language,form\n" + string.Concat(Enumerable.Range(0, 600).Select(i => $"yard,en,yard {i}\n")));
        var import = new GlossaryImport(new Dictionary<string, Term>(), Languages).Take(file);

        Assert.Equal((Term.MostForms, 100), (import.Added[0].Forms.Count, import.Refused.Count(r => r.Reason == "Rule.TermTooManyForms")));
    }

    [Theory]
    [InlineData("key,language,form,status\r\nsco,de,SOZ,preferred\r\nsco,de,SCO,forbidden\r\n")]
    [InlineData("KEY;Language;Form;Status\nsco;de;SOZ;Preferred\nsco;de;SCO;FORBIDDEN")]
    [InlineData("status\tform\tlanguage\tkey\nforbidden\tSCO\tde\tsco\npreferred\tSOZ\tde-AT\tSCO\n\n\n")]
    public void Commas_semicolons_tabs_and_any_order_of_columns_are_read(string text)
    {
        var import = Take(text);

        Assert.Empty(import.Refused);
        Assert.Equal([("SCO", TermStatus.Forbidden), ("SOZ", TermStatus.Preferred)], import.Added.Single().Forms.OrderBy(f => f.Text).Select(f => (f.Text, f.Status)));
        Assert.All(import.Added.Single().Forms, f => Assert.Equal("de", f.Language));
    }

    [Fact]
    public void A_bad_line_is_refused_by_number_and_the_others_go_on()
    {
        var import = Take("""
            key,language,form,status,source,note
            port,de,Hafen,preferred,,"A place
            for ships"
            ,de,Kai,,,
            port,fr,port,,,
            port,zh-TW,港,,,
            port,en,harbour,best,,
            port,en,,,,
            port,,quay,,,
            port,ru,порт,preferred,a,b,c
            port,de,Seehafen,preferred,,
            port,en,port,,,
            port,en,"never closed
            """);

        Assert.Equal(
            [
                (4, "Rule.GlossaryNoKey"), (5, "Rule.GlossaryUnknownLanguage"), (6, "Rule.GlossaryUnknownLanguage"), (7, "Rule.GlossaryUnknownStatus"),
                (8, "Rule.GlossaryNoForm"), (9, "Rule.GlossaryNoLanguage"), (10, "Rule.GlossaryTooManyCells"), (11, "Rule.PreferredTaken"), (13, "Rule.GlossaryUnclosed"),
            ],
            import.Refused.Select(r => (r.Line, r.Reason)));
        Assert.Equal(["Hafen", "port"], import.Added.Single().Forms.Select(f => f.Text).Order());
        Assert.Equal("A place for ships", import.Added.Single().Note);
    }

    [Fact]
    public void A_file_adds_and_changes_and_takes_nothing_away()
    {
        var port = new Term("port", "Old note.");
        port.Say("de", "Hafen", TermStatus.Preferred, "seed");
        port.Say("de", "Port", TermStatus.Allowed, null);
        port.Say("ru", "порт", TermStatus.Preferred, null);

        var import = Take("key,language,form,status\nport,de,Seehafen,preferred\nport,de,Hafen,allowed\nport,de,Port,forbidden\nport,ru,порт,preferred\n", port);

        Assert.Equal(
            [(2, GlossaryEffect.New), (3, GlossaryEffect.Changed), (4, GlossaryEffect.Changed), (5, GlossaryEffect.Unchanged)],
            import.Results.Select(r => (r.Line.Line, r.Effect)));
        Assert.Empty(import.Added);
        Assert.Equal(("Old note.", "seed", 4), (port.Note, port.Forms.Single(f => f.Text == "Hafen").Source, port.Forms.Count));
    }

    [Fact]
    public void A_file_without_the_columns_needed_or_too_long_is_refused_as_a_whole()
    {
        Assert.Equal("Rule.GlossaryNoColumns: language, form", Reason(GlossaryFile.Read("key,term\na,b")));
        Assert.Equal("Rule.GlossaryNoColumns: key, language, form", Reason(GlossaryFile.Read("")));
        Assert.StartsWith("Rule.GlossaryTooLong", Reason(GlossaryFile.Read(new string('x', GlossaryFile.MaxLength + 1))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_older_martif_files_are_read_with_their_document_type()
    {
        var import = Take("""
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
            <martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader><text><body>
              <termEntry id="C 12"><descrip type="definition">no part of it</descrip><note>Of ships.</note>
                <langSet xml:lang="EN-us"><note>not this one</note><ntig><termGrp><term>harbor</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig></langSet>
                <langSet xml:lang="de"><tig><term> See<hi>hafen</hi> </term><termNote type="normativeAuthorization">preferredTerm</termNote><admin type="source">DIN</admin></tig></langSet>
              </termEntry>
            </body></text></martif>
            """);

        Assert.Empty(import.Refused);
        var term = Assert.Single(import.Added);
        Assert.Equal(("c-12", "Of ships."), (term.Key, term.Note));
        Assert.Equal([("en", "harbor", TermStatus.Forbidden, null), ("de", "Seehafen", TermStatus.Preferred, "DIN")], term.Forms.OrderByDescending(f => f.Status).Select(f => (f.Language, f.Text, f.Status, f.Source)));
    }

    [Fact]
    public void TBX_whose_elements_are_named_after_their_categories_is_read()
    {
        var import = Take("""
            <tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
            <text><body><conceptEntry id="port"><min:subjectField>sea</min:subjectField><langSec xml:lang="ru"><termSec>
              <term>порт</term><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus><basic:source>ГОСТ</basic:source>
            </termSec></langSec></conceptEntry></body></text></tbx>
            """);

        Assert.Equal([("порт", TermStatus.Allowed, "ГОСТ")], import.Added.Single().Forms.Select(f => (f.Text, f.Status, f.Source)));
    }

    [Fact]
    public void Broken_XML_is_read_as_far_as_it_goes_and_an_entity_is_no_bomb()
    {
        const string concept = "<conceptEntry id='port'><langSec xml:lang='de'><termSec><term>Hafen</term></termSec></langSec></conceptEntry>";

        var broken = Take($"<tbx><text><body>{concept}\n<conceptEntry></langSec>");
        var bomb = Take($"<!DOCTYPE tbx [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><tbx>{concept}\n<conceptEntry id='x'><note>&b;</note></conceptEntry></tbx>");

        Assert.Equal([(2, "Rule.GlossaryNotXml")], broken.Refused.Select(r => (r.Line, r.Reason)));
        Assert.Equal([(2, "Rule.GlossaryNotXml")], bomb.Refused.Select(r => (r.Line, r.Reason)));
        Assert.Equal(["port", "port"], broken.Added.Concat(bomb.Added).Select(t => t.Key));
        Assert.Equal("Rule.GlossaryNotTbx: html", Reason(GlossaryFile.Read("<html><p>Hello</p></html>")));
    }

    [Fact]
    public void An_exported_file_says_what_the_standard_asks_for()
    {
        var term = new Term("5g", null);
        term.Say("de", "SOZ", TermStatus.Preferred, "Duden");

        var tbx = System.Xml.Linq.XDocument.Parse(GlossaryTbx.Write([term, new Term("empty", null)])).Root!;

        System.Xml.Linq.XNamespace space = "urn:iso:std:iso:30042:ed-2";
        Assert.Equal(("dca", "TBX-Basic", "en"), (tbx.Attribute("style")!.Value, tbx.Attribute("type")!.Value, tbx.Attribute(System.Xml.Linq.XNamespace.Xml + "lang")!.Value));
        Assert.NotNull(tbx.Element(space + "tbxHeader")!.Element(space + "fileDesc")!.Element(space + "sourceDesc")!.Element(space + "p"));
        var concept = Assert.Single(tbx.Descendants(space + "conceptEntry"));
        Assert.Equal("_5g", concept.Attribute("id")!.Value);
        Assert.Equal("preferredTerm-admn-sts", concept.Descendants(space + "termNote").Single().Value);
        Assert.Equal("Duden", concept.Descendants(space + "admin").Single().Value);
    }

    private static GlossaryImport Take(string text, params Term[] terms) =>
        new GlossaryImport(terms.ToDictionary(t => t.Key), Languages).Take(GlossaryFile.Read(text));

    private static string Reason(GlossaryFile file) => $"{file.Refused.Single().Reason}: {string.Join(", ", file.Refused.Single().Values)}";

    private static void AssertSame(Term[] terms, string file)
    {
        var import = Take(file);
        Assert.Empty(import.Refused);
        Assert.Equal(terms.Select(Told), import.Added.OrderBy(t => Array.FindIndex(terms, x => x.Key == t.Key)).Select(Told));

        var again = Take(file, terms);
        Assert.All(again.Results, r => Assert.Equal(GlossaryEffect.Unchanged, r.Effect));
    }

    private static string Told(Term term) => $"{term.Key} {term.Note} " + string.Join('|', term.Forms
        .OrderBy(f => f.Language, StringComparer.Ordinal).ThenBy(f => f.Text, StringComparer.Ordinal).Select(f => $"{f.Language} {f.Text} {f.Status} {f.Source}"));
}
