namespace ScoPortal.Core.Translation.Memory;

/// <summary>How many units of each kind a sentence has.</summary>
internal struct Totals
{
    private ushort numbers;
    private ushort addresses;
    private ushort marks;

    public ushort Words { get; private set; }

    private readonly int Weight => (EditDistance.Word * (Words + numbers + addresses)) + (EditDistance.Mark * marks);

    public void Count(Unit unit)
    {
        switch (unit.Kind)
        {
            case WordKind.Number:
                numbers++;
                break;
            case WordKind.Address:
                addresses++;
                break;
            case WordKind.Mark:
                marks++;
                break;
            default:
                Words++;
                break;
        }
    }

    /// <summary>
    /// The highest per cent that two sentences can reach: whatever is not of one stem or kind on both sides costs its whole weight,
    /// so the distance is at least the weight of the longer less the weight of what they share.
    /// </summary>
    public readonly int Bound(Totals other, int sharedStems)
    {
        var common = (EditDistance.Word * (sharedStems + Math.Min(numbers, other.numbers) + Math.Min(addresses, other.addresses)))
            + (EditDistance.Mark * Math.Min(marks, other.marks));
        return 100 * common / Math.Max(Weight, other.Weight);
    }
}
