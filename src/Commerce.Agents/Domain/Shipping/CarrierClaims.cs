using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>What may be claimed from a carrier. Pure functions.</summary>
public static class CarrierClaims
{
    private const int MaxEvidence = 20;
    private const int MaxName = 200;

    /// <summary>Judges a claim before it is filed.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="shipment">What it is about, with its label.</param>
    /// <param name="included">What the carrier insures without being asked; nothing when it does not.</param>
    /// <param name="window">How long after delivery claims are taken.</param>
    /// <param name="now">When it is filed.</param>
    /// <returns>Every objection; none when it can be filed.</returns>
    public static IReadOnlyList<Refusal> Check(FileClaim claim, OrderShipment shipment, Money? included, TimeSpan window, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(shipment);
        var refusals = new Refusals();
        var evidence = claim.Evidence;
        refusals.Require(
            evidence.Count <= MaxEvidence && evidence.All(static name => Refusals.IsText(name, MaxName)),
            nameof(claim.Evidence), $"Evidence has {evidence.Count} names: give up to {MaxEvidence}, each of 1 to {MaxName} characters.");
        refusals.Require(
            claim.Kind != CarrierClaimKind.Damage || evidence.Count > 0, nameof(claim.Evidence), "Evidence is empty: damage needs a photograph or a report.");
        if (Objection(claim.Kind, shipment) is { } objection)
        {
            refusals.Add(RefusalCode.PolicyViolation, nameof(claim.Kind), objection);
        }

        if (now - shipment.DeliveredAt > window)
        {
            refusals.Add(
                RefusalCode.WindowExpired, nameof(claim.Kind),
                $"It was delivered on {shipment.DeliveredAt:yyyy-MM-dd}: carriers take claims for {window.TotalDays:0.##} days.");
        }

        CheckAmount(claim, shipment, included, refusals);
        return refusals.List;
    }

    /// <summary>Finds what can be claimed: the smallest of the value that is claimed, the declared and the insured value.</summary>
    /// <param name="value">What is claimed; the declared value when not given.</param>
    /// <param name="shipment">The shipment.</param>
    /// <param name="included">What the carrier insures without being asked.</param>
    /// <returns>The amount; nothing when a value is missing or in another currency.</returns>
    public static Money? AmountOf(Money? value, OrderShipment shipment, Money? included)
    {
        ArgumentNullException.ThrowIfNull(shipment);
        var insured = shipment.Requirements.Options.InsuredValue ?? included;
        var declared = DeclaredOf(shipment);
        if ((value ?? declared) is not { } claimed || insured is not { } limit || limit.Currency != claimed.Currency || (declared is { } known && known.Currency != claimed.Currency))
        {
            return null;
        }

        var amount = Math.Min(claimed.Amount, limit.Amount);
        return new Money(declared is { } most ? Math.Min(amount, most.Amount) : amount, claimed.Currency);
    }

    private static void CheckAmount(FileClaim claim, OrderShipment shipment, Money? included, Refusals refusals)
    {
        var field = nameof(claim.Value);
        if (claim.Value is { Amount: <= 0 })
        {
            refusals.Add(RefusalCode.Validation, field, $"Value is {claim.Value}: give above 0.");
        }
        else if (claim.Value is null && DeclaredOf(shipment) is null)
        {
            refusals.Add(RefusalCode.Validation, field, "The parcels have no declared value: give the value of what was lost or damaged.");
        }
        else if (shipment.Requirements.Options.InsuredValue is null && included is null)
        {
            refusals.Add(RefusalCode.PolicyViolation, field, $"{shipment.Carrier!.Carrier} insures nothing of this shipment: ask for insurance when the carrier is chosen, or set IncludedInsurance.");
        }
        else if (AmountOf(claim.Value, shipment, included) is null)
        {
            refusals.Add(RefusalCode.Validation, field, "Value is in another currency than what is declared or insured: give it in that one.");
        }
    }

    private static string? Objection(CarrierClaimKind kind, OrderShipment shipment) => kind switch
    {
        CarrierClaimKind.Damage when shipment.Status is ShipmentStatus.Created or ShipmentStatus.Lost =>
            $"The shipment is {shipment.Status}: damage is seen on a parcel that the carrier has, or has delivered.",
        CarrierClaimKind.Loss when shipment.Status != ShipmentStatus.Lost && shipment.LostReviewAt is null =>
            $"The shipment is {shipment.Status} and not long without news: claim a loss when a lost review is open.",
        CarrierClaimKind.Delay when shipment.DelayedAt is null => "The shipment was not late: claim a delay after the promised day.",
        _ => null,
    };

    private static Money? DeclaredOf(OrderShipment shipment)
    {
        var values = shipment.Packages.Select(static package => package.DeclaredValue).OfType<Money>().ToList();
        return values.Count == 0 || values.Exists(value => value.Currency != values[0].Currency)
            ? null
            : new Money(values.Sum(static value => value.Amount), values[0].Currency);
    }
}
