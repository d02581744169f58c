namespace Commerce.Agents.Domain.Shipping;

/// <summary>No carrier sells a label for a return: the buyer gets instructions without one.</summary>
/// <param name="RmaId">The return.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Reason">Why.</param>
public sealed record NoReturnLabel(Guid RmaId, OrderId OrderId, string Reason) : IMessage;
