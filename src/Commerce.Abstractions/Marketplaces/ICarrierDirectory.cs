namespace Commerce.Marketplaces;

/// <summary>A marketplace that lists the carriers that it knows.</summary>
public interface ICarrierDirectory
{
    /// <summary>Reads the carriers. Safe to repeat; changes rarely, so keep it for a day.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The carriers.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<IReadOnlyList<MarketplaceCarrier>> ListCarriersAsync(CancellationToken cancellationToken = default);
}
