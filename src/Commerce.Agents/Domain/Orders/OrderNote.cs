namespace Commerce.Agents.Domain.Orders;

/// <summary>A note on an order.</summary>
/// <param name="At">When.</param>
/// <param name="Author">Who: a key, no personal data.</param>
/// <param name="Kind">From whom it is.</param>
/// <param name="Text">The text.</param>
/// <param name="IsForCustomer">Whether the buyer may see it.</param>
public sealed record OrderNote(DateTimeOffset At, string Author, OrderNoteKind Kind, string Text, bool IsForCustomer);
