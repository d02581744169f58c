using System.Text.Json.Nodes;
using Xunit;

namespace Commerce.VendorContracts.Stripe;

/// <summary>Stripe played by Prism from the operations on accounts and money of sellers; started when the first test asks for it.</summary>
public sealed class StripeConnectContract : IAsyncLifetime
{
    private readonly Lazy<OpenApiSlice> _slice = new(Cut);
    private readonly Lazy<Task<PrismMock>> _mock;

    public StripeConnectContract() => _mock = new Lazy<Task<PrismMock>>(() => PrismMock.StartAsync(_slice.Value.File));

    internal async Task<Uri> AddressAsync() => (await _mock.Value).Address;

    internal StripeContract.Edge NewEdge() => new(_slice.Value);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_mock.IsValueCreated)
        {
            await (await _mock.Value).DisposeAsync();
            _slice.Value.Dispose();
        }
    }

    private static OpenApiSlice Cut()
    {
        var resources = StripeContract.Fixtures();
        var payment = resources["payment_intent"]!.DeepClone();
        payment["latest_charge"] = resources["charge"]!.DeepClone();
        return OpenApiSlice.Of(
            VendorSpecs.PathOf("payments", "stripe", "stripe-openapi-trimmed.json"),
            ("post", "/v1/accounts", One("account")),
            ("get", "/v1/accounts", List("account")),
            ("get", "/v1/accounts/{id}", One("account")),
            ("post", "/v1/accounts/{id}", One("account")),
            ("delete", "/v1/accounts/{id}", One("deleted_account")),
            ("post", "/v1/accounts/{id}/reject", One("account")),
            ("post", "/v1/accounts/{id}/login_links", One("login_link")),
            ("get", "/v1/accounts/{id}/capabilities", List("capability")),
            ("post", "/v1/accounts/{account_id}/capabilities/{id}", One("capability")),
            ("get", "/v1/accounts/{id}/external_accounts", List("external_account")),
            ("post", "/v1/accounts/{id}/external_accounts", One("external_account")),
            ("post", "/v1/accounts/{account_id}/external_accounts/{id}", One("external_account")),
            ("delete", "/v1/accounts/{account_id}/external_accounts/{id}", One("deleted_external_account")),
            ("post", "/v1/account_links", One("account_link")),
            ("post", "/v1/account_sessions", One("account_session")),
            ("get", "/v1/payment_intents/{id}", payment),
            ("post", "/v1/transfers", One("transfer")),
            ("get", "/v1/transfers", List("transfer")),
            ("get", "/v1/transfers/{id}", One("transfer")),
            ("post", "/v1/transfers/{id}/reversals", One("transfer_reversal")),
            ("get", "/v1/application_fees", List("application_fee")),
            ("get", "/v1/application_fees/{id}", One("application_fee")),
            ("post", "/v1/application_fees/{id}/refunds", One("fee_refund")),
            ("post", "/v1/payouts", One("payout")),
            ("get", "/v1/payouts", List("payout")),
            ("get", "/v1/payouts/{id}", One("payout")),
            ("post", "/v1/payouts/{id}/cancel", One("payout")),
            ("post", "/v1/payouts/{id}/reverse", One("payout")),
            ("get", "/v1/balance", One("balance")),
            ("get", "/v1/balance_transactions", List("balance_transaction")),
            ("get", "/v1/balance_settings", One("balance_settings")),
            ("post", "/v1/balance_settings", One("balance_settings")),
            ("get", "/v1/disputes", List("dispute")),
            ("get", "/v1/disputes/{id}", One("dispute")),
            ("post", "/v1/disputes/{id}", One("dispute")),
            ("post", "/v1/disputes/{id}/close", One("dispute")),
            ("post", "/v1/files", One("file")),
            ("post", "/v1/topups", One("topup")),
            ("get", "/v1/topups", List("topup")),
            ("get", "/v1/topups/{id}", One("topup")),
            ("post", "/v1/topups/{id}/cancel", One("topup")),
            ("post", "/oauth/token", new JsonObject { ["stripe_user_id"] = "acct_1Lamps" }),
            ("post", "/oauth/deauthorize", new JsonObject { ["stripe_user_id"] = "acct_1Lamps" }));

        JsonNode One(string name) => resources[name]!;

        JsonObject List(string name) => new()
        {
            ["object"] = "list", ["url"] = "/v1/" + name, ["has_more"] = false, ["data"] = new JsonArray(resources[name]!.DeepClone()),
        };
    }
}
