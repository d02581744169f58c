using System.Globalization;
using System.Text;
using Commerce.Http;
using Commerce.Marketplaces.BackMarket.Wire;

namespace Commerce.Marketplaces.BackMarket;

/// <summary>Cancelling and paying back. Source: Back Market seller API, UpdateOrder (states 4, 5, 6), postRefundCreate.</summary>
internal sealed partial class BackMarketMarketplaceClient
{
    private const int RefundAfterShipping = 6;

    private static readonly VendorOperation RefundLine = new("refund-line");
    private static readonly VendorOperation RefundAmount = new("refund-amount");

    public async Task<Outcome<OrderCancelled>> CancelOrderAsync(CancelOrderRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.VendorFields.Count > 0)
        {
            return Outcome.Refused<OrderCancelled>(NoVendorFields());
        }

        var (reason, objection) = BackMarketReasons.Of(request.Reason, request.VendorReason);
        if (objection is not null)
        {
            return Outcome.Refused<OrderCancelled>(objection);
        }

        if (await ReadOrderAsync(request.OrderId, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return Outcome.Refused<OrderCancelled>(UnknownOrder(request.OrderId));
        }

        var steps = found.Answer.Map(found.Order, order => CancelSteps(BackMarketMapping.Lines(order), request.Lines));
        var outcomes = await MoveAsync(found.Order, steps, _ => reason, null, Cancel, cancellationToken).ConfigureAwait(false);
        return AllRefused(outcomes) is { } refusal
            ? Outcome.Refused<OrderCancelled>(refusal)
            : Outcome.Of(new OrderCancelled(request.OrderId, []) { Lines = outcomes });
    }

