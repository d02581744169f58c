namespace Commerce.Payments.Stripe;

/// <summary>What only Stripe Connect has, beside the accounts of sellers.</summary>
/// <remarks>Source: Stripe API reference 2026-07-29.dahlia, Connect.</remarks>
public interface IStripeConnectClient : IConnectedAccountClient
{
    /// <summary>Makes a link into the Express dashboard of a seller. Never mail or store it.</summary>
    /// <param name="accountId">The account; it must have that dashboard.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The link.</returns>
    /// <exception cref="CommerceException">A technical failure, or an account without that dashboard.</exception>
    Task<StripeLoginLink> CreateLoginLinkAsync(ConnectedAccountId accountId, CancellationToken cancellationToken = default);

    /// <summary>Opens a session for components of Stripe that are shown within the platform's own pages.</summary>
    /// <param name="request">The account and the components.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The session, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<StripeAccountSession>> CreateAccountSessionAsync(StripeAccountSessionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the capabilities of an account with what each of them misses. Safe to repeat.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The capabilities.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<IReadOnlyList<StripeCapability>> ListCapabilitiesAsync(ConnectedAccountId accountId, CancellationToken cancellationToken = default);

    /// <summary>Asks for one capability, or gives it up.</summary>
    /// <param name="key">The caller's name of this step, sent as the idempotency key.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="capability">The capability, in Stripe's word.</param>
    /// <param name="isRequested">Whether it is asked for, or given up.</param>
    /// <param name="cancellationToken">Stops waiting; Stripe may still act.</param>
    /// <returns>The capability, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<StripeCapability>> RequestCapabilityAsync(
        OperationKey key, ConnectedAccountId accountId, AccountCapability capability, bool isRequested, CancellationToken cancellationToken = default);

    /// <summary>Lists where an account is paid out to, newest first. Safe to repeat.</summary>
    /// <param name="accountId">The account.</param>
    /// <returns>The bank accounts and cards, page by page.</returns>
    Paged<StripeExternalAccount> ListExternalAccounts(ConnectedAccountId accountId);

    /// <summary>Adds a bank account or card to pay out to, by its token: the numbers themselves never pass through here.</summary>
    /// <param name="request">The token.</param>
    /// <param name="cancellationToken">Stops waiting; Stripe may still act.</param>
    /// <returns>The bank account or card, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<StripeExternalAccount>> AddExternalAccountAsync(StripeExternalAccountRequest request, CancellationToken cancellationToken = default);

    /// <summary>Makes a bank account or card the one that money of its currency is paid out to.</summary>
    /// <param name="key">The caller's name of this step, sent as the idempotency key.</param>
    /// <param name="accountId">The seller's account.</param>
    /// <param name="externalAccountId">Stripe's key of the bank account or card.</param>
    /// <param name="cancellationToken">Stops waiting; Stripe may still act.</param>
    /// <returns>The bank account or card, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<StripeExternalAccount>> UseForCurrencyAsync(
        OperationKey key, ConnectedAccountId accountId, string externalAccountId, CancellationToken cancellationToken = default);

    /// <summary>Removes a bank account or card. Stripe keeps the one that is used for its currency.</summary>
    /// <param name="accountId">The seller's account.</param>
    /// <param name="externalAccountId">Stripe's key of the bank account or card.</param>
    /// <param name="cancellationToken">Stops waiting; Stripe may still act.</param>
    /// <returns>What was removed, or a refusal; <see cref="RefusalCode.NotFound"/> also after a lost answer, when it is gone already.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<StripeDeletion>> DeleteExternalAccountAsync(
        ConnectedAccountId accountId, string externalAccountId, CancellationToken cancellationToken = default);

    /// <summary>Closes an account on suspicion: it takes no more payments and is no longer paid out.</summary>
    /// <param name="key">The caller's name of this step, sent as the idempotency key.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Stops waiting; Stripe may still act.</param>
    /// <returns>The account, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<ConnectedAccount>> RejectAccountAsync(
        OperationKey key, ConnectedAccountId accountId, StripeRejectionReason reason, CancellationToken cancellationToken = default);

    /// <summary>Deletes an account for good. Stripe keeps one whose balance is not zero.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Stops waiting; Stripe may still act.</param>
    /// <returns>What was deleted, or a refusal; <see cref="RefusalCode.NotFound"/> also after a lost answer, when it is gone already.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<StripeDeletion>> DeleteAccountAsync(ConnectedAccountId accountId, CancellationToken cancellationToken = default);

    /// <summary>Reads how an account is paid out. Safe to repeat.</summary>
    /// <param name="seller">The seller; the platform itself when not given.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<StripeBalanceSettings> GetBalanceSettingsAsync(ConnectedAccountId? seller = null, CancellationToken cancellationToken = default);

    /// <summary>Changes how an account is paid out. What is not given stays.</summary>
    /// <param name="request">The changes.</param>
    /// <param name="cancellationToken">Stops waiting; Stripe may still act.</param>
    /// <returns>The settings, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<StripeBalanceSettings>> UpdateBalanceSettingsAsync(StripeBalanceSettingsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Draws money from the platform's bank account to its balance.</summary>
    /// <param name="request">How much.</param>
    /// <param name="cancellationToken">Stops waiting; Stripe may still act.</param>
    /// <returns>The top-up, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<StripeTopUp>> CreateTopUpAsync(StripeTopUpRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a top-up. Safe to repeat.</summary>
    /// <param name="topUpId">Stripe's key of the top-up.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The top-up, or <see langword="null"/> when it is not known.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<StripeTopUp?> FindTopUpAsync(string topUpId, CancellationToken cancellationToken = default);

    /// <summary>Cancels a top-up that is pending.</summary>
    /// <param name="key">The caller's name of this step, sent as the idempotency key.</param>
    /// <param name="topUpId">Stripe's key of the top-up.</param>
    /// <param name="cancellationToken">Stops waiting; Stripe may still act.</param>
    /// <returns>The top-up, or a refusal when it is pending no more.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<StripeTopUp>> CancelTopUpAsync(OperationKey key, string topUpId, CancellationToken cancellationToken = default);

    /// <summary>Lists top-ups, newest first. Safe to repeat.</summary>
    /// <param name="query">Which ones.</param>
    /// <returns>The top-ups, page by page.</returns>
    Paged<StripeTopUp> ListTopUps(StripeTopUpQuery query);

    /// <summary>Connects a seller who has a Stripe account already: the last step of OAuth.</summary>
    /// <param name="code">The code that came back with the seller; it works once and for minutes. Secret.</param>
    /// <param name="cancellationToken">Stops waiting; Stripe may still act.</param>
    /// <returns>The account, or a refusal when the code was used or is too old.</returns>
    /// <exception cref="CommerceException">A technical failure. After a lost answer the code is used up: send the seller through again.</exception>
    Task<Outcome<StripeConnection>> ConnectAsync(Secret code, CancellationToken cancellationToken = default);

    /// <summary>Disconnects a seller who was connected by OAuth.</summary>
    /// <param name="clientId">The platform's key in OAuth: <c>ca_…</c>.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Stops waiting; Stripe may still act.</param>
    /// <returns>The account, or a refusal when it is not connected.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<StripeConnection>> DisconnectAsync(string clientId, ConnectedAccountId accountId, CancellationToken cancellationToken = default);
}
