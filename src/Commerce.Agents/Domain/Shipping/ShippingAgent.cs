using Commerce.Agents.Domain.Inventory;
using Commerce.Carriers;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>Sends orders, part by part: asks every carrier, takes the best, buys one label, and follows the parcel to its end.</summary>
/// <param name="carriers">The carriers.</param>
/// <param name="labels">Where labels are kept.</param>
/// <param name="options">The senders, the intervals and the limits.</param>
/// <param name="selection">How carriers are compared.</param>
public sealed partial class ShippingAgent(
    CarrierManager carriers, ILabelStore labels, IOptions<ShippingOptions> options, IOptions<CarrierManagerOptions> selection) :
    IHandle<OrderReadyToShip, OrderShipment>, IHandle<SelectCarrier, OrderShipment>
{
    private const int MaxReason = 500;
    private const int ToldAlternatives = 3;

    private readonly LabelDesk _desk = new(labels);

    /// <inheritdoc/>
    public async Task HandleAsync(OrderReadyToShip message, AgentContext<OrderShipment> context, CancellationToken cancellationToken)
    {
        if (context.State is { ShipTo: not null, IsGivenUp: false })
        {
            return;
        }

        context.State = context.State with
        {
            Number = message.Number,
            Warehouse = message.Warehouse,
            Packages = message.Packages,
            ShipTo = message.ShipTo,
            IsGivenUp = false,
            Requirements = new CarrierRequirements { RequiredBy = message.RequiredBy },
        };
        if (!context.State.IsStopped)
        {
            await SelectAsync(message.OrderId, message.Part, context, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async Task HandleAsync(SelectCarrier message, AgentContext<OrderShipment> context, CancellationToken cancellationToken)
    {
        var key = ShippingKeys.Part(message.OrderId, message.Part);
        var refusals = new Refusals();
        var shipment = context.State;
        if (shipment.ShipTo is null)
        {
            refusals.Add(RefusalCode.NotFound, nameof(message.OrderId), $"The part {key} is not packed: it is sent when it is.");
        }
        else if (shipment.IsStopped)
        {
            refusals.Add(RefusalCode.InvalidTransition, nameof(message.OrderId), $"The order of {key} was cancelled: nothing is sent.");
        }
        else if (shipment.HasLabel)
        {
            refusals.Add(RefusalCode.Duplicate, nameof(message.OrderId), $"The part {key} has a label of {shipment.Carrier!.Carrier}: void it first.");
        }

        if (refusals.Any)
        {
            context.Reply(refusals.Answer(key));
            return;
        }

        // Nothing of a voided shipment is left in the next one.
        context.State = new OrderShipment
        {
            Number = shipment.Number,
            Warehouse = shipment.Warehouse,
            Packages = shipment.Packages,
            ShipTo = shipment.ShipTo,
            Requirements = message.Requirements,
            Notes = shipment.Notes,
        };
        var refusal = await SelectAsync(message.OrderId, message.Part, context, cancellationToken).ConfigureAwait(false);
        context.Reply(refusal is null ? Answer.Done(key) : Answer.Refused(key, refusal));
    }

    private static CarrierChoice Choice(ScoredQuote scored, SelectionRequirements requirements) => new(
        scored.Quote.Carrier, scored.Quote.Account, scored.Quote.Service, scored.Quote.Price, scored.Reason, requirements.ArrivalOf(scored.Quote));

    private async Task<Refusal?> SelectAsync(OrderId orderId, int part, AgentContext<OrderShipment> context, CancellationToken cancellationToken)
    {
        var (shipment, wanted) = (context.State, context.State.Requirements);
        var handOver = Today(context);
        var request = new RateRequest
        {
            Sender = options.Value.SenderOf(shipment.Warehouse),
            Recipient = shipment.ShipTo!,
            Parcels = shipment.Packages,
            ShipDate = handOver,
            Options = wanted.Options,
        };
        var rates = await context.OnceAsync("quotes", _ => carriers.QuoteAsync(request, cancellationToken)).ConfigureAwait(false);
        var measured = await MeasuredAsync(new Lane(request.Sender.Address.Country, request.Recipient.Address.Country), context).ConfigureAwait(false);
        var requirements = new SelectionRequirements
        {
            HandOver = handOver,
            RequiredBy = wanted.RequiredBy,
            MinLevel = wanted.MinLevel,
            AllowServiceFallback = wanted.AllowServiceFallback,
            Performance = quote => measured.GetValueOrDefault((quote.Carrier, quote.Service)),
        };
        if (!carriers.Choose(request, rates, requirements).TryGet(out var decision, out var refusal))
        {
            context.State = shipment with { IsGivenUp = true };
            context.Publish(new NoCarrierAvailable(orderId, refusal.Message, part));
            return refusal;
        }

        context.State = shipment with
        {
            Choices =
            [
                .. decision.Alternatives.Prepend(decision.Winner)
                    .DistinctBy(scored => (scored.Quote.Carrier, scored.Quote.Account))
                    .Select(scored => Choice(scored, requirements)),
            ],
        };
        await TellAsync(orderId, part, decision, requirements, context).ConfigureAwait(false);
        context.Send(new BuyLabel(orderId, 0, part));
        return null;
    }

    private async Task TellAsync(OrderId orderId, int part, CarrierDecision decision, SelectionRequirements requirements, AgentContext<OrderShipment> context)
    {
        var (winner, weights) = (decision.Winner, selection.Value.Selection);
        DecisionPart[] components =
            [new("on-time", winner.OnTimeComponent, weights.OnTimeWeight), new("price", winner.PriceComponent, weights.PriceWeight)];
        context.Publish(new CarrierSelected(orderId, winner.Quote.Carrier, winner.Quote.Price, decision.Reason, part)
        {
            Service = winner.Quote.Service,
            OnTimeRate = winner.OnTimeRate,
            Score = winner.Score,
            Components = components,
            Alternatives = [.. decision.Alternatives.Take(ToldAlternatives).Select(scored => Choice(scored, requirements))],
        });

        // What did not pass counts nothing, and is told all the same.
        var rejected = decision.Rejected.Select(static one => new DecisionPart($"left out: {one.Quote.Carrier} {one.Quote.Service}, {one.Reason}", 0, 0));
        await context.KeepDecisionAsync(
            "carrier", ShippingKeys.Part(orderId, part), $"{winner.Quote.Carrier} {winner.Quote.Service}", decision.Reason, winner.Score,
            [.. components, .. rejected]).ConfigureAwait(false);
    }

    private async Task<Dictionary<(CarrierCode, CarrierService), CarrierPerformance>> MeasuredAsync(Lane lane, AgentContext<OrderShipment> context)
    {
        var (origin, destination) = (lane.Origin, lane.Destination);
        var records = await context.Repository<LaneRecord>()
            .AllAsync(record => record.Origin == origin && record.Destination == destination).ConfigureAwait(false);
        var oldest = context.Clock.GetUtcNow() - options.Value.PerformanceWindow;
        return records.Where(record => record.UpdatedAt >= oldest)
            .ToDictionary(static record => (record.Carrier, record.Service), static record => record.ToPerformance());
    }

    private DateOnly Today(AgentContext context) => LocalDay(context.Clock.GetUtcNow());

    private DateOnly LocalDay(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, options.Value.Zone()).DateTime);
}
