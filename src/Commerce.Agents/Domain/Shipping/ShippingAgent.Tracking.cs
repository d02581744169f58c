using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <content>Follows parcels: where they are, whether they are late, whether they are lost.</content>
public sealed partial class ShippingAgent :
    IHandle<TrackShipment, OrderShipment>, IHandle<RecordTracking, OrderShipment>, IHandle<CheckDelay, OrderShipment>,
    IHandle<ForceShipmentStatus, OrderShipment>, IHandle<EscalateToCarrier, OrderShipment>
{
    private const string TrackTimer = "track";
    private const string DelayTimer = "delay";

    /// <inheritdoc/>
    public async Task HandleAsync(TrackShipment message, AgentContext<OrderShipment> context, CancellationToken cancellationToken)
    {
        if (context.State is not { BoughtAt: { } boughtAt, Status: { } status } || ShipmentTransitions.IsEnd(status))
        {
            return;
        }

        var now = context.Clock.GetUtcNow();
        if (now - boughtAt >= options.Value.TrackingTime)
        {
            var days = options.Value.TrackingTime.TotalDays;
            await OpenLostReviewAsync(message.OrderId, message.Part, $"It has not arrived within {days:0.##} days and is not looked for any more.", context)
                .ConfigureAwait(false);
            return;
        }

        var interval = context.State.DelayedAt is null ? options.Value.TrackingInterval : options.Value.DelayedTrackingInterval;
        if (context.State.PushedAt is not { } pushedAt || now - pushedAt >= interval)
        {
            await LookAsync(message.OrderId, message.Part, context, cancellationToken).ConfigureAwait(false);
        }

        if (ShipmentTransitions.IsEnd(context.State.Status!.Value))
        {
            return;
        }

        var silence = IsDomestic(context.State) ? options.Value.DomesticSilence : options.Value.InternationalSilence;
        if (context.State.LostReviewAt is null && now - HeardAt(context.State) >= silence)
        {
            await OpenLostReviewAsync(message.OrderId, message.Part, $"Nothing was heard of it for {silence.TotalDays:0.##} days.", context).ConfigureAwait(false);
        }

        context.Schedule(message, interval, TrackTimer);
    }

    /// <inheritdoc/>
    public async Task HandleAsync(RecordTracking message, AgentContext<OrderShipment> context, CancellationToken cancellationToken)
    {
        // A label that was voided and bought again has another number.
        if (context.State.TrackingNumber != message.TrackingNumber)
        {
            return;
        }

        var now = context.Clock.GetUtcNow();
        await ChangeAsync(
            message.OrderId, message.Part, ShipmentProgress.Apply(context.State, message.Events, now) with { PushedAt = now }, context).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task HandleAsync(CheckDelay message, AgentContext<OrderShipment> context, CancellationToken cancellationToken)
    {
        var now = context.Clock.GetUtcNow();
        if (context.State is not { Carrier.Arrival: { } promised, Status: { } status, BoughtAt: { } boughtAt }
            || ShipmentTransitions.IsEnd(status) || now - boughtAt >= options.Value.TrackingTime)
        {
            return;
        }

        // It may have arrived since the last look: nobody is told of a delay that was none.
        await LookAsync(message.OrderId, message.Part, context, cancellationToken).ConfigureAwait(false);
        if (ShipmentTransitions.IsEnd(context.State.Status!.Value))
        {
            return;
        }

        context.Schedule(message, options.Value.DelayInterval, DelayTimer);
        if (!ShipmentDelay.IsUnderWay(context.State))
        {
            return;
        }

        var late = now - ShipmentDelay.EndOf(promised, options.Value.Zone());
        DateOnly? estimate = context.State.EstimatedDelivery is { } expected ? LocalDay(expected) : null;
        context.Publish(new ShipmentDelayed(
            message.OrderId, promised, (int)late.TotalHours, ShipmentDelay.NewEta(estimate, LocalDay(now)), message.Part)
        {
            ShipmentId = context.State.ShipmentId,
        });
        if (context.State.DelayedAt is null)
        {
            context.State = context.State with { DelayedAt = now };
            context.Schedule(new TrackShipment(message.OrderId, message.Part), options.Value.DelayedTrackingInterval, TrackTimer);
        }

        if (late >= options.Value.EscalateAfter && context.State.EscalatedAt is null)
        {
            Escalate(message.OrderId, message.Part, $"It is {(int)late.TotalHours} hours late.", context);
        }

        await KeepAsync(message.OrderId, message.Part, context).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ForceShipmentStatus message, AgentContext<OrderShipment> context, CancellationToken cancellationToken)
    {
        var key = ShippingKeys.Part(message.OrderId, message.Part);
        var refusals = new Refusals();
        refusals.RequireText(message.Reason, MaxReason, nameof(message.Reason));
        refusals.Require(Enum.IsDefined(message.Status), nameof(message.Status), $"Status is {message.Status}: give one of {string.Join(", ", Enum.GetNames<ShipmentStatus>())}.");
        if (context.State.Status is null)
        {
            refusals.Add(NoLabel(key));
        }

        if (!refusals.Any)
        {
            var now = context.Clock.GetUtcNow();
            var after = context.State with
            {
                Status = message.Status,
                Word = ShipmentProgress.WordOf(message.Status),
                StatusAt = now,
                DeliveredAt = message.Status == ShipmentStatus.Delivered ? context.State.DeliveredAt ?? now : null,
                LostReviewAt = null,
            };
            after = after.Noting(now, $"set from {context.State.Status} to {message.Status}: {message.Reason}");
            await ChangeAsync(message.OrderId, message.Part, after, context).ConfigureAwait(false);
            if (!ShipmentTransitions.IsEnd(message.Status))
            {
                context.Schedule(new TrackShipment(message.OrderId, message.Part), options.Value.TrackingInterval, TrackTimer);
            }
        }

        context.Reply(refusals.Answer(key));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(EscalateToCarrier message, AgentContext<OrderShipment> context, CancellationToken cancellationToken)
    {
        var key = ShippingKeys.Part(message.OrderId, message.Part);
        var refusals = new Refusals();
        refusals.RequireText(message.Reason, MaxReason, nameof(message.Reason));
        if (!context.State.HasLabel)
        {
            refusals.Add(NoLabel(key));
        }

        if (!refusals.Any)
        {
            Escalate(message.OrderId, message.Part, message.Reason, context);
            await KeepAsync(message.OrderId, message.Part, context).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(key));
    }

    private static Refusal NoLabel(string key) =>
        new(RefusalCode.NotFound, $"{key} has no label: nothing of it is on its way.") { Field = nameof(TrackShipment.OrderId) };

    private static DateTimeOffset HeardAt(OrderShipment shipment) => shipment.Events.Select(static happened => happened.At).Append(shipment.BoughtAt!.Value).Max();

    private static bool HasNoNews(CommerceException exception) =>
        exception.IsTransient || exception.Kind is CommerceErrorKind.NotFound or CommerceErrorKind.Protocol;

    private static IReadOnlyList<TrackingEvent> EventsOf(TrackingReport report, OrderShipment shipment, DateTimeOffset now)
    {
        var isSilent = report.Status == shipment.Word || report.Events.Any(static happened => happened.Status is not null);
        return isSilent
            ? report.Events
            : [new TrackingEvent { At = report.DeliveredAt ?? now, Code = report.Status.Value, Description = "", Status = report.Status }, .. report.Events];
    }

    private static void Escalate(OrderId orderId, int part, string reason, AgentContext<OrderShipment> context)
    {
        var shipment = context.State;
        context.State = shipment with { EscalatedAt = shipment.EscalatedAt ?? context.Clock.GetUtcNow() };
        context.Publish(new CarrierEscalated(orderId, shipment.Carrier!.Carrier, shipment.TrackingNumber!.Value, reason, part));
    }

    private bool IsDomestic(OrderShipment shipment) =>
        options.Value.SenderOf(shipment.Warehouse).Address.Country == shipment.ShipTo!.Address.Country;

    private async Task LookAsync(OrderId orderId, int part, AgentContext<OrderShipment> context, CancellationToken cancellationToken)
    {
        var shipment = context.State;
        TrackingReport? report;
        try
        {
            report = await carriers.Get(shipment.Carrier!.Account).TrackAsync(
                new TrackingRequest { TrackingNumber = shipment.TrackingNumber!.Value, RecipientPostalCode = shipment.ShipTo!.Address.PostalCode },
                cancellationToken).ConfigureAwait(false);
        }
        catch (CommerceException exception) when (HasNoNews(exception))
        {
            // The next look is never far.
            return;
        }

        if (report is null)
        {
            return;
        }

        var now = context.Clock.GetUtcNow();
        var after = ShipmentProgress.Apply(shipment, EventsOf(report, shipment, now), now) with
        {
            EstimatedDelivery = report.EstimatedDelivery ?? shipment.EstimatedDelivery,
        };
        if (after.Status == ShipmentStatus.Delivered && report.DeliveredAt is { } deliveredAt)
        {
            after = after with { DeliveredAt = deliveredAt };
        }

        await ChangeAsync(orderId, part, after, context).ConfigureAwait(false);
    }

    private static async Task OpenLostReviewAsync(OrderId orderId, int part, string reason, AgentContext<OrderShipment> context)
    {
        var shipment = context.State;
        context.State = shipment with { LostReviewAt = shipment.LostReviewAt ?? context.Clock.GetUtcNow() };
        context.Publish(new LostReviewOpened(orderId, shipment.Carrier!.Carrier, shipment.TrackingNumber!.Value, HeardAt(shipment), reason, part));
        await KeepAsync(orderId, part, context).ConfigureAwait(false);
    }
}
