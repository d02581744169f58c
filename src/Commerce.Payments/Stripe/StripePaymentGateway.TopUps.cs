using Commerce.Http;
using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>The platform's own money and the settings of payouts. Source: Stripe API reference, Top-ups and Balance settings.</summary>
internal sealed partial class StripePaymentGateway
{
    private static readonly VendorOperation CreateTopUp = new("create-top-up") { IsSafeToRepeat = true };
    private static readonly VendorOperation FindTopUp = new("find-top-up");
    private static readonly VendorOperation CancelTopUp = new("cancel-top-up") { IsSafeToRepeat = true };
    private static readonly VendorOperation ListTopUpsOperation = new("list-top-ups");
    private static readonly VendorOperation GetBalanceSettings = new("get-balance-settings");
    private static readonly VendorOperation UpdateBalanceSettings = new("update-balance-settings") { IsSafeToRepeat = true };

    public Task<Outcome<StripeTopUp>> CreateTopUpAsync(StripeTopUpRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new StripeForm();
        return StripeLedgerMapping.ToForm(request, form) is { } refusal
            ? Task.FromResult(Outcome.Refused<StripeTopUp>(refusal))
            : WithoutBodyAsync(PostAsync(
                "v1/topups", CreateTopUp, request.Key, form, StripeConnectJson.Default.StripeTopUpWire,
                static (topUp, requestId) => StripeLedgerMapping.FromTopUp(topUp) with { RequestId = requestId }, "amount", null, cancellationToken));
    }

    public Task<StripeTopUp?> FindTopUpAsync(string topUpId, CancellationToken cancellationToken = default) => WithoutBodyAsync(FindAsync(
        Under("topups", topUpId), FindTopUp, StripeConnectJson.Default.StripeTopUpWire,
        static (topUp, requestId) => StripeLedgerMapping.FromTopUp(topUp) with { RequestId = requestId }, null, cancellationToken));

    public Task<Outcome<StripeTopUp>> CancelTopUpAsync(OperationKey key, string topUpId, CancellationToken cancellationToken = default) =>
        WithoutBodyAsync(PostAsync(
            Under("topups", topUpId, "/cancel"), CancelTopUp, key, new StripeForm(), StripeConnectJson.Default.StripeTopUpWire,
            static (topUp, requestId) => StripeLedgerMapping.FromTopUp(topUp) with { RequestId = requestId }, null, null, cancellationToken,
            async answer => await FindTopUpAsync(topUpId, cancellationToken).ConfigureAwait(false) switch
            {
                { Status: var status } topUp when status == StripeTopUpStatus.Cancelled => Outcome.Of(topUp),
                { Status: var status } when status != StripeTopUpStatus.Pending => Outcome.Refused<StripeTopUp>(answer.Refusal(RefusalCode.InvalidTransition)),
                _ => null,
            }));

    public Paged<StripeTopUp> ListTopUps(StripeTopUpQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return WithoutBody(List(
            () => CreatedWithin("v1/topups", PageSize, query.CreatedFrom, query.CreatedBefore)
                .Add("status", query.Status == StripeTopUpStatus.Cancelled ? "canceled" : query.Status?.Value),
            ListTopUpsOperation, StripeConnectJson.Default.StripeListStripeTopUpWire, static topUp => topUp.Id,
            static (topUp, requestId) => StripeLedgerMapping.FromTopUp(topUp) with { RequestId = requestId }, null));
    }

    public Task<StripeBalanceSettings> GetBalanceSettingsAsync(ConnectedAccountId? seller = null, CancellationToken cancellationToken = default) => GetAsync(
        "v1/balance_settings", GetBalanceSettings, StripeConnectJson.Default.StripeBalanceSettingsWire,
        static (settings, requestId) => StripeConnectMapping.FromSettings(settings) with { RequestId = requestId }, seller, cancellationToken);

    public Task<Outcome<StripeBalanceSettings>> UpdateBalanceSettingsAsync(
        StripeBalanceSettingsRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new StripeForm();
        if (form.AddSchedule("payments[payouts]", request.Payouts, hasDelay: false) is { } refusal)
        {
            return Task.FromResult(Outcome.Refused<StripeBalanceSettings>(refusal));
        }

        form.Add("payments[payouts][statement_descriptor]", request.StatementText)
            .Add("payments[settlement_timing][delay_days_override]", request.Payouts?.DelayDays)
            .Add("payments[debit_negative_balances]", request.DebitsNegativeBalances);
        return PostAsync(
            "v1/balance_settings", UpdateBalanceSettings, request.Key, form, StripeConnectJson.Default.StripeBalanceSettingsWire,
            static (settings, requestId) => StripeConnectMapping.FromSettings(settings) with { RequestId = requestId }, null, request.Seller, cancellationToken);
    }
}
