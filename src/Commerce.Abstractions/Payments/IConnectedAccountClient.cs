namespace Commerce.Payments;

/// <summary>A gateway on which sellers have accounts of their own.</summary>
public interface IConnectedAccountClient
{
    /// <summary>Creates a seller's account.</summary>
    /// <param name="request">The seller.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The account, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<ConnectedAccount>> CreateAccountAsync(CreateAccountRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a seller's account. Safe to repeat.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The account, or <see langword="null"/> when it is not known.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<ConnectedAccount?> FindAccountAsync(ConnectedAccountId accountId, CancellationToken cancellationToken = default);

    /// <summary>Makes a link by which the seller completes the account: use it at once, it works once and for minutes.</summary>
    /// <param name="request">The account and the ways back.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The link.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<OnboardingLink> CreateOnboardingLinkAsync(OnboardingLinkRequest request, CancellationToken cancellationToken = default);

    /// <summary>Changes a seller's account. What is not given stays.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The account, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<ConnectedAccount>> UpdateAccountAsync(UpdateAccountRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists sellers' accounts, newest first. Safe to repeat.</summary>
    /// <param name="query">Which ones.</param>
    /// <returns>The accounts, page by page.</returns>
    Paged<ConnectedAccount> ListAccounts(AccountQuery query);
}
