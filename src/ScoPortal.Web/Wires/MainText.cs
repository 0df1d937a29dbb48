using AngleSharp.Dom;

namespace ScoPortal.Web.Wires;

/// <summary>
/// Finds the story of a page: what is marked as such (articleBody, article, main), else the element whose sentences outweigh
/// its links; then what belongs to it, and what in it does not.
/// </summary>
internal sealed class MainText
{
    private readonly HashSet<IElement> skipped = [];
    private readonly PageWeights weights;

    public MainText(IElement body)
    {
        Cut(body, new PageWeights(body, new HashSet<IElement>()));
        weights = new PageWeights(body, skipped);
        Story = Widen(Densest(Scope(body)), body);
        CutLinkLists(Story);
    }

    /// <summary>The element that holds the story, and perhaps its headline.</summary>
    public IElement Story { get; }

    /// <summary>What is left out, whatever holds it, and why.</summary>
    public IReadOnlySet<IElement> Skipped => skipped;

    /// <summary>Why each of <see cref="Skipped"/> is left out.</summary>
    public Dictionary<IElement, string> Rules { get; } = [];

    /// <summary>Letters of the story in paragraphs.</summary>
    public int Prose => weights[Story].Prose;

    public void Skip(IElement element, string rule)
    {
        if (skipped.Add(element))
            Rules[element] = rule;
    }

    // A page may call everything "sidebar-open" or wrap itself in one form: what holds much of the prose stays.
    private void Cut(IElement parent, PageWeights all, int total = -1)
    {
        total = total < 0 ? all[parent].Prose : total;
        foreach (var element in parent.Children)
        {
            if (HtmlMarkdown.IsSilent(element))
                continue;
            var weight = all[element];
            var rule = PageClutter.Rule(element)
                ?? (element.LocalName == "form" && weight.Prose * 3 < total ? PageClutter.Navigation : null)
                ?? (element.LocalName == "header" && element.QuerySelector("h1") is null ? PageClutter.Navigation : null);
            var isMuch = total > 0 && weight.Prose * 5 > total * 2 && rule != PageClutter.Hidden;
            if (rule is null || isMuch || IsParagraph(element, weight) || (element.QuerySelector("h1") is not null && rule == PageClutter.Navigation && element.LocalName is not ("nav" or "footer")))
                Cut(element, all, total);
            else
                Skip(element, rule);
        }
    }

    // A sentence or more without links, under a name that may mean anything, is a paragraph with a style of its own.
    private static bool IsParagraph(IElement element, PageWeight weight) =>
        weight is { Prose: >= 60, LinkShare: < 0.2 } && (weight.LinkCount == 0 || !element.Children.Any(HtmlMarkdown.IsBlock)) && PageClutter.IsDoubtful(element);

    private IElement Scope(IElement body)
    {
        foreach (var marked in (string[])["[itemprop~=articleBody]", "article", "main, [role=main]"])
        {
            var candidates = body.QuerySelectorAll(marked).Where(e => weights[e].Prose > 0).ToList();
            if (candidates.Count > 0 && candidates.MaxBy(e => weights[e].Prose) is { } best
                && weights[best].Prose * 3 > weights[body].Prose && weights[best].Prose * 3 >= candidates.Sum(e => best.Contains(e) ? 0 : weights[e].Prose))
                return best;
        }

        return body;
    }

    private IElement Densest(IElement scope)
    {
        var (best, most) = (scope, Score(scope));
        var open = new Stack<IElement>([scope]);
        while (open.TryPop(out var element))
        {
            foreach (var child in element.Children.Where(c => HtmlMarkdown.IsBlock(c) && !skipped.Contains(c)))
            {
                var score = Score(child);
                if (score > 0 && score >= most && child.LocalName is not ("p" or "li" or "h1" or "h2" or "h3" or "tr" or "pre" or "blockquote"))
                    (best, most) = (child, score);
                if (weights[child].Prose > 0)
                    open.Push(child);
            }
        }

        return best;
    }

    private double Score(IElement element)
    {
        var sober = 1 - weights[element].LinkShare;
        return weights[element].Prose * sober * sober;
    }

    // Contacts and credits often stand beside the paragraphs: few words, few links.
    private IElement Widen(IElement story, IElement body)
    {
        while (story.LocalName is not ("article" or "main" or "body") && story.ParentElement is { } parent && parent != body && parent.LocalName is not "tr")
        {
            var (outer, inner) = (weights[parent], weights[story]);
            var (text, links) = (outer.Text - inner.Text, outer.Links - inner.Links);
            if (text + links > inner.Text * 0.7 || links > text * 0.5 || outer.Prose - inner.Prose > inner.Prose * 0.4)
                break;
            story = parent;
        }

        return story;
    }

    private void CutLinkLists(IElement parent)
    {
        foreach (var element in parent.Children.Where(c => HtmlMarkdown.IsBlock(c) && !skipped.Contains(c)))
        {
            var weight = weights[element];
            if (weight is { Prose: 0, LinkCount: > 1, LinkShare: > 0.6 } && element.LocalName is "ul" or "ol" or "div" or "table" or "section" or "dl")
            {
                Skip(element, PageClutter.Links);
                if (element.PreviousElementSibling is { LocalName: "h2" or "h3" or "h4" or "h5" or "h6" } heading)
                    Skip(heading, PageClutter.Links);
            }
            else
            {
                CutLinkLists(element);
            }
        }
    }
}
