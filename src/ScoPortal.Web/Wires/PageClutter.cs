using System.Text;
using AngleSharp.Dom;

namespace ScoPortal.Web.Wires;

/// <summary>Which parts of a page are around its story: by element, role, state, and the words in class and id.</summary>
internal static class PageClutter
{
    public const string Navigation = "html-navigation", Share = "html-share", Hidden = "html-hidden", Links = "html-links", Caption = "html-caption", Around = "html-around";

    private static readonly HashSet<string> SharingWords = Words("share shares sharing sharebar sharethis social socials bshare jiathis addthis addtoany bdsharebuttonbox bdshare qrcode weixin wechat print tools toolbar fontsize counter views");

    private static readonly HashSet<string> AroundWords = Words(
        "nav navbar navigation topnav sidenav menu menus submenu breadcrumb breadcrumbs crumb crumbs cookie cookies consent gdpr banner banners ad ads adv advert adverts advertisement adsense promo promos "
        + "related relatednews recommend recommended recommendation recommendations sidebar comment comments disqus subscribe subscription newsletter pagination pager paging paginator footer foot popup modal "
        + "login signin search searchbox skip hot hotnews rank ranking prev prevnext prenext toplist tags taglist copyright mostread popular trending outbrain taboola teaser teasers widget friendlink friendlinks links");

    private static readonly HashSet<string> CaptionWords = Words("caption captions figcaption imgdesc picdesc imagecaption photocaption wpcaption photodesc imgcaption");

    private static readonly HashSet<string> Roles = new(["navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alert", "alertdialog", "menu", "menubar", "toolbar"], StringComparer.OrdinalIgnoreCase);

    // Words that are about stories as well: a hot day, a share price, the views of a mayor.
    private static readonly HashSet<string> DoubtfulWords = Words("share shares print tools counter views banner foot search skip hot rank ranking prev tags popular trending links");

    /// <summary>The rule by which an element is not part of a story; null where nothing speaks against it.</summary>
    public static string? Rule(IElement element)
    {
        if (element.LocalName is "nav" or "aside" or "footer" or "menu")
            return Navigation;
        if (element.LocalName is "figcaption")
            return Caption;
        if (IsHidden(element) || element.LocalName is "noscript")
            return Hidden;
        if (element.LocalName is "button" or "textarea" or "dialog")
            return Navigation;
        if (element.GetAttribute("role") is { } role && Roles.Contains(role))
            return Navigation;
        if (element.LocalName is "html" or "body" or "main" or "article" or "h1")
            return null;
        foreach (var word in Names(element))
        {
            if (SharingWords.Contains(word))
                return Share;
            if (CaptionWords.Contains(word))
                return Caption;
            if (AroundWords.Contains(word))
                return Navigation;
        }

        return null;
    }

    /// <summary>Nothing but a word in class or id that may mean something else speaks against it.</summary>
    public static bool IsDoubtful(IElement element) => element.LocalName is "p" or "div" && !IsHidden(element) && element.GetAttribute("role") is null
        && !Names(element).Any(n => !DoubtfulWords.Contains(n) && (SharingWords.Contains(n) || AroundWords.Contains(n) || CaptionWords.Contains(n)));

    /// <summary>The words of class and id, in lower case: "articleBody main-text" has article, body, main and text.</summary>
    public static IEnumerable<string> Names(IElement element)
    {
        var word = new StringBuilder();
        foreach (var c in $"{element.ClassName} {element.Id} ")
        {
            if ((!char.IsAsciiLetter(c) || char.IsAsciiLetterUpper(c)) && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }

            if (char.IsAsciiLetter(c) && word.Length < 40)
                word.Append(char.ToLowerInvariant(c));
        }
    }

    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden") || (element.LocalName == "dialog" && !element.HasAttribute("open")) || element.GetAttribute("aria-hidden") == "true")
            return true;
        var style = element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal) ?? "";
        return style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }

    private static HashSet<string> Words(string list) => new(list.Split(' '), StringComparer.Ordinal);
}
