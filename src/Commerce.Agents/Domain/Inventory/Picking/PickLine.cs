namespace Commerce.Agents.Domain.Inventory;

/// <summary>One line of a pick list.</summary>
public sealed record PickLine
{
    /// <summary>Gets the number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Gets the product; its text is what is scanned.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Gets the product's title.</summary>
    public required string Title { get; init; }

    /// <summary>Gets how many are ordered: 1 or more.</summary>
    public required int Quantity { get; init; }

    /// <summary>Gets where they are taken; each location once.</summary>
    public IReadOnlyList<LocationPick> Picks { get; init; } = [];

    /// <summary>Gets how many are nowhere in the warehouse.</summary>
    public int Missing { get; init; }

    /// <summary>Gets the codes of the locations where units were missing.</summary>
    public IReadOnlyList<string> ShortLocations { get; init; } = [];

    /// <summary>Adds up how many were taken.</summary>
    /// <returns>0 to the quantity.</returns>
    public int Picked() => Picks.Sum(static pick => pick.Picked);

    /// <summary>Tells whether every unit was taken or is missing.</summary>
    /// <returns>Whether nothing is left to do.</returns>
    public bool IsDone() => Picked() + Missing == Quantity;
}
