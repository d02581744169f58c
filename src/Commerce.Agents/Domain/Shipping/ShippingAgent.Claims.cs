using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <content>Claims what was damaged, lost or late.</content>
public sealed partial class ShippingAgent : IHandle<FileClaim, OrderShipment>, IHandle<ResolveClaim, OrderShipment>
{
    /// <inheritdoc/>
    public async Task HandleAsync(FileClaim message, AgentContext<OrderShipment> context, CancellationToken cancellationToken)
    {
        var key = ShippingKeys.Part(message.OrderId, message.Part);
        var shipment = context.State;
        if (shipment is not { HasLabel: true, Carrier: { } choice, ShipmentId: { } shipmentId })
        {
            context.Reply(Answer.Refused(key, NoLabel(key)));
            return;
        }

        var now = context.Clock.GetUtcNow();
        var included = options.Value.InsuranceOf(choice.Carrier);
        var refusals = CarrierClaims.Check(message, shipment, included, options.Value.ClaimWindow, now);
        if (refusals.Count > 0)
        {
            context.Reply(Answer.Refused(key, refusals));
            return;
        }

        var claims = context.Repository<CarrierClaim>();
        var kind = message.Kind;
        if (await claims.CountAsync(claim => claim.ShipmentId == shipmentId && claim.Kind == kind).ConfigureAwait(false) > 0)
        {
            context.Reply(Answer.Refused(key, new Refusal(RefusalCode.Duplicate, $"A claim for {kind} was filed for {key}: it can be filed once.") { Field = nameof(message.Kind) }));
            return;
        }

        var claim = new CarrierClaim
        {
            Id = context.NewId(),
            ShipmentId = shipmentId,
            OrderId = message.OrderId,
            Part = message.Part,
            Carrier = choice.Carrier,
            TrackingNumber = shipment.TrackingNumber!.Value,
            Kind = kind,
            Evidence = message.Evidence,
            Amount = CarrierClaims.AmountOf(message.Value, shipment, included)!.Value,
            FiledAt = now,
        };
        await claims.CreateAsync(claim).ConfigureAwait(false);
        context.Publish(new CarrierClaimFiled(message.OrderId, claim.Id, claim.Carrier, kind, claim.Amount, message.Part));
        if (kind == CarrierClaimKind.Loss && !ShipmentTransitions.IsEnd(shipment.Status!.Value))
        {
            var after = shipment with { Status = ShipmentStatus.Lost, Word = TrackingStatus.Lost, StatusAt = now, LostReviewAt = null };
            await ChangeAsync(message.OrderId, message.Part, after, context).ConfigureAwait(false);
        }

        context.Reply(Answer.Done(claim.Id.ToString()));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ResolveClaim message, AgentContext<OrderShipment> context, CancellationToken cancellationToken)
    {
        var id = message.ClaimId.ToString();
        var claims = context.Repository<CarrierClaim>();
        var known = await claims.FindAsync(message.ClaimId).ConfigureAwait(false);
        if (known is not { Value: { } claim } || claim.OrderId != message.OrderId || claim.Part != message.Part)
        {
            context.Reply(Answer.Refused(id, new Refusal(RefusalCode.NotFound, $"{ShippingKeys.Part(message.OrderId, message.Part)} has no claim {id}.") { Field = nameof(message.ClaimId) }));
            return;
        }

        var status = message.IsAccepted ? CarrierClaimStatus.Accepted : CarrierClaimStatus.Rejected;
        var refusals = new Refusals();
        if (CarrierClaimTransitions.Table.Refuse(claim.Status, status) is { } refusal)
        {
            refusals.Add(refusal);
        }

        if (message is { IsAccepted: true, Amount: { } paid } && (paid.Currency != claim.Amount.Currency || paid.Amount <= 0 || paid.Amount > claim.Amount.Amount))
        {
            refusals.Add(RefusalCode.AmountExceeded, nameof(message.Amount), $"Amount is {paid}: give above 0, up to {claim.Amount}.");
        }

        refusals.Require(
            message.IsAccepted || message.Amount is null or { Amount: 0 }, nameof(message.Amount), $"Amount is {message.Amount}: a claim that is refused pays nothing.");
        if (!refusals.Any)
        {
            var settled = message.IsAccepted ? message.Amount ?? claim.Amount : new Money(0, claim.Amount.Currency);
            await claims.UpdateAsync(claim with { Status = status, Settled = settled, ResolvedAt = context.Clock.GetUtcNow() }, known.Version).ConfigureAwait(false);
            context.Publish(new CarrierClaimResolved(message.OrderId, claim.Id, claim.Carrier, message.IsAccepted, settled, message.Part));
        }

        context.Reply(refusals.Answer(id));
    }
}
