namespace Commerce.Payments;

/// <summary>A gateway that moves money from the platform to sellers and back.</summary>
public interface ITransferClient
{
    /// <summary>Moves money to a seller.</summary>
    /// <param name="request">How much, to whom.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The transfer, or a refusal when the balance is too low.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<Transfer>> CreateTransferAsync(CreateTransferRequest request, CancellationToken cancellationToken = default);

    /// <summary>Takes money back from a seller, in full or in part.</summary>
    /// <param name="request">The transfer and how much.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>What was taken back, or a refusal when the seller's balance is too low.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<TransferReversal>> ReverseTransferAsync(ReverseTransferRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a transfer. Safe to repeat.</summary>
    /// <param name="transferId">The transfer.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The transfer, or <see langword="null"/> when it is not known.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Transfer?> FindTransferAsync(TransferId transferId, CancellationToken cancellationToken = default);

    /// <summary>Lists transfers, newest first. Safe to repeat.</summary>
    /// <param name="query">Which ones.</param>
    /// <returns>The transfers, page by page.</returns>
    Paged<Transfer> ListTransfers(TransferQuery query);
}
