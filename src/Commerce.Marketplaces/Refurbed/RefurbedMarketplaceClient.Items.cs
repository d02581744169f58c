using Commerce.Http;
using Commerce.Marketplaces.Refurbed.Wire;

namespace Commerce.Marketplaces.Refurbed;

/// <summary>States of items: accepting, refusing, cancelling. Source: <c>OrderItemService/BatchUpdateOrderItemsState</c>; the order's state follows its items.</summary>
internal sealed partial class RefurbedMarketplaceClient
{
    private static readonly VendorOperation UpdateStates = new("update-item-states") { IsSafeToRepeat = true };

    public async Task<Outcome<OrderDecided>> DecideOrderAsync(OrderDecision request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.VendorFields.Count > 0)
        {
            return Outcome.Refused<OrderDecided>(NoVendorFields());
        }

        // CANCELLED is what the buyer asked for, REJECTED what the seller cannot do; they count otherwise in the seller's figures.
        var refused = request.RefusalReason == CancellationReason.BuyerRequest ? RefurbedStates.Cancelled : RefurbedStates.Rejected;
        List<RefurbedItemUpdate> moves =
        [
            .. request.AcceptedLines.Select(static line => new RefurbedItemUpdate { Id = line.Value, State = RefurbedStates.Accepted }),
            .. request.RefusedLines.Select(line => new RefurbedItemUpdate { Id = line.Value, State = refused }),
        ];
        if (Objection(moves, nameof(request.AcceptedLines)) is { } objection)
        {
            return Outcome.Refused<OrderDecided>(objection);
        }

        if (await ReadOrderAsync(request.OrderId, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return Outcome.Refused<OrderDecided>(NoOrder(request.OrderId));
        }

        var (outcomes, wasSent) = await MoveAsync(found, moves, cancellationToken).ConfigureAwait(false);
        return AllRefused(outcomes) is { } refusal
            ? Outcome.Refused<OrderDecided>(refusal)
            : Outcome.Of(new OrderDecided(request.OrderId, WasAlreadyDecided: !wasSent) { Lines = outcomes });
    }

    public async Task<Outcome<OrderCancelled>> CancelOrderAsync(CancelOrderRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.VendorFields.Count > 0)
        {
            return Outcome.Refused<OrderCancelled>(NoVendorFields());
        }

        if (request.Lines.Any(static line => line.Quantity > 1 || line.Goods is not null || line.Shipping is not null || line.Taxes.Count + line.ShippingTaxes.Count > 0))
        {
            return Outcome.Refused<OrderCancelled>(
                RefusalCode.Validation, "A line has an amount or a quantity above 1: an item of Refurbed is one piece, which is cancelled whole.", nameof(request.Lines));
        }

        if (await ReadOrderAsync(request.OrderId, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return Outcome.Refused<OrderCancelled>(NoOrder(request.OrderId));
        }

        var items = found.Answer.Map(found.Order, RefurbedMapping.ItemsOf);
        var asked = request.Lines.Count > 0 ? [.. request.Lines.Select(static line => line.LineId.Value)] : items.Select(static item => item.Id ?? "").ToList();
        var isBuyers = request.Reason == CancellationReason.BuyerRequest;
        var moves = new List<RefurbedItemUpdate>(asked.Count);
        foreach (var id in asked)
        {
            var state = items.FirstOrDefault(item => item.Id == id)?.State;
            if (!isBuyers && state == RefurbedStates.Accepted && options.CancelAcceptedForSeller != true)
            {
                return Outcome.Refused<OrderCancelled>(Undecided(id));
            }

            // Whatever ended the item already is an end all the same.
            var end = state is RefurbedStates.Rejected or RefurbedStates.Cancelled ? state : isBuyers || state == RefurbedStates.Accepted ? RefurbedStates.Cancelled : RefurbedStates.Rejected;
            moves.Add(new RefurbedItemUpdate { Id = id, State = end });
        }

        if (Objection(moves, nameof(request.Lines)) is { } objection)
        {
            return Outcome.Refused<OrderCancelled>(objection);
        }

        var (outcomes, _) = await MoveAsync(found, moves, cancellationToken).ConfigureAwait(false);
        return AllRefused(outcomes) is { } refusal
            ? Outcome.Refused<OrderCancelled>(refusal)
            : Outcome.Of(new OrderCancelled(request.OrderId, []) { Lines = outcomes });
    }

    public Task<OrderCancelled> GetCancellationAsync(OrderCancelled cancellation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cancellation);
        cancellationToken.ThrowIfCancellationRequested();

