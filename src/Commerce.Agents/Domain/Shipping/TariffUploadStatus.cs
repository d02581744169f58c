namespace Commerce.Agents.Domain.Shipping;

/// <summary>What became of an upload.</summary>
public enum TariffUploadStatus
{
    /// <summary>It was judged and can become active.</summary>
    Validated,

    /// <summary>It cannot become active.</summary>
    Rejected,

    /// <summary>It becomes active on a day to come.</summary>
    Scheduled,

    /// <summary>It has become active; a later one may have taken its place.</summary>
    Active,
}
