namespace Commerce.Agents.Domain.Shipping;

/// <summary>Which status of a shipment may follow which.</summary>
public static class ShipmentTransitions
{
    /// <summary>Gets the table.</summary>
    public static Transitions<ShipmentStatus> Table { get; } = new("shipment", new Dictionary<ShipmentStatus, ShipmentStatus[]>
    {
        [ShipmentStatus.Created] = [ShipmentStatus.PickedUp, ShipmentStatus.InTransit, ShipmentStatus.Cancelled, ShipmentStatus.Exception],
        [ShipmentStatus.PickedUp] = [ShipmentStatus.InTransit, ShipmentStatus.OutForDelivery, ShipmentStatus.Exception, ShipmentStatus.Returned],
        [ShipmentStatus.InTransit] =
            [ShipmentStatus.OutForDelivery, ShipmentStatus.Delivered, ShipmentStatus.Exception, ShipmentStatus.Returned, ShipmentStatus.Lost],
        [ShipmentStatus.OutForDelivery] = [ShipmentStatus.Delivered, ShipmentStatus.FailedDelivery, ShipmentStatus.Exception],
        [ShipmentStatus.FailedDelivery] = [ShipmentStatus.OutForDelivery, ShipmentStatus.InTransit, ShipmentStatus.Returned],
        [ShipmentStatus.Exception] =
            [ShipmentStatus.InTransit, ShipmentStatus.OutForDelivery, ShipmentStatus.Delivered, ShipmentStatus.Returned, ShipmentStatus.Lost],
    });

    /// <summary>Tells whether nothing follows a status.</summary>
    /// <param name="status">The status.</param>
    /// <returns>Whether it is an end.</returns>
    public static bool IsEnd(ShipmentStatus status) =>
        status is ShipmentStatus.Delivered or ShipmentStatus.Returned or ShipmentStatus.Lost or ShipmentStatus.Cancelled;

    /// <summary>Tells whether a carrier's event may lead from one status to another: by steps of the table, some of which nobody scanned.</summary>
    /// <param name="from">Where the shipment is.</param>
    /// <param name="to">Where the event puts it.</param>
    /// <returns>Whether one or more steps lead there.</returns>
    public static bool Leads(ShipmentStatus from, ShipmentStatus to)
    {
        var reached = new HashSet<ShipmentStatus>();
        var open = new Queue<ShipmentStatus>([from]);
        while (open.TryDequeue(out var status))
        {
            foreach (var next in Enum.GetValues<ShipmentStatus>())
            {
                if (Table.Allows(status, next) && reached.Add(next))
                {
                    open.Enqueue(next);
                }
            }
        }

        return reached.Contains(to);
    }
}
