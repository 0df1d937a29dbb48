namespace ScoPortal.Core.Translation.Segments;

/// <summary>How sentences stand behind each other.</summary>
public static class SegmentText
{
    /// <summary>What stands between two sentences of one paragraph: nothing in Chinese and Japanese, else a space.</summary>
    /// <param name="language">BCP 47.</param>
    public static string Gap(string language) => language.Split('-')[0] is "zh" or "ja" ? "" : " ";

    /// <summary>Sentences as one text, with a space between two unless the first ends in a character of East Asian scripts.</summary>
    public static string Join(IReadOnlyList<string> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        return sentences.Count switch
        {
            0 => "",
            1 => sentences[0],
            _ => sentences.Aggregate((all, next) => all.Length == 0 || all[^1] >= '\u2e80' ? all + next : $"{all} {next}"),
        };
    }
}
