namespace Commerce.Payments;

/// <summary>A gateway that tells balances, movements and fees.</summary>
public interface IBalanceReader
{
    /// <summary>Reads the balance. Safe to repeat.</summary>
    /// <param name="seller">The seller; the platform itself when not given.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The balance in each currency.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<IReadOnlyList<Balance>> GetBalanceAsync(ConnectedAccountId? seller = null, CancellationToken cancellationToken = default);

    /// <summary>Lists movements, newest first. Safe to repeat.</summary>
    /// <param name="query">Which ones.</param>
    /// <returns>The movements, page by page.</returns>
    Paged<BalanceMovement> ListMovements(MovementQuery query);
}
