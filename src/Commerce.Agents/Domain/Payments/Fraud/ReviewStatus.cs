namespace Commerce.Agents.Domain.Payments;

/// <summary>Where the review of an order is.</summary>
public enum ReviewStatus
{
    /// <summary>A person must look.</summary>
    Open,

    /// <summary>A person has decided.</summary>
    Decided,

    /// <summary>Nobody decided in time, or the order was cancelled meanwhile.</summary>
    Expired,
}
