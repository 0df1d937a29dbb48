namespace ScoPortal.Core.Translation.Exchange;

internal sealed partial class InlineCodes
{
    private bool Control()
    {
        var length = Legal(at);
        if (length == 2)
            Take(2);
        else if (length == 0)
            Take(1, CodeRole.Single, CodeKind.Control);
        return length != 1;
    }

    // How many UTF-16 units the character has; 0: XML cannot hold it, as it cannot hold a carriage return without changing it.
    private int Legal(int place) => text[place] switch
    {
        >= ' ' and < '\uD800' or '\t' or '\n' or > '\uDFFF' and < '\uFFFE' => 1,
        var c when char.IsHighSurrogate(c) && place + 1 < text.Length && char.IsLowSurrogate(text[place + 1]) => 2,
        _ => 0,
    };

    // No code other than that for a single character has such a character in it.
    private bool IsLegal(int length)
    {
        for (var (i, step) = (at, 0); i < at + length; i += step)
        {
            if ((step = Legal(i)) == 0)
                return false;
        }

        return true;
    }
}
