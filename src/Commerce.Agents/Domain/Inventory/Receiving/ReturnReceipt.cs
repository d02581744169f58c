using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>A return that the warehouse knows of, and what of it has come; its id is that of the return.</summary>
public sealed record ReturnReceipt : IEntity
{
    /// <summary>The kind of inspection of units that came back.</summary>
    public const string Inspection = "return";

    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Gets the number that people use.</summary>
    public required string Number { get; init; }

    /// <summary>Gets what was announced, each product once.</summary>
    public required IReadOnlyList<ReturnedUnits> Announced { get; init; }

    /// <summary>Gets what has come.</summary>
    public IReadOnlyList<ReturnReceiptLine> Lines { get; init; } = [];

    /// <summary>Gets a value indicating whether some of it is to be inspected.</summary>
    public bool IsPending { get; init; }

    internal int LeftOf(Sku sku) =>
        Announced.Where(units => units.Sku == sku).Sum(static units => units.Quantity) - Lines.Where(line => line.Sku == sku).Sum(static line => line.Quantity);
}
