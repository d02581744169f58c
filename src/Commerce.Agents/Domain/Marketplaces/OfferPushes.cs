using Commerce.Marketplaces;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>What is on its way to an account.</summary>
/// <typeparam name="TSent">What was sent of a product.</typeparam>
/// <typeparam name="TValue">What it is about: a quantity, a price.</typeparam>
public abstract record OfferPushes<TSent, TValue>
    where TSent : ISentOffer<TValue>
{
    /// <summary>Gets what was not sent yet, as the account shall show it.</summary>
    public IReadOnlyDictionary<Sku, TValue> Pending { get; init; } = new Dictionary<Sku, TValue>();

    /// <summary>Gets a value indicating whether a sending is planned or under way.</summary>
    public bool IsBusy { get; init; }

    /// <summary>Gets the import that the account works on.</summary>
    public OfferBatch? Batch { get; init; }

    /// <summary>Gets since when it does.</summary>
    public DateTimeOffset? BatchAt { get; init; }

    /// <summary>Gets what the import holds.</summary>
    public IReadOnlyList<TSent> Sent { get; init; } = [];

    /// <summary>Gets how many sendings have failed in a row.</summary>
    public int Failures { get; init; }
}
