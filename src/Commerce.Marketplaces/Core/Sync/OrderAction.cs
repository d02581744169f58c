using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Commerce.Marketplaces.Sync;

/// <summary>Something that a marketplace is to be told about an order: kept before it is sent, and until it is known to be there.</summary>
public sealed record OrderAction
{
    /// <summary>Gets the account.</summary>
    public required string Account { get; init; }

    /// <summary>Gets the order.</summary>
    public required MarketplaceOrderId OrderId { get; init; }

    /// <summary>Gets the name of the action within its order: planning the same name twice is one action. 1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Gets which action it is.</summary>
    public required OrderActionKind Kind { get; init; }

    /// <summary>Gets the decision of a <see cref="OrderActionKind.Decide"/>.</summary>
    public OrderDecision? Decision { get; init; }

    /// <summary>Gets the cancellation of a <see cref="OrderActionKind.Cancel"/>.</summary>
    public CancelOrderRequest? Cancellation { get; init; }

    /// <summary>Gets the parcels of a <see cref="OrderActionKind.Ship"/>.</summary>
    public ShipOrderRequest? Shipment { get; init; }

    /// <summary>Gets how far it is.</summary>
    public OrderActionState State { get; init; }

    /// <summary>Gets the number of this writing, from 1 on: a store refuses one that does not follow its own.</summary>
    public long Version { get; init; } = 1;

    /// <summary>Gets how often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>Gets before when it is not tried.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>Gets why the marketplace, or the last attempt, said no. No personal data.</summary>
    public string? Refusal { get; init; }

    /// <summary>Plans a decision.</summary>
    /// <param name="account">The account.</param>
    /// <param name="decision">The decision.</param>
    /// <returns>The action, named <c>decide</c>: an order is decided once.</returns>
    public static OrderAction Decide(string account, OrderDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return new OrderAction { Account = account, OrderId = decision.OrderId, Name = "decide", Kind = OrderActionKind.Decide, Decision = decision };
    }

    /// <summary>Plans a cancellation.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellation">The cancellation.</param>
    /// <returns>The action, named <c>cancel</c> and the lines.</returns>
    public static OrderAction Cancel(string account, CancelOrderRequest cancellation)
    {
        ArgumentNullException.ThrowIfNull(cancellation);
        return new OrderAction
        {
            Account = account,
            OrderId = cancellation.OrderId,
            Name = string.Join(' ', ["cancel", .. cancellation.Lines.Select(static line => line.LineId.Value)]),
            Kind = OrderActionKind.Cancel,
            Cancellation = cancellation,
        };
    }

    /// <summary>Plans to tell parcels.</summary>
    /// <param name="account">The account.</param>
    /// <param name="shipment">The parcels.</param>
    /// <returns>The action, named <c>ship</c> and the keys of the parcels.</returns>
    public static OrderAction Ship(string account, ShipOrderRequest shipment)
    {
        ArgumentNullException.ThrowIfNull(shipment);
        return new OrderAction
        {
            Account = account,
            OrderId = shipment.OrderId,
            Name = string.Join(' ', ["ship", .. shipment.Parcels.Select(static parcel => parcel.Key)]),
            Kind = OrderActionKind.Ship,
            Shipment = shipment,
        };
    }

    [SuppressMessage("CodeQuality", "IDE0051", Justification = "The record's ToString calls it.")]
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Account = ").Append(Account).Append(", OrderId = ").Append(OrderId)
            .Append(", Name = ").Append(Name).Append(", State = ").Append(State);
        return true;
    }
}
