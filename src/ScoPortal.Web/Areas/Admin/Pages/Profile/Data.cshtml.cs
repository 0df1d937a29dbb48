using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using ScoPortal.Data.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages.Profile;

/// <summary>Everything that is kept about oneself, as one JSON file: the account, its sessions and passkeys, and what it did. Sent as it is read.</summary>
public sealed class DataModel(UserManager<Account> accounts) : DeskPage
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public async Task<IActionResult> OnGetAsync()
    {
        var account = await Db.Users.AsNoTracking().SingleAsync(a => a.Id == Me.Id, Gone);
        var passkeys = await accounts.GetPasskeysAsync(account);
        Response.ContentType = "application/json; charset=utf-8";
        Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"account-{Now.ToIsoDay()}.json" }.ToString();
        await JsonSerializer.SerializeAsync(Response.Body, new
        {
            Account = new { account.Id, account.DisplayName, account.Email, Me.Role, Me.Languages, account.UiLanguage, account.CreatedAt, account.TwoFactorEnabled },
            Passkeys = passkeys.Select(p => new { p.Name, p.CreatedAt }),
            Sessions = await Db.Sessions.Where(s => s.AccountId == Me.Id).Select(s => new { s.StartedAt, s.SeenAt, s.ExpiresAt, s.Address, s.Browser }).ToListAsync(Gone),
            Revisions = Db.Revisions.Where(r => r.AccountId == Me.Id).OrderBy(r => r.Id).Select(r => new { Release = r.Release.Id, r.Number, r.At, r.Note }).AsAsyncEnumerable(),
            Audit = Db.Audit.Where(a => a.AccountId == Me.Id).OrderBy(a => a.Id).Select(a => new { a.At, a.Action, a.Subject, a.Address, a.Before, a.After }).AsAsyncEnumerable(),
        }, Readable, Gone);
        return new EmptyResult();
    }
}
