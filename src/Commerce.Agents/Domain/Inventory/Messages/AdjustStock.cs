namespace Commerce.Agents.Domain.Inventory;

/// <summary>Corrects a level, because somebody counted or something broke or is gone. Answers with an <see cref="Answer"/>.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Delta">How many more, or fewer as a negative number; never so many that what is reserved is not there any more; what is kept for those who wait may be taken, from the last of them first.</param>
/// <param name="Reason">Why: 1 to 200 characters.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Kind">An adjustment, damage or loss; only an adjustment may add.</param>
public sealed record AdjustStock(
    Sku Sku, int Delta, string Reason, string Warehouse = StockPlace.Main, StockMovementKind Kind = StockMovementKind.Adjustment) : IMessage
{
    /// <summary>
    /// Gets a value indicating whether no more is taken than is not reserved, where it is else refused: units that are missing and reserved are found missing when
    /// their order is picked.
    /// </summary>
    public bool TakesOnlyWhatIsFree { get; init; }
}
