using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ScoPortal.Web.Pages.Shared;

/// <summary>A zone's mark: <c>&lt;zone-mark zone="@zone" /&gt;</c>. Decoration: the zone's name always stands beside it.</summary>
[HtmlTargetElement("zone-mark", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MarkTagHelper : TagHelper
{
    /// <summary>The zone.</summary>
    public required ZoneEntry Zone { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent($"<svg class=\"mark\" aria-hidden=\"true\"><use href=\"#{Zone.Symbol}\"/></svg>");
    }
}
