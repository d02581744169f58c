namespace Commerce.Marketplaces.Cdiscount;

/// <summary>How the taxes of a price are written. Octopia's public sources contradict each other here.</summary>
/// <remarks>
/// A wrong choice is a financial error: 20 read as a fraction is 2000 percent. Look at both with
/// <see cref="ICdiscountMarketplaceClient.PreviewPrices"/>, send one offer, look at it in the seller portal, then choose.
/// </remarks>
public enum CdiscountTaxEncoding
{
    /// <summary>
    /// <c>{"code":"VAT","value":20}</c>, <c>{"code":"Ecotax","value":0.3}</c>, <c>{"code":"Deatax","value":0}</c>: VAT in percent. Three public
    /// clients that follow the documentation send this, one of them in production.
    /// </summary>
    Percent,

    /// <summary>
    /// <c>{"code":"vat","type":"Rate","value":0.2}</c>, <c>{"code":"ecoTax","type":"Amount","value":0.3}</c>, <c>{"code":"deaTax","type":"Amount","value":0}</c>
    /// and <c>currencyCode</c> beside the price: VAT as a fraction. One other public client sends this.
    /// </summary>
    Rate,
}
