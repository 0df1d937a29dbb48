using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ScoPortal.Web.Areas.Admin;

/// <summary>A labelled field of a form, with a hint and with what is wrong with it.</summary>
[HtmlTargetElement("field", Attributes = "for,label")]
public sealed class FieldTagHelper : TagHelper
{
    /// <summary>The property that the control inside is bound to.</summary>
    public ModelExpression For { get; set; } = null!;

    /// <summary>What the field is called.</summary>
    public string Label { get; set; } = "";

    /// <summary>What helps to fill it in.</summary>
    public string? Hint { get; set; }

    /// <summary>The request.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var (id, encoder) = (IdOf(View, For.Name), HtmlEncoder.Default);
        if (Hint is not null)
            context.Items[typeof(FieldTagHelper)] = id;
        var content = (await output.GetChildContentAsync()).GetContent();
        output.TagName = "div";
        output.AddClass("field", encoder);
        output.Content.SetHtmlContent(string.Create(CultureInfo.InvariantCulture, $"<label for=\"{id}\">{encoder.Encode(Label)}</label>{content}"));
        if (Hint is not null)
            output.Content.AppendHtml($"<small id=\"{id}-hint\">{encoder.Encode(Hint)}</small>");
        foreach (var error in ErrorsOf(View, For.Name).Take(1))
            output.Content.AppendHtml($"<small class=\"error\" id=\"{id}-error\">{encoder.Encode(error)}</small>");
    }

    internal static string IdOf(ViewContext view, string name) =>
        TagBuilder.CreateSanitizedId(view.ViewData.TemplateInfo.GetFullHtmlFieldName(name), "_");

    internal static IEnumerable<string> ErrorsOf(ViewContext view, string name) =>
        view.ModelState.TryGetValue(view.ViewData.TemplateInfo.GetFullHtmlFieldName(name), out var entry) ? entry.Errors.Select(e => e.ErrorMessage) : [];
}

/// <summary>Tells the control of a field which texts explain it, and that it is wrong.</summary>
[HtmlTargetElement("input", Attributes = "asp-for")]
[HtmlTargetElement("textarea", Attributes = "asp-for")]
[HtmlTargetElement("select", Attributes = "asp-for")]
public sealed class ControlTagHelper : TagHelper
{
    /// <summary>The property it is bound to.</summary>
    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; } = null!;

    /// <summary>The request.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (id, texts) = (FieldTagHelper.IdOf(View, For.Name), new List<string>());
        if (FieldTagHelper.ErrorsOf(View, For.Name).Any())
        {
            output.Attributes.SetAttribute("aria-invalid", "true");
            texts.Add(id + "-error");
        }

        if (context.Items.TryGetValue(typeof(FieldTagHelper), out var hinted) && id.Equals(hinted))
            texts.Add(id + "-hint");
        if (texts.Count > 0)
            output.Attributes.SetAttribute("aria-describedby", string.Join(' ', texts));
    }
}

/// <summary>A state by shape, then in words: draft, review, approved, scheduled, published, corrected, withdrawn, outdated, missing, error.</summary>
[HtmlTargetElement("state-mark", Attributes = "state")]
public sealed class StateMarkTagHelper(Localization.Ui ui) : TagHelper
{
    /// <summary>Which state.</summary>
    public string State { get; set; } = "";

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = (await output.GetChildContentAsync()).GetContent();
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("state", HtmlEncoder.Default);
        output.Attributes.SetAttribute("data-state", State);
        output.Content.SetHtmlContent($"<svg class=\"icon\" aria-hidden=\"true\"><use href=\"#s-{Symbol}\"/></svg>"
            + (words.Length > 0 ? words : HtmlEncoder.Default.Encode(ui[$"Desk.State.{State}"])));
    }

    private string Symbol => State switch
    {
        "approved" => "ok",
        "scheduled" or "corrected" => "original",
        "withdrawn" => "missing",
        _ => State,
    };
}
