namespace ScoPortal.Core.Text;

/// <summary>
/// Counts the attributes of each tag of a document by its signs alone, before a reader of XML makes objects of them, which takes it more time for
/// each one than for the one before. Where signs stand in bytes of UTF-16, letters may look like signs; <see cref="XmlBounds.Node"/> is left then.
/// </summary>
internal sealed class XmlAttributeCount
{
    private State state;
    private char quote, before, beforeThat, kind;
    private int count;

    private enum State
    {
        Text,
        Opened,
        Tag,
        Quoted,
        Special,
    }

    /// <summary>The next sign of the document.</summary>
    /// <exception cref="XmlBoundsException">A tag has too many attributes.</exception>
    public void See(char c)
    {
        switch (state)
        {
            case State.Text when c == '<':
                (state, count, kind) = (State.Opened, 0, '\0');
                break;
            case State.Opened when c is not '\0':
                (state, kind) = (c is '!' or '?' ? State.Special : State.Tag, c);
                break;
            case State.Tag when c == '>':
                state = State.Text;
                break;
            case State.Tag when c is '"' or '\'':
                (state, quote) = (State.Quoted, c);
                break;
            case State.Tag when c == '=' && ++count > XmlBounds.Attributes:
                throw XmlBounds.TooManyAttributes();
            case State.Quoted when c == quote:
                state = State.Tag;
                break;
            case State.Special when kind == '!':
                // A comment, a stretch of plain characters, or a document type.
                kind = c is '-' or '[' ? c : '>';
                break;
            case State.Special when c == '>' && (kind == '>' || (before == Closing(kind) && (kind == '?' || beforeThat == before))):
                state = State.Text;
                break;
        }

        (beforeThat, before) = (before, c);
    }

    private static char Closing(char kind) => kind == '[' ? ']' : kind;
}
