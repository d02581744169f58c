namespace Commerce.Agents.Domain.Inventory;

/// <summary>
/// Takes a parcel in that a buyer sent back. Its units are inspected before they can be sold again. A parcel of a return that was not announced by
/// <see cref="ExpectReturn"/> goes to the exceptions shelf and is refused. Answers with an <see cref="Answer"/>.
/// </summary>
/// <param name="RmaId">The return.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Lines">What came, 1 to 200 products, each once; together with what came before no more than was announced.</param>
/// <param name="Warehouse">The warehouse's code.</param>
public sealed record ReceiveReturn(Guid RmaId, OrderId OrderId, IReadOnlyList<ReturnedUnits> Lines, string Warehouse = StockPlace.Main) : IMessage;
