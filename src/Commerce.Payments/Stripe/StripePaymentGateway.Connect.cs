using Commerce.Http;
using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>What Stripe Connect has beside the accounts themselves. Source: Stripe API reference, Connect.</summary>
internal sealed partial class StripePaymentGateway : IStripeConnectClient
{
    private static readonly VendorOperation CreateLoginLink = new("create-login-link") { IsSafeToRepeat = true };
    private static readonly VendorOperation CreateAccountSession = new("create-account-session") { IsSafeToRepeat = true };
    private static readonly VendorOperation ListCapabilities = new("list-capabilities");
    private static readonly VendorOperation RequestCapability = new("request-capability") { IsSafeToRepeat = true };
    private static readonly VendorOperation ListExternalAccountsOperation = new("list-external-accounts");
    private static readonly VendorOperation AddExternalAccount = new("add-external-account") { IsSafeToRepeat = true };
    private static readonly VendorOperation UpdateExternalAccount = new("update-external-account") { IsSafeToRepeat = true };
    private static readonly VendorOperation DeleteExternalAccount = new("delete-external-account") { IsSafeToRepeat = true };
    private static readonly VendorOperation RejectAccount = new("reject-account") { IsSafeToRepeat = true };
    private static readonly VendorOperation DeleteAccount = new("delete-account") { IsSafeToRepeat = true };

    public Task<StripeLoginLink> CreateLoginLinkAsync(ConnectedAccountId accountId, CancellationToken cancellationToken = default) =>
        WithoutBodyAsync(SecretAsync(
            Under("accounts", accountId.Value, "/login_links"), CreateLoginLink, new StripeForm(), StripeConnectJson.Default.StripeLoginLinkWire,
            static (link, requestId) => new StripeLoginLink(
                new Secret(StripeMapping.Needed(link.Url, "url")), DateTimeOffset.FromUnixTimeSeconds(link.Created)) { RequestId = requestId },
            cancellationToken));

    public async Task<Outcome<StripeAccountSession>> CreateAccountSessionAsync(
        StripeAccountSessionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new StripeForm().Add("account", request.AccountId.Value);
        foreach (var component in request.Components)
        {
            form.Add($"components[{component}][enabled]", true);
        }

        return form.AddVendorFields(request.VendorFields) is { } refusal
            ? Outcome.Refused<StripeAccountSession>(refusal)
            : Outcome.Of(await WithoutBodyAsync(SecretAsync(
                "v1/account_sessions", CreateAccountSession, form, StripeConnectJson.Default.StripeAccountSessionWire,
                static (session, requestId) => new StripeAccountSession(
                    new Secret(StripeMapping.Needed(session.ClientSecret, "client_secret")), DateTimeOffset.FromUnixTimeSeconds(session.ExpiresAt)) { RequestId = requestId },
                cancellationToken)).ConfigureAwait(false));
    }

    public Task<IReadOnlyList<StripeCapability>> ListCapabilitiesAsync(ConnectedAccountId accountId, CancellationToken cancellationToken = default) =>
        GetAsync<StripeList<StripeCapabilityWire>, IReadOnlyList<StripeCapability>>(
            Under("accounts", accountId.Value, "/capabilities"), ListCapabilities, StripeConnectJson.Default.StripeListStripeCapabilityWire,
            static (list, requestId) => [.. StripeMapping.Needed(list.Data, "data").Select(wire => StripeConnectMapping.FromCapability(wire) with { RequestId = requestId })], null, cancellationToken);

    public Task<Outcome<StripeCapability>> RequestCapabilityAsync(
        OperationKey key, ConnectedAccountId accountId, AccountCapability capability, bool isRequested, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(capability.Value, nameof(capability));
        return PostAsync(
            Under("accounts", accountId.Value, $"/capabilities/{Uri.EscapeDataString(capability.Value)}"), RequestCapability, key,
            new StripeForm().Add("requested", isRequested), StripeConnectJson.Default.StripeCapabilityWire,
            static (wire, requestId) => StripeConnectMapping.FromCapability(wire) with { RequestId = requestId }, null, null, cancellationToken);
    }

