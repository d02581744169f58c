namespace Commerce.Marketplaces;

/// <summary>A marketplace where the seller accepts or refuses orders.</summary>
public interface IOrderAcceptance
{
    /// <summary>Accepts or refuses the lines of an order. Safe to repeat: what is decided already counts as done.</summary>
    /// <param name="request">A decision for every line that waits.</param>
    /// <param name="cancellationToken">Stops waiting; the marketplace may still take it.</param>
    /// <returns>The decision taken, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<OrderDecided>> DecideOrderAsync(OrderDecision request, CancellationToken cancellationToken = default);
}
