using ScoPortal.Core;
using ScoPortal.Core.Stories;
using ScoPortal.Web.Tests;

namespace ScoPortal.Browser.Tests;

/// <summary>What the browser tests write themselves: notes in every language, and releases in the languages the sample newsroom lacks.</summary>
internal static class Texts
{
    private static readonly Dictionary<string, ReleaseContent> Releases = new()
    {
        ["fa"] = new()
        {
            Headline = "بندر لیان‌یون‌گانگ در سال ۲۰۲۵ بیش از هر سال دیگر کالا جابه‌جا کرد",
            Subheadline = "قطارها از بندر به آسیای مرکزی می‌روند",
            Summary = "پارک لجستیک در لیان‌یون‌گانگ دریا را به راه‌آهن پیوند می‌دهد؛ بخش بزرگ کالاها از Kazakhstan می‌آید.",
            Dateline = new() { Place = "لیان‌یون‌گانگ", Country = "CN", Date = PartialDate.Day(new DateOnly(2026, 1, 13)) },
            Issuer = "کمیته اداری منطقه",
            Wires = "ots, PRNewswire",
            MoreInfoUrl = "https://example.org/lianyungang/2025?lang=fa",
            Facts = "سال = ۲۰۲۵\nبندر = لیان‌یون‌گانگ",
            Body = """
                کالاها در بندر از کشتی به قطار می‌رسند و از آنجا به آسیای مرکزی می‌روند. کارگزاران می‌گویند راه کوتاه‌تر شده است.

                ## سه راه به سوی غرب

                - از راه کورگاس
                - از راه آلاشانکو
                - از راه دریا

                > هر قطار یک روز زودتر می‌رسد.

                | سال | قطار |
                |---|---|
                | ۲۰۲۴ | ۸۰۰ |
                | ۲۰۲۵ | ۹۰۰ |
                """,
        },
        ["qps"] = new()
        {
            Headline = "[Ƥöŕţ öƒ Ļîâñýûñĝâñĝ ĥâñđļéš ɱöŕé ĝööđš ţĥâñ îñ âñý ýéâŕ ƀéƒöŕé ~~~~~~~~~~~~~~~~]",
            Summary = "[Ţĥé ļöĝîšţîçš þâŕķ ĵöîñš ţĥé šéâ ţö ţĥé ŕâîļŵâý ~~~~~~~~~~~~~~~~]",
            Issuer = "[Âđɱîñîšţŕâţîöñšķöɱɱîššîöñšɱîţĝļîéđšçĥâƒţ ~~~~~~~~~~~~]",
            Body = "[Ĝööđš ĝö ƒŕöɱ šĥîþ ţö ţŕâîñ ~~~~~~~~]\n\n## [Ţĥŕéé ŵâýš ŵéšţ ~~~~~]\n\n- [Ķĥöŕĝöš ~~~]\n- [Âļâšĥâñķöû ~~~]",
        },
    };

    /// <summary>Why a release was corrected or withdrawn.</summary>
    public static string Note(string language) => language switch
    {
        "de" => "In der ersten Fassung stand eine falsche Zahl.",
        "ru" => "В первой версии была неверная цифра.",
        "zh" => "初稿中的一个数字有误。",
        "fa" => "در نسخه نخست عددی نادرست بود.",
        _ => "The first version gave a wrong number.",
    };

    /// <summary>Publishes the own release as a version of every story, where <paramref name="languages"/> has more than the sample newsroom.</summary>
    public static void AddTo(IEnumerable<Story> stories, string[] languages)
    {
        var at = PortalFixture.Now.AddDays(-9);
        foreach (var story in stories)
            foreach (var (language, content) in Releases.Where(r => languages.Contains(r.Key)))
            {
                var release = story.Draft(language, content, new Edit("A. Rahimi", at));
                release.Submit(at);
                release.Approve(at);
                release.Publish(at, at);
            }
    }
}
