namespace Commerce.Agents.Domain.Orders;

/// <summary>Says what of an order may still be changed (BUSINESS_RULES, ORD-1 rule 5). A pure function.</summary>
public static class OrderModifications
{
    private const int MaxGiftMessage = 500;

    /// <summary>Checks a change against how far the order is.</summary>
    /// <param name="order">The order.</param>
    /// <param name="change">The change.</param>
    /// <returns>Every objection with its field; empty when it may be made.</returns>
    public static IReadOnlyList<Refusal> Check(Order order, OrderChange change)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(change);
        var refusals = new Refusals();
        if (order.Status is not (OrderStatus.Pending or OrderStatus.PaymentFailed or OrderStatus.OnHold or OrderStatus.Confirmed or OrderStatus.Processing))
        {
            refusals.Add(RefusalCode.InvalidTransition, "Status", $"The order is {order.Status}: it can no longer be changed.");
            return refusals.List;
        }

        refusals.Require(change.Kinds().Any(), "Change", "Nothing is to change: give Items, ShipTo, RequiredBy, Priority or Gift.");
        if (change.Items is not null && (order.Status != OrderStatus.OnHold || order.IsSecured))
        {
            refusals.Add(RefusalCode.InvalidTransition, "Items", "Stock and money are asked for already: cancel the order and place another one.");
        }

        refusals.Require(
            change.Items is null || !order.Holds.Contains(OrderAgent.BackorderHold), "Items", "The order waits for units: cancel the order and place another one.");
        if (change.ShipTo is { } shipTo)
        {
            if (order.Parts.Any(static part => part.TrackingNumber is not null))
            {
                refusals.Add(RefusalCode.InvalidTransition, "ShipTo", "The label is bought: ask the carrier to send the parcel elsewhere.");
            }
            else if (order.ShipTo is { } now && now.Address.Country != shipTo.Address.Country)
            {
                refusals.Add(RefusalCode.PolicyViolation, "ShipTo.Address.Country", "Another country has other taxes and carriers: cancel the order and place another one.");
            }
            else if (order.IsSecured && order.Status is not (OrderStatus.Confirmed or OrderStatus.OnHold))
            {
                refusals.Add(RefusalCode.InvalidTransition, "ShipTo", "The order is being picked: put it on hold first.");
            }
        }

        var isPicking = order.Parts.Any(static part => part.IsPicking);
        refusals.Require(change.RequiredBy is null || !isPicking, "RequiredBy", "The order is being picked: the day can no longer be changed.");
        refusals.Require(change.Priority is null || !isPicking, "Priority", "The order is being picked: its priority can no longer be changed.");
        refusals.Require(change.Priority is not { } priority || Enum.IsDefined(priority), "Priority", "The priority is not known: give Low, Normal, High or Urgent.");
        refusals.Require(change.Gift is null || !isPicking, "Gift", "The order is being picked: its wrapping can no longer be changed.");
        refusals.Require(
            !(change.Gift?.Message?.Length > MaxGiftMessage), "Gift.Message", $"The message has {change.Gift?.Message?.Length} characters: give at most {MaxGiftMessage}.");
        return refusals.List;
    }
}