    // Back Market cancels while it answers: there is nothing to wait for.
    public Task<OrderCancelled> GetCancellationAsync(OrderCancelled cancellation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cancellation);
        return Task.FromResult(cancellation);
    }

    public async Task<Outcome<OrderRefunded>> RefundOrderAsync(RefundOrderRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (reason, wrongReason) = BackMarketReasons.Of(request.Reason, request.VendorReason);
        if ((request.Check() ?? Objection(request) ?? wrongReason) is { } objection)
        {
            return Outcome.Refused<OrderRefunded>(objection);
        }

        if (await ReadOrderAsync(request.OrderId, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return Outcome.Refused<OrderRefunded>(UnknownOrder(request.OrderId));
        }

        var (whole, parts) = found.Answer.Map(found.Order, order => RefundSteps(order, request.Lines));
        if (parts.Count > 1)
        {
            // A refund has no key: which of several went through before a lost answer could not be told.
            return Outcome.Refused<OrderRefunded>(RefusalCode.NotSupported, "Amounts of several lines are given: pay them back one call after the other.", nameof(request.Lines));
        }

        var outcomes = (await MoveAsync(found.Order, whole, _ => reason, request.Note, RefundLine, cancellationToken).ConfigureAwait(false)).ToList();
        var said = new StringBuilder();
        foreach (var (lineId, amount, refusal) in parts)
        {
            outcomes.Add(new ItemOutcome<MarketplaceOrderLineId>(lineId, refusal ?? await PayBackAsync(lineId, amount, said, cancellationToken).ConfigureAwait(false)));
        }

        return AllRefused(outcomes) is { } refused
            ? Outcome.Refused<OrderRefunded>(refused)
            : Outcome.Of(new OrderRefunded(request.OrderId, [])
            {
                Lines = [.. request.Lines.Select(line => outcomes.Find(outcome => outcome.Key == line.LineId)!)],
                Raw = said.Length == 0 ? null : said.ToString(),
            });
    }

    // Back Market pays back while it answers, and keeps no number of it.
    public Task<OrderRefunded> GetRefundAsync(OrderRefunded refund, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(refund);
        return Task.FromResult(refund);
    }

    private static IReadOnlyList<BackMarketStep> CancelSteps(IReadOnlyList<BackMarketLine> lines, IReadOnlyList<LineAmount> wanted) => BackMarketSteps.WithoutSideEffects(
        lines,
        wanted.Count == 0
            ? [.. lines.Select(BackMarketSteps.Cancel)]
            : [.. wanted.DistinctBy(static part => part.LineId).Select(part => Step(lines, part.LineId, line => IsWhole(part, line)
                ? BackMarketSteps.Cancel(line)
                : new BackMarketStep(line.Id, Refusal: new Refusal(RefusalCode.NotSupported, $"The line {line.Id} is cancelled whole: leave quantity and money out.") { Field = "Lines" })))]);

    private static Refusal? Objection(RefundOrderRequest request)
    {
        if (request.VendorFields.Count > 0)
        {
            return NoVendorFields();
        }

        if (request.Lines.Count == 0)
        {
            return new Refusal(RefusalCode.NotSupported, "Back Market pays back by line: give Lines.") { Field = nameof(request.Lines) };
        }

        return request.Lines.DistinctBy(static line => line.LineId).Count() != request.Lines.Count
            ? new Refusal(RefusalCode.Validation, "A line is named twice: Back Market cannot tell a second refund from a repeated one.") { Field = nameof(request.Lines) }
            : null;
    }

    private static bool IsWhole(LineAmount part, BackMarketLine line) =>
        part.Goods is null && part.Shipping is null && (part.Quantity is null || part.Quantity == line.Quantity);

    /// <summary>Parts the lines that go back whole, which Back Market is told with a reason, from amounts, which have none.</summary>
    private (IReadOnlyList<BackMarketStep> Whole, IReadOnlyList<(MarketplaceOrderLineId LineId, decimal Amount, Refusal? Refusal)> Parts) RefundSteps(
        BackMarketOrder order, IReadOnlyList<LineAmount> wanted)
    {
        var lines = BackMarketMapping.Lines(order);
        var whole = new List<BackMarketStep>();
        var parts = new List<(MarketplaceOrderLineId LineId, decimal Amount, Refusal? Refusal)>();
        MarketplaceOrder? priced = null;
        foreach (var part in wanted)
        {
            if (lines.FirstOrDefault(line => line.Id == part.LineId) is not { } line)
            {
                whole.Add(new BackMarketStep(part.LineId, Refusal: BackMarketSteps.NotFound(part.LineId)));
            }
            else if (IsWhole(part, line))
            {
                whole.Add(BackMarketSteps.RefundWhole(line));
            }
            else
            {
                priced ??= BackMarketMapping.FromOrder(order, options.LinePrice);
                var (amount, refusal) = AmountOf(part, priced.Lines.First(known => known.Id == line.Id), priced.Amounts!.Goods.Currency);
                parts.Add((line.Id, amount, BackMarketSteps.RefundPart(line) ?? refusal));
            }
        }

        return (BackMarketSteps.WithoutSideEffects(lines, whole), parts);
    }

    private static (decimal Amount, Refusal? Refusal) AmountOf(LineAmount part, MarketplaceOrderLine line, Currency currency)
    {
        if (part.Taxes.Count > 0 || part.ShippingTaxes.Count > 0)
        {
            return Refused(RefusalCode.NotSupported, $"The line {line.Id} is paid back with its taxes in the money: leave Taxes out.");
        }

        if (new[] { part.Goods, part.Shipping }.OfType<Money>().Any(money => money.Currency != currency))
        {
            return Refused(RefusalCode.Validation, $"The line {line.Id} is in {currency}: give the amount in it.");
        }

        if (part.Goods is null && part.Quantity > line.Quantity)
        {
            return Refused(RefusalCode.AmountExceeded, $"The line {line.Id} has {line.Quantity} pieces, fewer than {part.Quantity}.");
        }

        if (part.Goods is null && part.Quantity is not null && line.GoodsPrice is null)
        {
            return Refused(
                RefusalCode.Validation,
                $"The order does not tell whether the price of the line {line.Id} is for one piece or for all: give Goods, or set the option {nameof(BackMarketMarketplaceOptions.LinePrice)}.");
        }

        var share = part.Quantity is { } pieces && line.GoodsPrice is { } goods ? goods.Amount * pieces / line.Quantity : 0;
        var amount = new Money((part.Goods?.Amount ?? share) + (part.Shipping?.Amount ?? 0), currency).Round();
        if (line.GoodsPrice is { } price && amount.Amount > price.Amount + (line.Shipping?.Amount ?? 0))
        {
            return Refused(RefusalCode.AmountExceeded, $"The line {line.Id} cost {price.Amount} and its shipping, less than {amount.Amount}.");
        }

        return amount.Amount > 0 ? (amount.Amount, null) : Refused(RefusalCode.Validation, $"The amount for the line {line.Id} is zero.");

        static (decimal Amount, Refusal? Refusal) Refused(RefusalCode code, string message) => (0, new Refusal(code, message) { Field = "Lines" });
    }

    private async Task<Refusal?> PayBackAsync(MarketplaceOrderLineId lineId, decimal amount, StringBuilder said, CancellationToken cancellationToken)
    {
        var body = new BackMarketRefund(long.Parse(lineId.Value, NumberStyles.None, CultureInfo.InvariantCulture), RefundAfterShipping, amount);
        var request = VendorJson.Request(HttpMethod.Post, "ws/sav/refund", body, BackMarketJson.Default.BackMarketRefund);

        // The answer is a sentence, not JSON.
        request.Headers.TryAddWithoutValidation("Accept", "text/plain, application/json");
        var answer = await channel.SendAsync(request, RefundAmount, cancellationToken).ConfigureAwait(false);
        if (!BackMarketErrors.IsDone(answer))
        {
            return BackMarketErrors.Refusal(answer, RefusalCode.ExternalRejected);
        }

        if (answer.Status != 201 || answer.Body.Span.TrimStart(" \r\n"u8).StartsWith("<"u8))
        {
            throw answer.Malformed("the refund is not answered as created");
        }

        said.Append(said.Length == 0 ? "" : "\n").Append(WireText.Cut(Encoding.UTF8.GetString(answer.Body.Span), 500));
        return null;
    }
}
