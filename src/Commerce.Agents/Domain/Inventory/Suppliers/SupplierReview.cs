namespace Commerce.Agents.Domain.Inventory;

/// <summary>Measures how a supplier did, from its purchase orders alone: on time 40 %, quality 30 %, accuracy 20 %, prices 10 %. A pure function.</summary>
public static class SupplierReview
{
    private const decimal OnTimeWeight = 0.4m;
    private const decimal QualityWeight = 0.3m;
    private const decimal AccuracyWeight = 0.2m;
    private const decimal PriceWeight = 0.1m;

    /// <summary>Measures.</summary>
    /// <param name="supplier">The supplier's code.</param>
    /// <param name="orders">Its purchase orders of the period; drafts and cancelled ones are left out.</param>
    /// <param name="now">The end of the period.</param>
    /// <returns>What is known.</returns>
    public static SupplierPerformance Measure(string supplier, IReadOnlyList<PurchaseOrder> orders, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(orders);
        var sent = orders.Where(order => order.SentAt is not null && order.Status != PurchaseOrderStatus.Cancelled).OrderBy(order => order.SentAt).ToList();
        var leads = sent.Where(order => order.ReceivedAt is not null).Select(order => (decimal)(order.ReceivedAt!.Value - order.SentAt!.Value).TotalDays).ToList();
        var onTime = Mean(sent.Select(order => IsOnTime(order, now)).Where(known => known is not null).Select(known => known!.Value ? 1m : 0m));
        var accuracy = Mean(sent.Where(order => order.Receipts.Count > 0).SelectMany(order => order.Lines.Select(line => Accuracy(order.Receipts[0], line))));
        var came = sent.SelectMany(order => order.Receipts).SelectMany(receipt => receipt.Lines).ToList();
        var units = came.Sum(line => line.Received);
        decimal? defects = units == 0 ? null : (decimal)came.Sum(line => line.Rejected) / units;
        var prices = Mean(sent.SelectMany(order => order.Lines).GroupBy(line => line.Sku).Where(group => group.Count() > 1)
            .Select(group => Steadiness([.. group.Select(line => line.UnitCost.Amount)])));

        var parts = new List<DecisionPart>();
        Add("on time", onTime, OnTimeWeight);
        Add("quality", 1 - defects, QualityWeight);
        Add("accuracy", accuracy, AccuracyWeight);
        Add("prices", prices, PriceWeight);
        return new SupplierPerformance
        {
            Supplier = supplier,
            Orders = sent.Count,
            OnTimeRate = Round(onTime),
            LeadDays = Round(Mean(leads)),
            LeadDeviation = leads.Count < 2 ? null : Round(Deviation(leads, leads.Count - 1)),
            QuantityAccuracy = Round(accuracy),
            DefectRate = Round(defects),
            PriceStability = Round(prices),
            Score = parts.Count == 0 ? null : decimal.Round(parts.Sum(part => part.Points) / parts.Sum(part => part.Weight), 2, MidpointRounding.AwayFromZero),
            Parts = parts,
        };

        void Add(string name, decimal? share, decimal weight)
        {
            if (share is not null)
            {
                parts.Add(new DecisionPart(name, share.Value * 100, weight));
            }
        }
    }

    // An order that is not complete is late once its day is over; before that nobody knows.
    private static bool? IsOnTime(PurchaseOrder order, DateTimeOffset now) =>
        order.ExpectedOn is not { } expected ? null
        : order.ReceivedAt is { } received ? Day(received) <= expected
        : Day(now) > expected ? false
        : null;

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    private static decimal Accuracy(PurchaseReceipt first, PurchaseOrderLine line)
    {
        var came = first.Lines.Where(received => received.Sku == line.Sku).Sum(received => received.Received);
        return Math.Max(0, 1 - ((decimal)Math.Abs(came - line.Ordered) / line.Ordered));
    }

    private static decimal Steadiness(List<decimal> prices) => Math.Max(0, 1 - (Deviation(prices, prices.Count) / prices.Average()));

    private static decimal Deviation(List<decimal> values, int divisor)
    {
        var mean = values.Average();
        return (decimal)Math.Sqrt((double)(values.Sum(value => (value - mean) * (value - mean)) / divisor));
    }

    private static decimal? Mean(IEnumerable<decimal> values)
    {
        var list = values.ToList();
        return list.Count == 0 ? null : list.Average();
    }

    private static decimal? Round(decimal? value) => value is null ? null : decimal.Round(value.Value, 4, MidpointRounding.AwayFromZero);
}