    public Paged<StripeExternalAccount> ListExternalAccounts(ConnectedAccountId accountId) => WithoutBody(List(
        () => new QueryAddress(Under("accounts", accountId.Value, "/external_accounts")).Add("limit", PageSize), ListExternalAccountsOperation,
        StripeConnectJson.Default.StripeListStripeExternalAccountWire, static account => account.Id,
        static (account, requestId) => StripeConnectMapping.FromExternalAccount(account) with { RequestId = requestId }, null));

    public Task<Outcome<StripeExternalAccount>> AddExternalAccountAsync(
        StripeExternalAccountRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ExternalAccountAsync(
            Under("accounts", request.AccountId.Value, "/external_accounts"), AddExternalAccount, request.Key,
            new StripeForm().Add("external_account", request.Token.Reveal()).Add("default_for_currency", request.IsDefaultForCurrency ? true : null), cancellationToken);
    }

    public Task<Outcome<StripeExternalAccount>> UseForCurrencyAsync(
        OperationKey key, ConnectedAccountId accountId, string externalAccountId, CancellationToken cancellationToken = default) => ExternalAccountAsync(
        ExternalAccount(accountId, externalAccountId), UpdateExternalAccount, key, new StripeForm().Add("default_for_currency", true), cancellationToken);

    public Task<Outcome<StripeDeletion>> DeleteExternalAccountAsync(
        ConnectedAccountId accountId, string externalAccountId, CancellationToken cancellationToken = default) => DeleteAsync(
        ExternalAccount(accountId, externalAccountId), DeleteExternalAccount, cancellationToken);

    public Task<Outcome<ConnectedAccount>> RejectAccountAsync(
        OperationKey key, ConnectedAccountId accountId, StripeRejectionReason reason, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason.Value, nameof(reason));
        return AccountAsync(
            Under("accounts", accountId.Value, "/reject"), RejectAccount, key, new StripeForm().Add("reason", reason.Value), cancellationToken);
    }

    public Task<Outcome<StripeDeletion>> DeleteAccountAsync(ConnectedAccountId accountId, CancellationToken cancellationToken = default) =>
        DeleteAsync(Under("accounts", accountId.Value), DeleteAccount, cancellationToken);

    private static string ExternalAccount(ConnectedAccountId accountId, string externalAccountId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(externalAccountId);
        return Under("accounts", accountId.Value, $"/external_accounts/{Uri.EscapeDataString(externalAccountId)}");
    }

    private async Task<Outcome<StripeExternalAccount>> ExternalAccountAsync(
        string path, VendorOperation operation, OperationKey key, StripeForm form, CancellationToken cancellationToken)
    {
        var outcome = await WithoutBodyAsync(PostAsync(
            path, operation, key, form, StripeConnectJson.Default.StripeExternalAccountWire,
            static (account, requestId) => StripeConnectMapping.FromExternalAccount(account) with { RequestId = requestId }, null, null, cancellationToken)).ConfigureAwait(false);

        // A token that was used before is a payment method anywhere else.
        return outcome.Refusal is { Field: "Method" } refusal ? Outcome.Refused<StripeExternalAccount>(refusal with { Field = "Token" }) : outcome;
    }

    private async Task<Outcome<StripeDeletion>> DeleteAsync(string path, VendorOperation operation, CancellationToken cancellationToken)
    {
        var answer = await channel.SendAsync(new HttpRequestMessage(HttpMethod.Delete, path), operation, cancellationToken).ConfigureAwait(false);
        return await JudgeAsync(
            answer, StripeConnectJson.Default.StripeDeletedWire, static (wire, requestId) => wire.Deleted
                ? new StripeDeletion(StripeMapping.Needed(wire.Id, "id")) { RequestId = requestId }
                : throw new FormatException("deleted"),
            null,
            static no => Task.FromResult<Outcome<StripeDeletion>?>(Outcome.Refused<StripeDeletion>(no.Refusal(RefusalCode.InvalidTransition)))).ConfigureAwait(false);
    }
}
