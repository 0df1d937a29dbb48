using System.Text;
using System.Xml;

namespace ScoPortal.Core.Terms;

/// <summary>A concept of a TBX file while it is read, element by element.</summary>
internal sealed class TbxConcept(string? id, int line)
{
    private readonly List<TbxForm> forms = [];
    private readonly StringBuilder text = new();
    private string? note;
    private string? language;
    private TbxForm? form;
    private string? field;
    private string? fieldElement;

    /// <summary>An element begins.</summary>
    /// <param name="xml">Standing on it.</param>
    /// <param name="isTermSection">It holds a term with what belongs to it.</param>
    /// <param name="at">Its line.</param>
    public void Open(XmlReader xml, bool isTermSection, int at)
    {
        if (xml.LocalName is "langSec" or "langSet")
            language = xml.GetAttribute("lang", "http://www.w3.org/XML/1998/namespace") ?? xml.GetAttribute("lang");
        if (isTermSection && !xml.IsEmptyElement)
            forms.Add(form = new TbxForm(at, language));
        if (field is not null || xml.IsEmptyElement)
            return;

        // DCA style says what an element holds in its type, DCT style in its name.
        field = Field(xml.LocalName is "termNote" or "admin" or "descrip" ? xml.GetAttribute("type") : xml.LocalName);
        fieldElement = field is null ? null : xml.LocalName;
        text.Clear();
    }

    /// <summary>Words of the element that is open.</summary>
    public void Append(string words) => text.Append(field is null ? "" : words);

    /// <summary>An element ends.</summary>
    public void Close(string name)
    {
        if (field is not null && name == fieldElement)
        {
            Take(field, text.ToString());
            field = null;
        }

        if (name is "termSec" or "tig" or "ntig")
            form = null;
        else if (name is "langSec" or "langSet")
            language = null;
    }

    /// <summary>What it says, a line a form; the note goes with the first.</summary>
    public IEnumerable<object> Lines() => forms.Count == 0
        ? [GlossaryFile.Line(line, id, note, null, null, TermStatus.Allowed, null)]
        : forms.Select((f, index) => GlossaryFile.Line(f.Line, id, index == 0 ? note : null, f.Language, f.Text, f.Status, f.Source));

    private static string? Field(string? name) => name switch
    {
        "term" or "note" or "source" => name,
        "administrativeStatus" or "normativeAuthorization" => "status",
        _ => null,
    };

    private void Take(string what, string words)
    {
        switch (what)
        {
            case "term" when form is not null:
                form.Text = words;
                break;
            case "status" when form is not null:
                form.Status = Status(words.Trim());
                break;
            case "source" when form is not null:
                form.Source = words;
                break;
            // What is too long already is refused, however much follows.
            case "note" when form is null && language is null && note?.Length is null or <= 2 * GlossaryFile.MaxNote:
                note = note is null ? words : $"{note} {words}";
                break;
        }
    }

    // "preferredTerm-admn-sts" in TBX-Basic, "preferredTerm" elsewhere.
    private static TermStatus? Status(string word) => word.Split('-')[0] switch
    {
        "preferredTerm" or "preferred" or "standardizedTerm" => TermStatus.Preferred,
        "admittedTerm" or "admitted" or "legalTerm" or "regulatedTerm" => TermStatus.Allowed,
        "deprecatedTerm" or "deprecated" or "supersededTerm" or "superseded" => TermStatus.Forbidden,
        _ => null,
    };

    private sealed class TbxForm(int line, string? language)
    {
        public int Line { get; } = line;

        public string? Language { get; } = language;

        public string? Text { get; set; }

        public TermStatus? Status { get; set; } = TermStatus.Allowed;

        public string? Source { get; set; }
    }
}
