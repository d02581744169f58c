namespace Commerce.Testing.Sandbox;

/// <summary>The double of a marketplace: what every one of them lets a test or a demo do to it and see of it.</summary>
public abstract class MarketplaceSandbox : LimitedSandboxVendor
{
    private readonly List<Arrivals> _arrivals = [];

    private protected MarketplaceSandbox(string name, TimeProvider clock, int calls, TimeSpan period)
        : base(name, clock, calls, period)
    {
    }

    /// <summary>Gets the state of every order, in the marketplace's word.</summary>
    public abstract IReadOnlyDictionary<string, string> OrderStates { get; }

    /// <summary>Gets how often the seller accepted, refused or acknowledged each order: more than once is a mistake of the seller; empty where there is no such step.</summary>
    public abstract IReadOnlyDictionary<string, int> Decisions { get; }

    /// <summary>Gets how often the seller told the marketplace that each parcel (order, slash, tracking number) is on its way: more than once is a mistake of the seller.</summary>
    public abstract IReadOnlyDictionary<string, int> Shipments { get; }

    /// <summary>Gets the quantity on sale of each SKU.</summary>
    public abstract IReadOnlyDictionary<string, int> Stock { get; }

    /// <summary>Gets the price of each SKU.</summary>
    public abstract IReadOnlyDictionary<string, decimal> Prices { get; }

    /// <summary>Puts an order in, paid, in the state where the seller has to do something about it.</summary>
    /// <param name="order">The order.</param>
    /// <returns>The order's key.</returns>
    public string Place(SandboxOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        lock (Gate)
        {
            return Add(order, Clock.GetUtcNow());
        }
    }

    /// <summary>Lets orders arrive over time: they are placed as the sandbox's clock goes on.</summary>
    /// <param name="every">The time between two orders, above zero.</param>
    /// <param name="count">How many.</param>
    /// <param name="order">Makes the order of a number, from 0 on.</param>
    public void Arrive(TimeSpan every, int count, Func<int, SandboxOrder> order)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(every, TimeSpan.Zero);
        ArgumentNullException.ThrowIfNull(order);
        lock (Gate)
        {
            _arrivals.Add(new Arrivals(Clock.GetUtcNow(), every, count, order));
        }
    }

    /// <summary>Puts an offer on sale.</summary>
    /// <param name="sku">The seller's SKU.</param>
    /// <param name="quantity">The quantity.</param>
    /// <param name="price">The price in euros, tax included.</param>
    public abstract void Offer(string sku, int quantity, decimal price);

    /// <summary>Touches an order, so that it is listed again as changed though nothing about it is new.</summary>
    /// <param name="id">The order.</param>
    public abstract void Touch(string id);

    /// <summary>Finishes what takes time: payment checks, imports.</summary>
    public abstract void FinishEverything();

    /// <summary>Keeps an order. Called with <see cref="SandboxVendor.Gate"/> held.</summary>
    /// <param name="order">The order.</param>
    /// <param name="at">When the buyer placed it.</param>
    /// <returns>The order's key.</returns>
    private protected abstract string Add(SandboxOrder order, DateTimeOffset at);

    /// <summary>Places the orders that have arrived by now. Call it, with the gate held, before anything is looked at.</summary>
    private protected void TakeArrivals()
    {
        foreach (var arrivals in _arrivals)
        {
            for (var at = arrivals.Start + (arrivals.Every * (arrivals.Placed + 1)); arrivals.Placed < arrivals.Count && at <= Clock.GetUtcNow(); at += arrivals.Every)
            {
                Add(arrivals.Order(arrivals.Placed++), at);
            }
        }
    }

    private sealed class Arrivals(DateTimeOffset start, TimeSpan every, int count, Func<int, SandboxOrder> order)
    {
        internal DateTimeOffset Start => start;

        internal TimeSpan Every => every;

        internal int Count => count;

        internal Func<int, SandboxOrder> Order => order;

        internal int Placed { get; set; }
    }
}
