using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <content>The balances of the platform and of its sellers, and every movement of them.</content>
public sealed partial class StripeSandbox
{
    private static readonly TimeSpan Settlement = TimeSpan.FromDays(2);

    private readonly Dictionary<string, SortedDictionary<string, Funds>> _funds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _turnover = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _outside = new(StringComparer.Ordinal);
    private readonly HashSet<string> _moved = new(StringComparer.Ordinal);

    /// <summary>Gives what an account has, in smallest units.</summary>
    /// <param name="currency">The currency, such as <c>eur</c>.</param>
    /// <param name="account">The seller's account; the platform's own when not given.</param>
    /// <returns>What can be paid out, and what is still on its way.</returns>
    public (long Available, long Pending) FundsOf(string currency, string? account = null)
    {
        lock (Gate)
        {
            CatchUp();
            var funds = _funds.GetValueOrDefault(account ?? "")?.GetValueOrDefault(currency);
            return (funds?.Available ?? 0, funds?.Pending ?? 0);
        }
    }

    /// <summary>
    /// Audits the books: for each currency, what all accounts have must be the sum of their balance transactions, and what came in from outside less
    /// what went out: buyers, banks and Stripe's own fees are outside, transfers and commissions are not.
    /// </summary>
    /// <returns>What does not agree, by currency, in smallest units; empty when everything does.</returns>
    public IReadOnlyDictionary<string, (long Funds, long Transactions, long Outside)> Audit()
    {
        lock (Gate)
        {
            CatchUp();
            var transactions = _store.OfAll("balance_transaction").GroupBy(static item => item.Currency)
                .ToDictionary(static group => group.Key, static group => group.Sum(static item => item.Count("net")));
            return _funds.Values.SelectMany(static funds => funds).GroupBy(static pair => pair.Key).Select(group => (
                    group.Key,
                    Value: (Funds: group.Sum(static pair => pair.Value.Available + pair.Value.Pending), Transactions: transactions.GetValueOrDefault(group.Key),
                        Outside: _outside.GetValueOrDefault(group.Key))))
                .Where(static entry => entry.Value.Funds != entry.Value.Transactions || entry.Value.Funds != entry.Value.Outside)
                .ToDictionary(static entry => entry.Key, static entry => entry.Value);
        }
    }

    private void MapBalance(IEndpointRouteBuilder routes)
    {
        Get(routes, "balance", "read-balance", call => ReadBalance(call.Account));
        List(
            routes, "balance_transactions", "list-movements", call => List(call, "balance_transaction", "source type currency payout"),
            "created[gt,gte,lt,lte] currency payout source type");
        Get(routes, "balance_transactions/{id}", "find-movement", call => Find(call, "balance_transaction", "id").Body);
    }

    private JsonObject ReadBalance(string account)
    {
        IReadOnlyDictionary<string, Funds> funds = _funds.TryGetValue(account, out var own)
            ? own
            : new Dictionary<string, Funds> { [account.Length == 0 ? "usd" : CurrencyOf(account)] = new() };

        var balance = new JsonObject
        {
            ["object"] = "balance",
            ["available"] = Amounts(static item => item.Available),
            ["instant_available"] = Amounts(static item => Math.Max(0, item.Available)),
            ["livemode"] = false,
            ["pending"] = Amounts(static item => item.Pending),
        };
        if (account.Length == 0)
        {
            balance["connect_reserved"] = new JsonArray([.. funds.Select(static pair => new JsonObject { ["amount"] = 0L, ["currency"] = pair.Key })]);
        }

        return balance;

        JsonArray Amounts(Func<Funds, long> amount) => new([.. funds.Select(pair => new JsonObject
        {
            ["amount"] = amount(pair.Value), ["currency"] = pair.Key, ["source_types"] = new JsonObject { ["card"] = amount(pair.Value) },
        })]);
    }

    private long Available(string account, string currency) => _funds.GetValueOrDefault(account)?.GetValueOrDefault(currency)?.Available ?? 0;

    /// <summary>Moves money: books one balance transaction of an account.</summary>
    private StripeItem Book(
        string account, string type, long amount, string currency, string source, DateTimeOffset? availableOn = null, long fee = 0, long commission = 0, string? category = null)
    {
        var due = availableOn is { } later && later > Now ? later : (DateTimeOffset?)null;
        var details = new JsonArray();
        AddFee("application_fee", commission, "application fee");
        AddFee("stripe_fee", fee, "Stripe processing fees");
        var net = amount - fee - commission;
        var item = Add("balance_transaction", "txn", account, new JsonObject
        {
            ["amount"] = amount,
            ["available_on"] = (due ?? Now).ToUnixTimeSeconds(),
            ["balance_type"] = "payments",
            ["currency"] = currency,
            ["description"] = null,
            ["exchange_rate"] = null,
            ["fee"] = fee + commission,
            ["fee_details"] = details,
            ["net"] = net,
            ["reporting_category"] = category ?? type,
            ["source"] = source,
            ["status"] = due is null ? "available" : "pending",
            ["type"] = type,
        });
        item.Body.Remove("livemode");
        Put(account, currency, net, due, item);
        _outside[currency] = _outside.GetValueOrDefault(currency) - fee;
        return item;

        void AddFee(string kind, long value, string description)
        {
            if (value != 0)
            {
                details.Add((JsonNode)new JsonObject { ["amount"] = value, ["application"] = null, ["currency"] = currency, ["description"] = description, ["type"] = kind });
            }
        }
    }

    /// <summary>Notes that money crossed the border: from buyers and banks (above zero) or to them.</summary>
    private void Cross(string currency, long amount) => _outside[currency] = _outside.GetValueOrDefault(currency) + amount;

    private void Put(string account, string currency, long net, DateTimeOffset? due, StripeItem transaction)
    {
        if (!_funds.TryGetValue(account, out var own))
        {
            _funds[account] = own = new SortedDictionary<string, Funds>(StringComparer.Ordinal);
        }

        if (!own.TryGetValue(currency, out var funds))
        {
            own[currency] = funds = new Funds();
        }

        if (due is null)
        {
            funds.Available += net;
            return;
        }

        funds.Pending += net;
        Later(due.Value - Now, () =>
        {
            funds.Pending -= net;
            funds.Available += net;
            transaction.Status = "available";
            transaction.Set("available_on", Math.Min(transaction.Count("available_on"), Now.ToUnixTimeSeconds()));
            _moved.Add(account);
        });
    }

    private void TellBalances()
    {
        foreach (var account in _moved)
        {
            Tell("balance.available", account, ReadBalance(account));
        }

        _moved.Clear();
    }

    private static long FeeOf(long amount, bool isFirst) => (((amount * 29) + 500) / 1000) + (isFirst ? 30 : 0);

    private static long Share(long whole, long part, long of) => (long)Math.Round((decimal)whole * part / of, MidpointRounding.AwayFromZero);

    private sealed class Funds
    {
        internal long Available { get; set; }

        internal long Pending { get; set; }
    }
}
