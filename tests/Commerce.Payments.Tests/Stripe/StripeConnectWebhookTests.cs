using System.Security.Cryptography;
using System.Text;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Payments.Tests.Stripe;

/// <summary>Events on accounts and money of sellers.</summary>
public sealed class StripeConnectWebhookTests
{
    private const string Secret = "whsec_invented";

    private readonly FakeClock _clock = new();

    [Fact]
    public async Task A_change_of_an_account_is_read_although_an_account_has_no_currency()
    {
        var read = await ReadAsync(
            "account.updated",
            """{"id":"acct_1Lamps","object":"account","charges_enabled":true,"payouts_enabled":false,"capabilities":{"transfers":"active"},"requirements":{"currently_due":["external_account"]}}""");

        var account = Assert.IsType<AccountChanged>(read).ConnectedAccount;
        Assert.Equal(("acct_1Lamps", true, false), (account.Id.Value, account.CanCharge, account.CanPayOut));
        Assert.Equal(CapabilityStatus.Active, account.Capabilities[AccountCapability.Transfers]);
        Assert.Equal(["external_account"], account.CurrentlyDue);
        Assert.Equal(("acct_1Lamps", "account.updated"), (read.Account?.Value, read.Type));
    }

    [Theory]
    [InlineData("transfer.created", 0)]
    [InlineData("transfer.updated", 0)]
    [InlineData("transfer.reversed", 8800)]
    public async Task A_change_of_a_transfer_is_read(string type, int reversed)
    {
        var read = await ReadAsync(
            type,
            $$$"""{"id":"tr_1","object":"transfer","amount":8800,"amount_reversed":{{{reversed}}},"currency":"eur","destination":"acct_1Lamps","created":1785340800,"metadata":{"order_id":"42"}}""");

        var transfer = Assert.IsType<TransferChanged>(read).Transfer;
        Assert.Equal(("tr_1", Money.Eur(88m), Money.Eur(reversed / 100m)), (transfer.Id.Value, transfer.Amount, transfer.Reversed));
        Assert.Equal(("acct_1Lamps", "42"), (transfer.Destination.Value, transfer.Metadata["order_id"]));
    }

    [Theory]
    [InlineData("capability.updated", """{"id":"transfers","object":"capability","account":"acct_1Lamps","status":"active"}""")]
    [InlineData("person.updated", """{"id":"person_1","object":"person","account":"acct_1Lamps"}""")]
    [InlineData("account.external_account.updated", """{"id":"ba_1","object":"bank_account","currency":"eur","status":"errored"}""")]
    [InlineData("account.application.deauthorized", """{"id":"ca_1","object":"application","name":null}""")]
    [InlineData("account.updated", """{"object":"account","charges_enabled":true}""")]
    [InlineData("transfer.created", """{"id":"tr_1","object":"transfer","amount":8800,"currency":"eur"}""")]
    [InlineData("account.updated", """{"id":"acct_1Lamps","object":5}""")]
    public async Task What_has_no_member_or_cannot_be_read_stays_unknown_and_keeps_its_bytes(string type, string item)
    {
        var read = await ReadAsync(type, item);

        Assert.Equal(type, Assert.IsType<UnknownEvent>(read).Type);
        Assert.Contains(item, Encoding.UTF8.GetString(read.Raw.Span), StringComparison.Ordinal);
    }

    private async Task<PaymentEvent> ReadAsync(string type, string item)
    {
        var body = Encoding.UTF8.GetBytes(
            $$$"""{"id":"evt_1","object":"event","type":"{{{type}}}","created":1785340800,"account":"acct_1Lamps","data":{"object":{{{item}}}}}""");
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddStripePayments(options =>
        {
            options.SecretKey = "sk_test_invented";
            options.WebhookSecrets.Add(Secret);
        });
        await using var provider = services.BuildServiceProvider();
        var now = _clock.GetUtcNow().ToUnixTimeSeconds();
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), (byte[])[.. Encoding.UTF8.GetBytes($"{now}."), .. body]));
        return (await provider.GetRequiredKeyedService<IWebhookVerifier<PaymentEvent>>("stripe").VerifyAsync(
            new WebhookRequest(body, [new("Stripe-Signature", $"t={now},v1={signature}")]))).Value;
    }
}
