using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ScoPortal.Core;

namespace ScoPortal.Web.Areas.Admin;

/// <summary>Takes an order from a list that was dragged, or from a button that moves one thing by a step.</summary>
[Authorize(Policy = Desk.Publishers)]
public abstract class OrderPage : DeskPage
{
    /// <summary>Keys in the order of the list.</summary>
    [BindProperty]
    public int[] Ids { get; set; } = [];

    /// <summary>The one to move towards the front.</summary>
    [BindProperty]
    public int? Up { get; set; }

    /// <summary>The one to move towards the end.</summary>
    [BindProperty]
    public int? Down { get; set; }

    /// <summary>Keys in the order wanted.</summary>
    protected IReadOnlyList<int> Wanted =>
        Up is { } up ? Sequence.Step(Ids, up, -1) : Down is { } down ? Sequence.Step(Ids, down, 1) : Ids;
}
