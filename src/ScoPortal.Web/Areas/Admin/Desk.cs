using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using ScoPortal.Core.Accounts;
using ScoPortal.Web.Areas.Admin.Accounts;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Areas.Admin;

/// <summary>The newsroom's desk: who gets in, and what its pages share.</summary>
public static class Desk
{
    /// <summary>Policy: those who may publish.</summary>
    public const string Publishers = nameof(Publishers);

    /// <summary>Policy: administrators.</summary>
    public const string Admins = nameof(Admins);

    /// <summary>Name of the area.</summary>
    public const string Area = "Admin";

    internal const string LanguageClaim = "language";
    internal const string WritesClaim = "writes";
    internal const string SessionClaim = "session";
    internal const string ConfirmedClaim = "confirmed";

    // As Identity writes it for a session that was begun with a second factor (RFC 8176).
    internal const string MethodClaim = "amr";
    internal const string SeveralFactors = "mfa";

    // Of a session that is good for nothing but to set a second step up.
    internal const string IncompleteClaim = "incomplete";

    /// <summary>The signed-in person.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public static Member Member(this ClaimsPrincipal user) => new(
        int.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("Nobody is signed in."), System.Globalization.CultureInfo.InvariantCulture),
        user.Identity!.Name!,
        user.FindFirstValue(ClaimTypes.Role) ?? "",
        (user.FindFirstValue(WritesClaim) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    internal static void AddDesk(this IServiceCollection services)
    {
        services.AddAccounts();
        services.AddAuthorizationBuilder()
            .AddPolicy(Publishers, p => p.RequireRole(Roles.Admin, Roles.Editor))
            .AddPolicy(Admins, p => p.RequireRole(Roles.Admin));
        services.Configure<Microsoft.AspNetCore.Mvc.RazorPages.RazorPagesOptions>(o => o.Conventions.AuthorizeAreaFolder(Area, "/"));
        services.Configure<MvcOptions>(o =>
        {
            o.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            o.ModelMetadataDetailsProviders.Add(new Messages());
        });
        services.AddSingleton<IConfigureOptions<MvcOptions>, BindingMessages>();
        services.AddSingleton<PreviewTokens>();
        // Its factory is never asked, but without one validation messages stay resource keys.
        services.AddLocalization();
        services.AddSingleton<IStringLocalizer, UiLocalizer>();
        services.AddOptions<MvcDataAnnotationsLocalizationOptions>().Configure<IStringLocalizer>((o, texts) => o.DataAnnotationLocalizerProvider = (_, _) => texts);
        services.Configure<Microsoft.AspNetCore.Mvc.ViewFeatures.HtmlHelperOptions>(o => o.ClientValidationEnabled = false);
    }

    // [Required] says Desk.Invalid.Required in the language of the page, [StringLength] Desk.Invalid.StringLength …
    private sealed class Messages : IValidationMetadataProvider
    {
        public void CreateValidationMetadata(ValidationMetadataProviderContext context)
        {
            foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<System.ComponentModel.DataAnnotations.ValidationAttribute>())
            {
                var name = rule.GetType().Name.Replace("Attribute", "", StringComparison.Ordinal);
                // Some rules, [EmailAddress] and [Url], bring an English sentence of their own.
                if (rule.ErrorMessageResourceName is null && rule.ErrorMessage?.StartsWith("Desk.", StringComparison.Ordinal) != true)
                    rule.ErrorMessage = $"Desk.Invalid.{name}";
            }
        }
    }

    // What cannot be read as a number or a date at all.
    private sealed class BindingMessages(IStringLocalizer texts) : IConfigureOptions<MvcOptions>
    {
        public void Configure(MvcOptions options)
        {
            var messages = options.ModelBindingMessageProvider;
            messages.SetAttemptedValueIsInvalidAccessor((_, _) => texts["Desk.Invalid.Value"]);
            messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => texts["Desk.Invalid.Value"]);
            messages.SetUnknownValueIsInvalidAccessor(_ => texts["Desk.Invalid.Value"]);
            messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["Desk.Invalid.Value"]);
            messages.SetValueIsInvalidAccessor(_ => texts["Desk.Invalid.Value"]);
            messages.SetValueMustBeANumberAccessor(_ => texts["Desk.Invalid.Value"]);
            messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["Desk.Invalid.Value"]);
            messages.SetValueMustNotBeNullAccessor(_ => texts["Desk.Invalid.Required"]);
            messages.SetMissingBindRequiredValueAccessor(_ => texts["Desk.Invalid.Required"]);
            messages.SetMissingKeyOrValueAccessor(() => texts["Desk.Invalid.Required"]);
        }
    }

    private sealed class UiLocalizer(IHttpContextAccessor requests) : IStringLocalizer
    {
        private Ui Ui => requests.HttpContext!.RequestServices.GetRequiredService<Ui>();

        public LocalizedString this[string name] => new(name, Ui[name]);

        public LocalizedString this[string name, params object[] arguments] => new(name, Ui.Format(name, arguments));

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }
}