        // A cancellation is done, or refused, when it is answered.
        return Task.FromResult(cancellation);
    }

    private static Refusal? Objection(List<RefurbedItemUpdate> moves, string field) => moves.Count == 0
        ? new Refusal(RefusalCode.Validation, $"{field} is empty: name the items.") { Field = field }
        : moves.DistinctBy(static move => move.Id, StringComparer.Ordinal).Count() != moves.Count
            ? new Refusal(RefusalCode.Validation, $"{field} has an item twice: name each once.") { Field = field }
            : null;

    private Refusal Undecided(string id) => new(
        options.CancelAcceptedForSeller is null ? RefusalCode.NotSupported : RefusalCode.InvalidTransition,
        options.CancelAcceptedForSeller is null
            ? $"The item {id} was accepted, and CANCELLED, Refurbed's word for what the buyer asked for, is the only way left: set CancelAcceptedForSeller to say whether it is taken for the seller's reasons too."
            : $"The item {id} was accepted, and CancelAcceptedForSeller says that it is not cancelled for the seller's reasons.")
    {
        Field = nameof(RefurbedMarketplaceOptions.CancelAcceptedForSeller),
    };

    private static Refusal? AllRefused<TKey>(IReadOnlyList<ItemOutcome<TKey>> outcomes) =>
        outcomes.Any(static outcome => outcome.IsSuccess) ? null : outcomes.Count == 0 ? null : outcomes[0].Refusal;

    /// <summary>Moves items of one order. What is there already is not sent; what is refused is looked at again, since a repetition is refused like a mistake.</summary>
    private async Task<(IReadOnlyList<ItemOutcome<MarketplaceOrderLineId>> Outcomes, bool WasSent)> MoveAsync(
        (RefurbedOrder Order, VendorAnswer Answer) found, IReadOnlyList<RefurbedItemUpdate> moves, CancellationToken cancellationToken)
    {
        var items = StatesOf(found);
        var refusals = new Dictionary<string, Refusal?>(StringComparer.Ordinal);
        var fresh = new List<RefurbedItemUpdate>();
        foreach (var move in moves)
        {
            if (!items.TryGetValue(move.Id, out var state))
            {
                // An item is named by itself on the wire: one of another order would be changed there.
                refusals[move.Id] = new Refusal(RefusalCode.NotFound, $"The item {move.Id} is not in the order {found.Order.Id}.") { Field = "LineId" };
            }
            else if (RefurbedStates.IsDone(state, move.State!))
            {
                refusals[move.Id] = null;
            }
            else
            {
                fresh.Add(move);
            }
        }

        if (fresh.Count > 0)
        {
            var outcomes = await BatchAsync(
                "OrderItemService/BatchUpdateOrderItemsState", fresh, static part => new RefurbedStateUpdates(part), RefurbedJson.Default.RefurbedStateUpdates, UpdateStates, cancellationToken).ConfigureAwait(false);
            var now = outcomes.All(static outcome => outcome.Code is null or 0)
                ? items
                : await ReadOrderAsync(new MarketplaceOrderId(found.Order.Id ?? ""), cancellationToken).ConfigureAwait(false) is { } again ? StatesOf(again) : items;
            foreach (var (move, outcome) in fresh.Zip(outcomes))
            {
                refusals[move.Id] = outcome.Code is null or 0 || RefurbedStates.IsDone(now.GetValueOrDefault(move.Id), move.State!)
                    ? null
                    : RefurbedErrors.Refuse(outcome, IsStep(outcome, now.GetValueOrDefault(move.Id), move.State!) ? null : RefusalCode.InvalidTransition);
            }
        }

        return ([.. moves.Select(move => new ItemOutcome<MarketplaceOrderLineId>(new MarketplaceOrderLineId(move.Id), refusals[move.Id]))], fresh.Count > 0);
    }

    private static bool IsStep(RefurbedStatus outcome, string? state, string target) =>
        outcome.Code is not (RefurbedErrors.InvalidArgument or RefurbedErrors.FailedPrecondition) || RefurbedStates.IsAllowed(state, target);

    private static Dictionary<string, string?> StatesOf((RefurbedOrder Order, VendorAnswer Answer) found) => found.Answer.Map(
        found.Order,
        static order => RefurbedMapping.ItemsOf(order).ToDictionary(static item => RefurbedMapping.Needed(item.Id, "items.id"), static item => item.State, StringComparer.Ordinal));
}
