namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>What an account was sent about a product.</summary>
/// <typeparam name="TValue">What it is about: a quantity, a price.</typeparam>
public interface ISentOffer<out TValue>
{
    /// <summary>Gets the SKU under which the marketplace sells it.</summary>
    Sku ExternalSku { get; }

    /// <summary>Gets the product.</summary>
    Sku Sku { get; }

    /// <summary>Gets what was sent.</summary>
    TValue Value { get; }
}
