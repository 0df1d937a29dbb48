using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Topics;

namespace ScoPortal.Web.Areas.Admin.Pages.Topics;

/// <summary>A topic: its names and descriptions, and the zone it is a centre of.</summary>
public sealed class TopicModel : CataloguePage
{
    /// <summary>Stands for the key of a topic that is to be.</summary>
    public const string New = "new";

    private const string Order = "order"; // an address of the desk, so the name of no topic
    private static readonly string[] Reserved = [New, Order];

    [FromRoute(Name = "topic")]
    public string Key { get; set; } = "";

    [BindProperty]
    public TopicForm Form { get; set; } = new();

    public bool IsNew => Key == New;

    public async Task<IActionResult> OnGetAsync() => IsNew && !Me.MayPublish ? Forbid() : await ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var topic = await FindAsync();
        if (topic is null && !IsNew)
            return NotFound();
        if (!Me.MayPublish && (IsNew || !MayWriteSome))
            return Forbid();

        var stored = TopicForm.Of(topic, this);
        Form = Form.Over(stored, Me);
        await CheckAsync();
        if (!ModelState.IsValid || (topic is not null && IsOvertaken(stored.Fields(Ui), Form.Fields(Ui))))
            return await ShowAsync();

        if (topic is null)
            Db.Topics.Add(topic = new Topic(Form.Key!, (await Db.Topics.MaxAsync(t => (int?)t.Order, Gone) ?? -1) + 1));
        if (Me.MayPublish)
            topic.Centre = Text(Form.Centre) is { } centre ? await Db.Zones.SingleAsync(z => z.Key == centre, Gone) : null;
        foreach (var (language, words) in Form.Texts.Where(t => Me.MayWrite(t.Key)))
            if (Text(words.Name) is { } name)
                topic.Name(language, name, Text(words.Description));
            else
                topic.Unname(language);
        Audit(IsNew ? "topic.create" : "topic.edit", $"topic/{topic.Key}", IsNew ? null : stored, Form);
        await SaveAsync();
        return Done(Ui["Desk.Catalogue.Saved"], DeskLinks.Topics);
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        Db.ChangeTracker.Clear();
        var topic = await FindAsync();
        if (topic is null && !IsNew)
            return NotFound();

        Title = IsNew ? Ui["Desk.Topics.New"] : Catalogue.Topic(Key)?.In(Lang).Name ?? Key;
        var stored = TopicForm.Of(topic, this);
        Form = IsFresh ? stored : Form.Over(stored, Me);
        if (IsFresh)
            See(stored.Fields(Ui));
        return Page();
    }

    private Task<Topic?> FindAsync() => Db.Topics.Include(t => t.Centre).SingleOrDefaultAsync(t => t.Key == Key, Gone);

    private async Task CheckAsync()
    {
        if (IsNew)
        {
            Need("Form.Key", Form.Key);
            if (Form.Key is { } key && (Reserved.Contains(key) || await Db.Topics.AnyAsync(t => t.Key == key, Gone)))
                ModelState.AddModelError("Form.Key", Ui["Desk.Catalogue.InvalidKeyTaken"]);
            if (Form.Texts.Values.All(t => Text(t.Name) is null))
                Need($"Form.Texts[{Lang}].Name", null);
        }

        if (Text(Form.Centre) is { } centre && !await Db.Zones.AnyAsync(z => z.Key == centre, Gone))
            ModelState.AddModelError("Form.Centre", Ui["Desk.Invalid.Value"]);
        foreach (var (language, words) in Form.Texts.Where(t => Text(t.Value.Description) is not null))
            Need($"Form.Texts[{language}].Name", words.Name);
    }
}
