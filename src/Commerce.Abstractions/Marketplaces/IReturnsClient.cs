namespace Commerce.Marketplaces;

/// <summary>A marketplace that handles returns.</summary>
public interface IReturnsClient
{
    /// <summary>Lists returns. Safe to repeat.</summary>
    /// <param name="query">Which ones.</param>
    /// <returns>The returns, page by page.</returns>
    Paged<MarketplaceReturn> ListReturns(ReturnQuery query);

    /// <summary>Decides returns. A decision pays nothing back by itself unless the marketplace says so.</summary>
    /// <param name="decisions">1 to 100 decisions.</param>
    /// <param name="cancellationToken">Stops waiting; the marketplace may still take it.</param>
    /// <returns>The outcome of each return.</returns>
    /// <exception cref="CommerceException">A technical failure of the whole batch.</exception>
    Task<IReadOnlyList<ItemOutcome<MarketplaceReturnId>>> DecideReturnsAsync(
        IReadOnlyList<ReturnDecision> decisions, CancellationToken cancellationToken = default);
}
