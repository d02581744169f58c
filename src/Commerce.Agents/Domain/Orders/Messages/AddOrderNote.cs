namespace Commerce.Agents.Domain.Orders;

/// <summary>Puts a note on an order; answered by <see cref="Answer"/>.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Author">Who: a key, no personal data.</param>
/// <param name="Text">1 to 2 000 characters.</param>
/// <param name="Kind">From whom it is.</param>
/// <param name="IsForCustomer">Whether the buyer may see it.</param>
public sealed record AddOrderNote(OrderId OrderId, string Author, string Text, OrderNoteKind Kind = OrderNoteKind.Internal, bool IsForCustomer = false) : IMessage;
