namespace Commerce.Agents.Domain.Payments;

/// <summary>Which step of a review may follow which.</summary>
public static class ReviewTransitions
{
    /// <summary>Gets the table.</summary>
    public static Transitions<ReviewStatus> Table { get; } = new("review", new Dictionary<ReviewStatus, ReviewStatus[]>
    {
        [ReviewStatus.Open] = [ReviewStatus.Decided, ReviewStatus.Expired],
    });
}
