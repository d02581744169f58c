namespace Commerce.Payments;

/// <summary>Where a dispute is in the platform's books.</summary>
public enum DisputeState
{
    /// <summary>Evidence is due.</summary>
    Open,

    /// <summary>The bank looks at the evidence.</summary>
    UnderReview,

    /// <summary>The money stays or came back.</summary>
    Won,

    /// <summary>The money is gone.</summary>
    Lost,

    /// <summary>Given up by the platform: the money is gone.</summary>
    Accepted,
}
