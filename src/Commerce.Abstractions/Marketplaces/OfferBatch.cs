using System.Runtime.CompilerServices;

namespace Commerce.Marketplaces;

/// <summary>A batch of stock or price changes at a marketplace.</summary>
public sealed record OfferBatch
{
    private const int MaxItems = 10_000;

    /// <summary>Gets the import's number; absent when the marketplace answered at once.</summary>
    public BatchId? Id { get; init; }

    /// <summary>Gets what was changed.</summary>
    public required OfferBatchKind Kind { get; init; }

    /// <summary>Gets how far it is.</summary>
    public required OfferBatchState State { get; init; }

    /// <summary>Gets what was sent: 1 to 10 000 offers.</summary>
    public required IReadOnlyList<OfferKey> Keys { get; init => field = Guard.NotEmpty(value, MaxItems); }

    /// <summary>Gets the outcome of each item; empty as long as the batch runs.</summary>
    public IReadOnlyList<ItemOutcome<OfferKey>> Items { get; init => field = Guard.NoNulls(value); } = [];

    /// <summary>Refuses a batch that no marketplace takes; every client asks this before it sends anything.</summary>
    /// <typeparam name="T">The items.</typeparam>
    /// <param name="items">The items: 1 to 10 000.</param>
    /// <param name="key">Names the offer of an item; each once.</param>
    /// <param name="name">The name of the parameter.</param>
    /// <exception cref="ArgumentException">There are none, too many, or an offer is named twice.</exception>
    public static void Check<T>(IReadOnlyList<T> items, Func<T, OfferKey> key, [CallerArgumentExpression(nameof(items))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(items, name);
        ArgumentNullException.ThrowIfNull(key);
        if (items.Count is 0 or > MaxItems)
        {
            throw new ArgumentException($"{name} has {items.Count} entries: give 1 to {MaxItems}.", name);
        }

        if (items.Select(key).Distinct().Count() != items.Count)
        {
            throw new ArgumentException($"{name} names an item twice: give each once, the last value wins.", name);
        }
    }
}
