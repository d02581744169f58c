using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <content>Buys and voids labels.</content>
public sealed partial class ShippingAgent : IHandle<BuyLabel, OrderShipment>, IHandle<VoidLabel, OrderShipment>, IHandle<StopShipment, OrderShipment>
{

    /// <inheritdoc/>
    public async Task HandleAsync(BuyLabel message, AgentContext<OrderShipment> context, CancellationToken cancellationToken)
    {
        var shipment = context.State;
        if (shipment is { Carrier: { } carrier, HasLabel: true })
        {
            context.Reply(new LabelAnswer(carrier.Carrier, shipment.TrackingNumber, shipment.Labels, []));
            return;
        }

        if (Objection(message, shipment) is { } objection)
        {
            Refuse(objection, context);
            return;
        }

        var choice = shipment.Choices[message.Choice];
        var client = carriers.Get(choice.Account);
        var purchase = await _desk.BuyAsync(
            context, client, shipment.Number, options.Value.MaxTries, key => BuyAsync(client, choice, shipment, key, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (purchase.Refusal is { } refusal)
        {
            GiveUp(message, choice, refusal, context);
        }
        else
        {
            await BoughtAsync(message, choice, purchase, context).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async Task HandleAsync(VoidLabel message, AgentContext<OrderShipment> context, CancellationToken cancellationToken)
    {
        var key = ShippingKeys.Part(message.OrderId, message.Part);
        if (!Refusals.IsText(message.Reason, MaxReason))
        {
            context.Reply(Answer.Refused(key, Refusals.Invalid(nameof(message.Reason), $"Reason has {message.Reason?.Length ?? 0} characters: give 1 to {MaxReason}.")));
            return;
        }

        var refusal = await VoidAsync(message.OrderId, message.Part, message.Reason, context, cancellationToken).ConfigureAwait(false);
        context.Reply(refusal is null ? Answer.Done(key) : Answer.Refused(key, refusal));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(StopShipment message, AgentContext<OrderShipment> context, CancellationToken cancellationToken)
    {
        context.State = context.State with { IsStopped = true };
        if (context.State.HasLabel
            && await VoidAsync(message.OrderId, message.Part, message.Reason, context, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            context.Publish(new ShipmentNotStopped(message.OrderId, refusal.Message, message.Part));
        }
    }

    private static Refusal? Objection(BuyLabel message, OrderShipment shipment)
    {
        var key = ShippingKeys.Part(message.OrderId, message.Part);
        if (shipment.IsStopped || shipment.Status == ShipmentStatus.Cancelled)
        {
            return new Refusal(RefusalCode.InvalidTransition, $"The shipment of {key} was cancelled: choose a carrier again if it is to be sent.") { Field = nameof(message.OrderId) };
        }

        if (shipment.ShipTo is null || shipment.Choices.Count == 0)
        {
            return new Refusal(RefusalCode.NotFound, $"No carrier is chosen for {key}: wait until it is packed, or choose one.") { Field = nameof(message.OrderId) };
        }

        return message.Choice >= 0 && message.Choice < shipment.Choices.Count
            ? null
            : Refusals.Invalid(nameof(message.Choice), $"Choice is {message.Choice}: give 0 to {shipment.Choices.Count - 1}.");
    }

    private static void Refuse(Refusal refusal, AgentContext<OrderShipment> context) => context.Reply(new LabelAnswer(null, null, [], [refusal]));

    private static void GiveUp(BuyLabel message, CarrierChoice choice, string reason, AgentContext<OrderShipment> context)
    {
        context.Publish(new CarrierGivenUp(message.OrderId, choice.Carrier, reason, message.Part));
        Refuse(new Refusal(RefusalCode.ExternalRejected, $"{choice.Carrier} sold no label; the next carrier is tried, if one is left."), context);
        if (message.Choice + 1 < context.State.Choices.Count)
        {
            context.Send(message with { Choice = message.Choice + 1 });
        }
        else
        {
            context.State = context.State with { IsGivenUp = true };
            context.Publish(new NoCarrierAvailable(
                message.OrderId, $"No carrier is left; {choice.Carrier} was the last: {reason}", message.Part));
        }
    }

    private async Task BoughtAsync(BuyLabel message, CarrierChoice choice, LabelPurchase purchase, AgentContext<OrderShipment> context)
    {
        var reason = message.Choice == 0 ? choice.Reason : $"next best, after {message.Choice} could not: {choice.Reason}";
        var (number, cost, id) = (purchase.TrackingNumber!.Value, purchase.Price ?? choice.Price, new ShipmentId(context.NewId()));
        context.State = context.State with
        {
            Carrier = choice,
            ShipmentId = id,
            CarrierShipmentId = purchase.CarrierShipmentId,
            TrackingNumber = number,
            Cost = cost,
            Labels = purchase.Labels,
            BoughtAt = context.Clock.GetUtcNow(),
            Status = ShipmentStatus.Created,
            Word = TrackingStatus.Created,
        };
        await KeepAsync(message.OrderId, message.Part, context).ConfigureAwait(false);
        context.Publish(new ShipmentCreated(message.OrderId, choice.Carrier, number, cost, reason, choice.Arrival, message.Part)
        {
            ShipmentId = id,
            Service = choice.Service,
            Labels = purchase.Labels,
        });
        context.Send(new LinkTrackingNumber(choice.Carrier, number, message.OrderId, message.Part));
        context.Schedule(new TrackShipment(message.OrderId, message.Part), options.Value.TrackingInterval, TrackTimer);
        if (choice.Arrival is { } promised)
        {
            context.ScheduleAt(new CheckDelay(message.OrderId, message.Part), ShipmentDelay.EndOf(promised, options.Value.Zone()), DelayTimer);
        }

        context.Reply(new LabelAnswer(choice.Carrier, number, purchase.Labels, []));
    }

    private Task<Outcome<Shipment>> BuyAsync(
        ICarrierClient client, CarrierChoice choice, OrderShipment shipment, OperationKey key, CancellationToken cancellationToken) =>
        client.CreateShipmentAsync(
            new ShipmentRequest
            {
                Key = key,
                Service = choice.Service,
                Sender = options.Value.SenderOf(shipment.Warehouse),
                Recipient = shipment.ShipTo!,
                Parcels = shipment.Packages,
                Reference = shipment.Number,
                Options = shipment.Requirements.Options,
                Label = LabelDesk.LabelOf(client),
            },
            cancellationToken);

    private async Task<Refusal?> VoidAsync(OrderId orderId, int part, string reason, AgentContext<OrderShipment> context, CancellationToken cancellationToken)
    {
        var shipment = context.State;
        if (shipment is not { Carrier: { } choice, CarrierShipmentId: { } id, Status: { } status })
        {
            return new Refusal(RefusalCode.NotFound, $"{ShippingKeys.Part(orderId, part)} has no label: there is nothing to void.") { Field = nameof(VoidLabel.OrderId) };
        }

        if (status == ShipmentStatus.Cancelled)
        {
            return null;
        }

        if (ShipmentTransitions.Table.Refuse(status, ShipmentStatus.Cancelled) is { } refusal)
        {
            return refusal;
        }

        var client = carriers.Get(choice.Account);
        var support = client.Capabilities.Supports(CarrierFeature.Void);
        if (client is not IShipmentVoider voider || !support.IsSupported)
        {
            return new Refusal(RefusalCode.NotSupported, $"{choice.Carrier} voids no labels: {support.Reason ?? "its API has no such call"}. Ask it in person.");
        }

        try
        {
            var answer = await context.OnceAsync("void", _ => VoidAsync(voider, id, cancellationToken)).ConfigureAwait(false);
            if (answer.Refusal is { } said)
            {
                return new Refusal(RefusalCode.ExternalRejected, $"{choice.Carrier} does not void the label: {said}");
            }
        }
        catch (CommerceException exception) when (!exception.IsTransient || context.Message.Attempt >= options.Value.MaxTries)
        {
            return new Refusal(RefusalCode.ExternalUnavailable, $"{choice.Carrier} could not be asked to void the label ({exception.Kind}): try again later.");
        }

        var now = context.Clock.GetUtcNow();
        var after = shipment with { Status = ShipmentStatus.Cancelled, Word = TrackingStatus.Cancelled, StatusAt = now };
        await ChangeAsync(orderId, part, after.Noting(now, $"voided: {reason}"), context).ConfigureAwait(false);
        return null;
    }

    private static async Task<LabelVoid> VoidAsync(IShipmentVoider voider, CarrierShipmentId id, CancellationToken cancellationToken)
    {
        var outcome = await voider.VoidAsync(new VoidRequest { ShipmentId = id }, cancellationToken).ConfigureAwait(false);
        return outcome.TryGet(out var confirmation, out var refusal)
            ? new LabelVoid(confirmation.IsComplete ? null : "some of its parcels could not be cancelled and will be charged.")
            : new LabelVoid(refusal.Message);
    }
}
