namespace Commerce.Agents.Domain.Inventory;

/// <summary>Which step of a pick list may follow which.</summary>
public static class PickListTransitions
{
    /// <summary>Gets the table. A list that is being picked ends as well when its order is cancelled.</summary>
    public static Transitions<PickListStatus> Table { get; } = new("pick list", new Dictionary<PickListStatus, PickListStatus[]>
    {
        [PickListStatus.None] = [PickListStatus.Pending, PickListStatus.Cancelled],
        [PickListStatus.Pending] = [PickListStatus.Assigned, PickListStatus.Cancelled],
        [PickListStatus.Assigned] = [PickListStatus.Picking, PickListStatus.Cancelled],
        [PickListStatus.Picking] = [PickListStatus.Completed, PickListStatus.ShortPicked, PickListStatus.Cancelled],
        [PickListStatus.ShortPicked] = [PickListStatus.Completed, PickListStatus.Cancelled],
    });
}
