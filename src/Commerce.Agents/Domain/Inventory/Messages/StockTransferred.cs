namespace Commerce.Agents.Domain.Inventory;

/// <summary>Units have arrived in another warehouse.</summary>
/// <param name="TransferId">The transfer.</param>
/// <param name="Line">What was sent, and the warehouse that it left.</param>
/// <param name="To">The warehouse that got it.</param>
/// <param name="Received">How many arrived.</param>
public sealed record StockTransferred(Guid TransferId, StockLine Line, string To, int Received) : IMessage
{
    /// <summary>Gets how many were lost on the way.</summary>
    public int Variance => Line.Quantity - Received;
}
