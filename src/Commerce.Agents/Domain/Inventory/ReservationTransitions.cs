namespace Commerce.Agents.Domain.Inventory;

/// <summary>Which step of a reservation may follow which. One that has ended may be asked for anew: an order that is paid for at the second try.</summary>
public static class ReservationTransitions
{
    /// <summary>Gets the table.</summary>
    public static Transitions<ReservationStatus> Table { get; } = new("reservation", new Dictionary<ReservationStatus, ReservationStatus[]>
    {
        [ReservationStatus.None] = [ReservationStatus.Requested],
        [ReservationStatus.Requested] = [ReservationStatus.Active, ReservationStatus.Refused, ReservationStatus.Waiting, ReservationStatus.Released],
        [ReservationStatus.Waiting] = [ReservationStatus.Active, ReservationStatus.Released],
        [ReservationStatus.Active] = [ReservationStatus.Fulfilled, ReservationStatus.Released, ReservationStatus.Expired],
        [ReservationStatus.Refused] = [ReservationStatus.Requested],
        [ReservationStatus.Released] = [ReservationStatus.Requested],
        [ReservationStatus.Expired] = [ReservationStatus.Requested],
    });
}
