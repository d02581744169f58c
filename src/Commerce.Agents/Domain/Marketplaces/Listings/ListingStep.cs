namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>What a marketplace works on for a listing.</summary>
public enum ListingStep
{
    /// <summary>It is put on sale.</summary>
    Publish,

    /// <summary>It is changed.</summary>
    Update,

    /// <summary>It is ended.</summary>
    End,
}
