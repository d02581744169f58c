using System.Text.Json.Nodes;

namespace Commerce.Testing.Sandbox;

/// <content>What tests look at and what they can do to the next calls.</content>
public sealed partial class StripeSandbox
{
    /// <summary>Gets every charge that buyers were asked for, in order: also those that failed.</summary>
    public IReadOnlyList<StripeSandboxEntry> Charges => Entries("charge", static item => item.Text("payment_intent") is not null);

    /// <summary>Gets every refund, in order.</summary>
    public IReadOnlyList<StripeSandboxEntry> Refunds => Entries("refund");

    /// <summary>Gets every transfer to a seller, in order: also those of destination charges.</summary>
    public IReadOnlyList<StripeSandboxEntry> Transfers => Entries("transfer");

    /// <summary>Gets every payout, in order.</summary>
    public IReadOnlyList<StripeSandboxEntry> Payouts => Entries("payout");

    /// <summary>Gets every dispute, in order.</summary>
    public IReadOnlyList<StripeSandboxEntry> Disputes => Entries("dispute");

    /// <summary>Keeps the next call of an operation running: until it is let go its idempotency key is in use.</summary>
    /// <param name="operation">The operation, such as <c>create-payment</c>: the names by which <see cref="SandboxFaults"/> knows them.</param>
    /// <returns>The call to wait for and to let go.</returns>
    public StripeSandboxHold HoldNext(string operation)
    {
        ArgumentException.ThrowIfNullOrEmpty(operation);
        var hold = new StripeSandboxHold();
        lock (Gate)
        {
            if (!_holds.TryGetValue(operation, out var holds))
            {
                _holds[operation] = holds = new Queue<StripeSandboxHold>();
            }

            holds.Enqueue(hold);
        }

        return hold;
    }

    /// <summary>Lets the next call of an operation end with 500 after it has begun: nothing is done, and its key repeats that answer for 24 hours.</summary>
    /// <param name="operation">The operation, such as <c>create-payment</c>.</param>
    public void FailNext(string operation)
    {
        ArgumentException.ThrowIfNullOrEmpty(operation);
        lock (Gate)
        {
            _failures[operation] = _failures.GetValueOrDefault(operation) + 1;
        }
    }

    private List<StripeSandboxEntry> Entries(string kind, Func<StripeItem, bool>? which = null)
    {
        lock (Gate)
        {
            CatchUp();
            return [.. _store.OfAll(kind).Where(item => which is null || which(item)).Select(static item => new StripeSandboxEntry
            {
                Id = item.Id,
                Amount = item.Count("amount"),
                Currency = item.Currency,
                Status = item.Status,
                Account = item.Account,
                Destination = item.Text("destination"),
                Payment = item.Text("payment_intent"),
                Metadata = ((JsonObject)item.Body["metadata"]!).ToDictionary(static pair => pair.Key, static pair => (string?)pair.Value ?? ""),
            })];
        }
    }
}
