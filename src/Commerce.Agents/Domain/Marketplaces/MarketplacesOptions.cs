using Commerce.Carriers;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Which marketplace accounts the agents serve.</summary>
public sealed class MarketplacesOptions
{
    /// <summary>Gets the registered accounts that are kept in step. Add to it.</summary>
    public IList<string> Accounts { get; } = [];

    /// <summary>Gets or sets how many pieces are never offered, so that two channels cannot sell the last one.</summary>
    /// <value>The default is 1; 0 to 1 000.</value>
    public int StockBuffer { get; set; } = 1;

    /// <summary>Gets the marketplaces' words for carriers; a carrier without one is told by name.</summary>
    public IDictionary<CarrierCode, string> CarrierCodes { get; } = new Dictionary<CarrierCode, string>();
}
