using Microsoft.Playwright;
using Xunit;

namespace ScoPortal.Browser.Tests;

/// <summary>One Chromium for the tests of a collection; every page opened here has cookies and storage of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    // Without windows first: with them each page costs six times the work, most of it for an address bar that nobody sees.
    private static readonly string Chromium = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } path
        ? path
        : File.Exists("/usr/bin/chromium-headless-shell") ? "/usr/bin/chromium-headless-shell" : "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (!File.Exists(Chromium))
        {
            throw new InvalidOperationException($"No browser at {Chromium}: ./dev test installs it, or CHROMIUM names another.");
        }

        // Two projects are tested at a time: what a page waits for may take longer than Playwright's five seconds.
        Assertions.SetDefaultExpectTimeout(30_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>A blank page, 1280 by 800, light, with JavaScript, unless said otherwise.</summary>
    public async Task<IPage> OpenAsync(
        string? baseUrl = null, string language = "en", bool dark = false, int width = 1280, int height = 800, bool javaScript = true)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = baseUrl,
            Locale = language,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new() { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = javaScript,
        });
        return await context.NewPageAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
    }
}
