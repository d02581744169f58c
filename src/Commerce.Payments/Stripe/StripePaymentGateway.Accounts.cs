using Commerce.Http;
using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>Sellers' accounts. Source: Stripe API reference, Accounts and Account links.</summary>
internal sealed partial class StripePaymentGateway : IConnectedAccountClient
{
    private static readonly VendorOperation CreateAccount = new("create-account") { IsSafeToRepeat = true };
    private static readonly VendorOperation UpdateAccount = new("update-account") { IsSafeToRepeat = true };
    private static readonly VendorOperation FindAccount = new("find-account");
    private static readonly VendorOperation ListAccountsOperation = new("list-accounts");
    private static readonly VendorOperation CreateOnboardingLink = new("create-onboarding-link") { IsSafeToRepeat = true };

    public Task<Outcome<ConnectedAccount>> CreateAccountAsync(CreateAccountRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new StripeForm();
        return StripeConnectMapping.ToForm(request, form) is { } refusal
            ? Task.FromResult(Outcome.Refused<ConnectedAccount>(refusal))
            : AccountAsync("v1/accounts", CreateAccount, request.Key, form, cancellationToken);
    }

    public Task<Outcome<ConnectedAccount>> UpdateAccountAsync(UpdateAccountRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new StripeForm();
        return StripeConnectMapping.ToForm(request, form) is { } refusal
            ? Task.FromResult(Outcome.Refused<ConnectedAccount>(refusal))
            : AccountAsync(Under("accounts", request.AccountId.Value), UpdateAccount, request.Key, form, cancellationToken);
    }

    public async Task<ConnectedAccount?> FindAccountAsync(ConnectedAccountId accountId, CancellationToken cancellationToken = default)
    {
        try
        {
            return await WithoutBodyAsync(FindAsync(
                Under("accounts", accountId.Value), FindAccount, StripeConnectJson.Default.StripeAccount,
                static (account, requestId) => StripeConnectMapping.FromAccount(account) with { RequestId = requestId }, null, cancellationToken)).ConfigureAwait(false);
        }
        catch (CommerceException failure) when (failure is { HttpStatus: 403, VendorCode: "account_invalid" })
        {
            // Stripe does not tell an account that is not the platform's from one that does not exist.
            return null;
        }
    }

    public Paged<ConnectedAccount> ListAccounts(AccountQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return WithoutBody(List(
            () => CreatedWithin("v1/accounts", query.PageSize, query.CreatedFrom, query.CreatedBefore), ListAccountsOperation,
            StripeConnectJson.Default.StripeListStripeAccount, static account => account.Id,
            static (account, requestId) => StripeConnectMapping.FromAccount(account) with { RequestId = requestId }, null));
    }

    public async Task<OnboardingLink> CreateOnboardingLinkAsync(OnboardingLinkRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new StripeForm()
            .Add("account", request.AccountId.Value)
            .Add("type", "account_onboarding")
            .Add("return_url", request.ReturnUrl.AbsoluteUri)
            .Add("refresh_url", request.RefreshUrl.AbsoluteUri);
        return await WithoutBodyAsync(SecretAsync(
            "v1/account_links", CreateOnboardingLink, form, StripeConnectJson.Default.StripeAccountLink,
            static (link, requestId) => new OnboardingLink(
                new Secret(StripeMapping.Needed(link.Url, "url")), DateTimeOffset.FromUnixTimeSeconds(link.ExpiresAt)) { RequestId = requestId },
            cancellationToken)).ConfigureAwait(false);
    }

    private Task<Outcome<ConnectedAccount>> AccountAsync(
        string path, VendorOperation operation, OperationKey key, StripeForm form, CancellationToken cancellationToken) =>
        WithoutBodyAsync(PostAsync(
            path, operation, key, form, StripeConnectJson.Default.StripeAccount,
            static (account, requestId) => StripeConnectMapping.FromAccount(account) with { RequestId = requestId }, null, null, cancellationToken));

    /// <summary>Makes what works once and is made anew each time; a "no" of Stripe is a failure.</summary>
    private async Task<T> SecretAsync<TWire, T>(
        string path,
        VendorOperation operation,
        StripeForm form,
        System.Text.Json.Serialization.Metadata.JsonTypeInfo<TWire> type,
        Func<TWire, string?, T> map,
        CancellationToken cancellationToken)
        where TWire : class
        where T : class
    {
        var answer = await PostForAnswerAsync(path, operation, FreshKey(), form, null, cancellationToken).ConfigureAwait(false);
        return Read(answer, type, map);
    }
}
