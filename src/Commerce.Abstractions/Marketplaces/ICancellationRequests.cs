namespace Commerce.Marketplaces;

/// <summary>A marketplace where buyers ask to cancel and the seller answers.</summary>
public interface ICancellationRequests
{
    /// <summary>Lists requests. Safe to repeat.</summary>
    /// <param name="query">Which ones.</param>
    /// <returns>The requests, page by page.</returns>
    Paged<CancellationRequest> ListCancellationRequests(CancellationRequestQuery query);

    /// <summary>Answers a request. Safe to repeat: what is answered so already counts as done.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="cancellationToken">Stops waiting; the marketplace may still take it.</param>
    /// <returns>The request as it is after the answer, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<CancellationRequest>> AnswerCancellationAsync(CancellationAnswer answer, CancellationToken cancellationToken = default);
}
