using Commerce.Marketplaces;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>What marketplaces ask of a listing, and how it is told to them. Pure.</summary>
public static class ListingRules
{
    private const int MaxTitle = 200;
    private const int MaxWord = 100;
    private const int MaxLeadTime = 60;

    /// <summary>Checks what a listing says.</summary>
    /// <param name="marketplace">The marketplace.</param>
    /// <param name="content">What it says.</param>
    /// <param name="options">The limits.</param>
    /// <returns>Every objection with its field; empty when it can be published.</returns>
    public static IReadOnlyList<Refusal> Check(MarketplaceCode marketplace, ListingContent content, ListingOptions options)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(options);
        var refusals = new Refusals();
        refusals.RequireText(content.Title, MaxTitle, "Title");
        refusals.RequireText(content.ProductId, MaxWord, "ProductId");
        refusals.RequireText(content.Condition, MaxWord, "Condition");
        refusals.Require(
            content.Price.Amount > 0 && content.Price.Round() == content.Price, "Price", $"The price is {content.Price}: give one above 0, rounded to the currency's decimals.");
        refusals.Require(content.LeadTimeDays is null or (>= 0 and <= MaxLeadTime), "LeadTimeDays", $"LeadTimeDays is {content.LeadTimeDays}: give 0 to {MaxLeadTime}.");
        var images = content.Images.Count + (content.MainImage is null ? 0 : 1);
        if (options.MaxImages.TryGetValue(marketplace, out var most))
        {
            refusals.Require(images <= most, "Images", $"There are {images} images: {marketplace} takes {most} at most, the main one counted.");
        }

        if (marketplace == MarketplaceCode.Ebay)
        {
            refusals.Require(!string.IsNullOrWhiteSpace(content.ReturnPolicy), "ReturnPolicy", "ReturnPolicy is empty: eBay wants one.");
        }

        if (marketplace == MarketplaceCode.Amazon)
        {
            refusals.Require(content.MainImage is not null, "MainImage", "MainImage is empty: Amazon wants one main image.");
            refusals.Require(!string.IsNullOrWhiteSpace(content.Brand), "Brand", "Brand is empty: Amazon wants one.");
        }

        return refusals.List;
    }

    /// <summary>Makes the offer of a listing.</summary>
    /// <param name="marketplace">The marketplace.</param>
    /// <param name="sku">The product.</param>
    /// <param name="content">What it says.</param>
    /// <param name="quantity">How many are offered; 0 to 1 000 000.</param>
    /// <param name="options">The marketplaces' words.</param>
    /// <returns>The offer.</returns>
    public static OfferDraft Offer(MarketplaceCode marketplace, Sku sku, ListingContent content, int quantity, ListingOptions options)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(options);
        var isMirakl = marketplace == MarketplaceCode.Mirakl;
        return new OfferDraft
        {
            Sku = sku,
            ProductId = content.ProductId,
            ProductIdType = content.ProductIdType,
            Price = content.Price,
            Quantity = quantity,
            Condition = isMirakl && content.Condition == ListingContent.New ? options.MiraklNewState : content.Condition,
            LeadTimeDays = content.LeadTimeDays ?? (isMirakl ? options.MiraklLeadTimeDays : null),
            VendorFields = content.VendorFields,
        };
    }
}
