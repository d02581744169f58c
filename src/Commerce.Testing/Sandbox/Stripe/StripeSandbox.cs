using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Commerce.Testing.Sandbox;

/// <summary>
/// Stripe with its money: payments with the documented test payment methods, refunds, sellers with balances, transfers, payouts, disputes,
/// idempotency keys, and signed events that can be pulled or delivered.
/// </summary>
/// <remarks>
/// What takes time happens by the sandbox's clock, at the next look. Invented are Stripe's fee (2.9 % and 30 smallest units), the fee of a dispute
/// (1500 smallest units) and how long things take; see <see cref="FinishEverything"/>. Money is never converted.
/// </remarks>
public sealed partial class StripeSandbox : LimitedSandboxVendor
{
    private readonly StripeStore _store = new();
    private readonly StripeWebhooks _webhooks;

    internal StripeSandbox(TimeProvider clock)
        : base("stripe", clock, 100, TimeSpan.FromSeconds(1))
    {
        _webhooks = new StripeWebhooks(clock, Gate, WebhookSecret, LookAgain);
        OpenAccount("acct_conformance");
    }

    /// <summary>Gets the secret key that it accepts.</summary>
    public string SecretKey { get; } = "sk_test_sandbox";

    /// <summary>Gets the secret with which it signs webhooks.</summary>
    public string WebhookSecret { get; } = "whsec_sandbox";

    /// <summary>Gets the money that was captured less what was refunded, in smallest units, by currency.</summary>
    public IReadOnlyDictionary<string, long> Balance
    {
        get
        {
            lock (Gate)
            {
                CatchUp();
                return new Dictionary<string, long>(_turnover);
            }
        }
    }

    /// <summary>Gets how many payment intents there are in each status.</summary>
    public IReadOnlyDictionary<string, int> Statuses
    {
        get
        {
            lock (Gate)
            {
                CatchUp();
                return _store.OfAll("payment_intent").GroupBy(static intent => intent.Status).ToDictionary(static group => group.Key, static group => group.Count());
            }
        }
    }

    /// <summary>Takes the events that happened since the last time, signed as webhooks; late, twice and shuffled when <see cref="Delivery"/> says so.</summary>
    /// <returns>The bodies and their <c>Stripe-Signature</c> headers, in order.</returns>
    public IReadOnlyList<KeyValuePair<string, ReadOnlyMemory<byte>>> TakeWebhooks()
    {
        lock (Gate)
        {
            CatchUp();
            return _webhooks.Pull();
        }
    }

    internal override void Map(IEndpointRouteBuilder routes)
    {
        _webhooks.StopOn(routes.ServiceProvider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        MapPayments(routes);
        MapCharges(routes);
        MapRefunds(routes);
        MapSetups(routes);
        MapCustomers(routes);
        MapMethods(routes);
        MapAccounts(routes);
        MapExternalAccounts(routes);
        MapTransfers(routes);
        MapFees(routes);
        MapPayouts(routes);
        MapTopUps(routes);
        MapBalance(routes);
        MapDisputes(routes);
        MapRadar(routes);
        MapFiles(routes);
        MapEvents(routes);
        MapWebhookEndpoints(routes);
        MapCheckout(routes);
        MapRest(routes);
    }

    /// <summary>Keeps a new object of the account, with what every object has.</summary>
    private StripeItem Add(string kind, string prefix, string account, JsonObject body)
    {
        body["created"] = Now.ToUnixTimeSeconds();
        body["livemode"] = false;
        return _store.Add(kind, prefix, account, body);
    }

    /// <summary>Changes the metadata and the named texts of an object, as an update does.</summary>
    private JsonObject Update(StripeItem item, StripeParameters parameters, params ReadOnlySpan<string> texts)
    {
        foreach (var name in texts)
        {
            if (parameters.Has(name))
            {
                item.Set(name, parameters.Text(name));
            }
        }

        parameters.Merge(item);
        _store.Index(item);
        return item.Body;
    }
}
