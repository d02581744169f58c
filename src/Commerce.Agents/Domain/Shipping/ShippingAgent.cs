using Commerce.Agents.Domain.Inventory;
using Commerce.Carriers;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>Sends orders: asks every carrier, takes the best, buys one label, and follows the parcel to its end.</summary>
/// <param name="carriers">The carriers.</param>
/// <param name="labels">Where labels are kept.</param>
/// <param name="options">The sender and the intervals.</param>
public sealed class ShippingAgent(CarrierManager carriers, ILabelStore labels, IOptions<ShippingOptions> options) :
    IHandle<OrderReadyToShip, OrderShipment>, IHandle<BuyLabel, OrderShipment>, IHandle<TrackShipment, OrderShipment>
{
    private const string LabelStep = "label";

    /// <inheritdoc/>
    public async Task HandleAsync(OrderReadyToShip message, AgentContext<OrderShipment> context, CancellationToken cancellationToken)
    {
        if (context.State.Choices.Count > 0)
        {
            return;
        }

        var handOver = DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime);
        var request = new RateRequest { Sender = options.Value.Sender!, Recipient = message.ShipTo, Parcels = message.Packages, ShipDate = handOver };
        var rates = await context.OnceAsync("quotes", _ => carriers.QuoteAsync(request, cancellationToken)).ConfigureAwait(false);
        var requirements = new SelectionRequirements { HandOver = handOver, RequiredBy = message.RequiredBy };
        if (!carriers.Choose(request, rates, requirements).TryGet(out var decision, out var refusal))
        {
            context.Publish(new NoCarrierAvailable(message.OrderId, refusal.Message));
            return;
        }

        context.State = new OrderShipment
        {
            Number = message.Number,
            Packages = message.Packages,
            ShipTo = message.ShipTo,
            Choices =
            [
                .. decision.Alternatives.Prepend(decision.Winner)
                    .DistinctBy(scored => (scored.Quote.Carrier, scored.Quote.Account))
                    .Select(scored => Choice(scored, requirements)),
            ],
        };
        var winner = decision.Winner.Quote;
        context.Publish(new CarrierSelected(message.OrderId, winner.Carrier, winner.Price, decision.Reason));
        context.Send(new BuyLabel(message.OrderId, 0));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(BuyLabel message, AgentContext<OrderShipment> context, CancellationToken cancellationToken)
    {
        if (context.State.Carrier is not null || context.State.ShipTo is null)
        {
            return;
        }

        var choice = context.State.Choices[message.Choice];
        var client = carriers.Get(choice.Account);
        try
        {
            var purchase = await context.OnceAsync(
                LabelStep,
                key => BuyAsync(client, choice, context.State, key, cancellationToken),
                client.Capabilities.Recovery,
                key => FindAsync(client, context.State, key, cancellationToken)).ConfigureAwait(false);
            if (purchase.Refusal is { } refusal)
            {
                GiveUp(message, choice, refusal, context);
                return;
            }

            var reason = message.Choice == 0 ? choice.Reason : $"next best, after {message.Choice} could not: {choice.Reason}";
            context.State = context.State with { Carrier = choice, TrackingNumber = purchase.TrackingNumber, Status = TrackingStatus.Created };
            context.Publish(new ShipmentCreated(
                message.OrderId, choice.Carrier, purchase.TrackingNumber!.Value, purchase.Price ?? choice.Price, reason, choice.Arrival));
            context.Schedule(new TrackShipment(message.OrderId), options.Value.TrackingInterval, "track");
        }
        catch (CommerceException exception) when (!exception.IsTransient && !exception.IsOutcomeUnknown)
        {
            GiveUp(message, choice, exception.Message, context);
        }
        catch (CommerceException exception) when (context.Message.Attempt >= options.Value.MaxTries)
        {
            // Only when it is sure that nothing was bought may another carrier get the parcel.
            if (exception.IsOutcomeUnknown && !await IsAbsentAsync(client, context.KeyOf(LabelStep), cancellationToken).ConfigureAwait(false))
            {
                throw;
            }

            GiveUp(message, choice, exception.Message, context);
        }
    }

    /// <inheritdoc/>
    public async Task HandleAsync(TrackShipment message, AgentContext<OrderShipment> context, CancellationToken cancellationToken)
    {
        if (context.State is not { Carrier: { } choice, TrackingNumber: { } number })
        {
            return;
        }

        TrackingReport? report = null;
        try
        {
            report = await carriers.Get(choice.Account).TrackAsync(
                new TrackingRequest { TrackingNumber = number, RecipientPostalCode = context.State.ShipTo!.Address.PostalCode },
                cancellationToken).ConfigureAwait(false);
        }
        catch (CommerceException exception) when (exception.IsTransient)
        {
            // The next look is never far.
        }

        if (report is not null && report.Status != context.State.Status)
        {
            context.State = context.State with { Status = report.Status };
            context.Publish(new ShipmentStatusChanged(message.OrderId, report.Status, report.DeliveredAt ?? LastOf(report) ?? context.Clock.GetUtcNow()));
        }

        if (context.State.Status is not { } status || !IsEnd(status))
        {
            context.Schedule(message, options.Value.TrackingInterval, "track");
        }
    }

    private static DateTimeOffset? LastOf(TrackingReport report) => report.Events.Count == 0 ? null : report.Events.Max(tracked => tracked.At);

    private static bool IsEnd(TrackingStatus status) =>
        status == TrackingStatus.Delivered || status == TrackingStatus.Returned || status == TrackingStatus.Lost || status == TrackingStatus.Cancelled;

    private static LabelSpecification LabelOf(ICarrierClient client) =>
        client.Capabilities.Labels.FirstOrDefault(label => label.Format == LabelFormat.Pdf)
        ?? client.Capabilities.Labels.FirstOrDefault(label => label.Format == LabelFormat.Zpl)
        ?? client.Capabilities.Labels[0];

    private static void GiveUp(BuyLabel message, CarrierChoice choice, string reason, AgentContext<OrderShipment> context)
    {
        context.Publish(new CarrierGivenUp(message.OrderId, choice.Carrier, reason));
        if (message.Choice + 1 < context.State.Choices.Count)
        {
            context.Send(new BuyLabel(message.OrderId, message.Choice + 1));
        }
        else
        {
            context.Publish(new NoCarrierAvailable(message.OrderId, $"No carrier is left; {choice.Carrier} was the last: {reason}"));
        }
    }

    private static CarrierChoice Choice(ScoredQuote scored, SelectionRequirements requirements) => new(
        scored.Quote.Carrier, scored.Quote.Account, scored.Quote.Service, scored.Quote.Price, scored.Reason, requirements.ArrivalOf(scored.Quote));

    private static async Task<bool> IsAbsentAsync(ICarrierClient client, OperationKey key, CancellationToken cancellationToken) =>
        client is IShipmentFinder finder
        && await finder.FindShipmentAsync(new FindShipmentRequest { Key = key, Label = LabelOf(client) }, cancellationToken).ConfigureAwait(false) is null;

    private async Task<LabelPurchase> BuyAsync(
        ICarrierClient client, CarrierChoice choice, OrderShipment order, OperationKey key, CancellationToken cancellationToken)
    {
        var outcome = await client.CreateShipmentAsync(
            new ShipmentRequest
            {
                Key = key,
                Service = choice.Service,
                Sender = options.Value.Sender!,
                Recipient = order.ShipTo!,
                Parcels = order.Packages,
                Reference = order.Number,
                Label = LabelOf(client),
            },
            cancellationToken).ConfigureAwait(false);
        return outcome.TryGet(out var shipment, out var refusal)
            ? await KeepAsync(order, shipment, cancellationToken).ConfigureAwait(false)
            : new LabelPurchase(null, Refusal: refusal.Message);
    }

    private async Task<LabelPurchase?> FindAsync(ICarrierClient client, OrderShipment order, OperationKey key, CancellationToken cancellationToken)
    {
        var shipment = client is IShipmentFinder finder
            ? await finder.FindShipmentAsync(new FindShipmentRequest { Key = key, Label = LabelOf(client) }, cancellationToken).ConfigureAwait(false)
            : null;
        return shipment is null ? null : await KeepAsync(order, shipment, cancellationToken).ConfigureAwait(false);
    }

    private async Task<LabelPurchase> KeepAsync(OrderShipment order, Shipment shipment, CancellationToken cancellationToken)
    {
        for (var i = 0; i < shipment.Documents.Count; i++)
        {
            var document = shipment.Documents[i];
            var number = document.TrackingNumber ?? shipment.Parcels[Math.Min(i, shipment.Parcels.Count - 1)].TrackingNumber;
            await labels.SaveAsync($"{order.Number}-{number}.{document.Format}", document.Content, cancellationToken).ConfigureAwait(false);
        }

        return new LabelPurchase(shipment.TrackingNumber, shipment.Price);
    }
}
