namespace Commerce.Marketplaces.Publishing;

/// <summary>Keeps prices from running away. Pure functions.</summary>
internal static class PriceGuard
{
    internal static Refusal? Objection(PriceTarget target, OfferPublisherOptions options)
    {
        if (target.Price.Amount <= 0 || target.Price.Round() != target.Price)
        {
            return Refused(RefusalCode.Validation, $"The price of {target.Sku} is {target.Price}: give one above zero with the decimals of its currency.", nameof(target.Price));
        }

        if (target.Floor is not { } floor)
        {
            return options.RequireFloor
                ? Refused(RefusalCode.Validation, $"{target.Sku} has no Floor: give the price below which it must not go, or set RequireFloor to false.", nameof(target.Floor))
                : null;
        }

        if (floor.Currency != target.Price.Currency)
        {
            return Refused(RefusalCode.Validation, $"The Floor of {target.Sku} is in {floor.Currency.Code} and its price in {target.Price.Currency.Code}: give both in one currency.", nameof(target.Floor));
        }

        return target.Price < floor
            ? Refused(RefusalCode.PolicyViolation, $"The price of {target.Sku} is {target.Price}, below its floor of {floor}.", nameof(target.Price))
            : null;
    }

    /// <summary>Tells why a price may not move so far.</summary>
    internal static string? Objection(OfferState state, OfferPublisherOptions options)
    {
        if (state is not { Price: { } price, PushedPrice: { } before } || state.ReleasedRevision == state.Revision || price == before)
        {
            return null;
        }

        if (price.Currency != before.Currency)
        {
            return $"The price of {state.Key} changes from {before} to {price}, another currency: let it through if that is meant.";
        }

        var move = Math.Abs(price.Amount - before.Amount) / before.Amount;
        return move > options.MaxPriceMove
            ? FormattableString.Invariant($"The price of {state.Key} moves from {before} to {price}, by {move:P1}; the limit is {options.MaxPriceMove:P1}: let it through if that is meant.")
            : null;
    }

    /// <summary>Tells why a whole push may not go out.</summary>
    internal static string? Objection(OfferBatchKind kind, IReadOnlyList<OfferState> pending, OfferPublisherOptions options)
    {
        var guarded = pending.Where(static state => state.ReleasedRevision != state.Revision).ToList();
        var (changes, limit, words) = kind == OfferBatchKind.Price
            ? (guarded.Count(static state => state.PushedPrice is { } before && before != state.Price), options.MaxPriceChanges, "prices would change")
            : (guarded.Count(static state => state is { Quantity: 0, PushedQuantity: > 0 }), options.MaxWithdrawals, "offers would be taken off sale");
        return changes > limit
            ? FormattableString.Invariant($"{changes} {words} in one push; the limit is {limit}: let it through if that is meant.")
            : null;
    }

    private static Refusal Refused(RefusalCode code, string message, string field) => new(code, message) { Field = field };
}
