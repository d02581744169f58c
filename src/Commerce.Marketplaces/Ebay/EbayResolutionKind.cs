namespace Commerce.Marketplaces.Ebay;

/// <summary>What a buyer has opened.</summary>
public enum EbayResolutionKind
{
    /// <summary>An inquiry: the item did not arrive.</summary>
    Inquiry,

    /// <summary>A case: eBay was asked to decide.</summary>
    Case,
}
