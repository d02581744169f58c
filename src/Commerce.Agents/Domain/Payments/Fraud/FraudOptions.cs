namespace Commerce.Agents.Domain.Payments;

/// <summary>How risk is scored, blocked and reviewed.</summary>
public sealed class FraudOptions
{
    /// <summary>Gets or sets the amount in euros above which points are given.</summary>
    /// <value>The default is 1 000; 0 or more.</value>
    public decimal AmountLimit { get; set; } = 1_000;

    /// <summary>Gets or sets how many euros above the limit are one point.</summary>
    /// <value>The default is 100; above 0.</value>
    public decimal AmountPerPoint { get; set; } = 100;

    /// <summary>Gets or sets the most points for the amount.</summary>
    /// <value>The default is 30; 0 to 100.</value>
    public int AmountMaxPoints { get; set; } = 30;

    /// <summary>Gets or sets the number of orders in 24 hours above which points are given.</summary>
    /// <value>The default is 5; 1 or more.</value>
    public int OrdersLimit { get; set; } = 5;

    /// <summary>Gets or sets the points for each order in 24 hours, once there are too many.</summary>
    /// <value>The default is 3; 0 to 100.</value>
    public int PointsPerOrder { get; set; } = 3;

    /// <summary>Gets or sets the most points for many orders.</summary>
    /// <value>The default is 25; 0 to 100.</value>
    public int OrdersMaxPoints { get; set; } = 25;

    /// <summary>Gets or sets the points for a network address on the bad list.</summary>
    /// <value>The default is 40; 0 to 100.</value>
    public int BadNetworkPoints { get; set; } = 40;

    /// <summary>Gets or sets the points when billing and shipping differ.</summary>
    /// <value>The default is 20; 0 to 100.</value>
    public int OtherBillingAddressPoints { get; set; } = 20;

    /// <summary>Gets or sets the points for a young account.</summary>
    /// <value>The default is 15; 0 to 100.</value>
    public int NewAccountPoints { get; set; } = 15;

    /// <summary>Gets or sets how long an account is young.</summary>
    /// <value>The default is 1 day; above 0.</value>
    public TimeSpan NewAccountAge { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Gets or sets the number of changes of the payment method above which points are given.</summary>
    /// <value>The default is 2; 0 or more.</value>
    public int PaymentMethodChangesLimit { get; set; } = 2;

    /// <summary>Gets or sets the time in which changes of the payment method are counted.</summary>
    /// <value>The default is 7 days; above 0.</value>
    public TimeSpan PaymentMethodWindow { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Gets or sets the points for many changes of the payment method.</summary>
    /// <value>The default is 15; 0 to 100.</value>
    public int PaymentMethodPoints { get; set; } = 15;

    /// <summary>Gets or sets the number of delivered orders from which a buyer without a charge-back is trusted.</summary>
    /// <value>The default is 5; 1 or more.</value>
    public int TrustedOrders { get; set; } = 5;

    /// <summary>Gets or sets the points that trust takes off.</summary>
    /// <value>The default is 15; 0 to 100.</value>
    public int TrustedPoints { get; set; } = 15;

    /// <summary>Gets or sets the score from which an order is watched.</summary>
    /// <value>The default is 25; 1 to 100, below <see cref="HighFrom"/>.</value>
    public int MediumFrom { get; set; } = 25;

    /// <summary>Gets or sets the score from which a person must look.</summary>
    /// <value>The default is 50; 1 to 100, below <see cref="CriticalFrom"/>.</value>
    public int HighFrom { get; set; } = 50;

    /// <summary>Gets or sets the score from which an order is refused.</summary>
    /// <value>The default is 75; 1 to 100.</value>
    public int CriticalFrom { get; set; } = 75;

    /// <summary>Gets or sets the key by which blocked values are hashed. Needed to block; a new key forgets all blocks.</summary>
    /// <value>Not set by default; 32 characters or more from a secure generator.</value>
    public Secret? BlockingKey { get; set; }

    /// <summary>Gets the network addresses known for fraud: <c>203.0.113.7</c>, <c>198.51.100.0/24</c>, <c>2001:db8::/32</c>.</summary>
    public IList<string> BadNetworks { get; } = [];

    /// <summary>Gets or sets by when a review should be decided.</summary>
    /// <value>The default is 4 hours; above 0, below <see cref="ReviewExpiresAfter"/>.</value>
    public TimeSpan ReviewDueAfter { get; set; } = TimeSpan.FromHours(4);

    /// <summary>Gets or sets when a review that nobody decided ends, and the order is cancelled.</summary>
    /// <value>The default is 48 hours.</value>
    public TimeSpan ReviewExpiresAfter { get; set; } = TimeSpan.FromHours(48);

    internal IEnumerable<string> Mistakes()
    {
        (string Name, int Value)[] points =
        [
            (nameof(AmountMaxPoints), AmountMaxPoints), (nameof(PointsPerOrder), PointsPerOrder), (nameof(OrdersMaxPoints), OrdersMaxPoints),
            (nameof(BadNetworkPoints), BadNetworkPoints), (nameof(OtherBillingAddressPoints), OtherBillingAddressPoints),
            (nameof(NewAccountPoints), NewAccountPoints), (nameof(PaymentMethodPoints), PaymentMethodPoints), (nameof(TrustedPoints), TrustedPoints),
        ];
        foreach (var (name, value) in points.Where(static point => point.Value is < 0 or > 100))
        {
            yield return $"Fraud.{name} is {value}: give 0 to 100.";
        }

        if (AmountLimit < 0)
        {
            yield return $"Fraud.AmountLimit is {AmountLimit}: give 0 or more.";
        }

        if (AmountPerPoint <= 0)
        {
            yield return $"Fraud.AmountPerPoint is {AmountPerPoint}: give more than 0.";
        }

        if (OrdersLimit < 1 || TrustedOrders < 1)
        {
            yield return $"Fraud.OrdersLimit is {OrdersLimit} and Fraud.TrustedOrders {TrustedOrders}: give 1 or more.";
        }

        if (PaymentMethodChangesLimit < 0)
        {
            yield return $"Fraud.PaymentMethodChangesLimit is {PaymentMethodChangesLimit}: give 0 or more.";
        }

        if (NewAccountAge <= TimeSpan.Zero || PaymentMethodWindow <= TimeSpan.Zero)
        {
            yield return $"Fraud.NewAccountAge is {NewAccountAge} and Fraud.PaymentMethodWindow {PaymentMethodWindow}: give more than 0.";
        }

        if (MediumFrom < 1 || HighFrom <= MediumFrom || CriticalFrom <= HighFrom || CriticalFrom > 100)
        {
            yield return $"Fraud.MediumFrom is {MediumFrom}, Fraud.HighFrom {HighFrom} and Fraud.CriticalFrom {CriticalFrom}: give rising numbers of 1 to 100.";
        }

        if (BlockingKey is { } key && key.Reveal().Length < 32)
        {
            yield return "Fraud.BlockingKey is too short: give 32 characters or more from a secure generator.";
        }

        foreach (var network in BadNetworks.Where(static network => ListedNetworks.Parse(network) is null))
        {
            yield return $"Fraud.BadNetworks has \"{network}\": give an address or a network such as 198.51.100.0/24.";
        }

        if (ReviewDueAfter <= TimeSpan.Zero || ReviewExpiresAfter <= ReviewDueAfter)
        {
            yield return $"Fraud.ReviewDueAfter is {ReviewDueAfter} and Fraud.ReviewExpiresAfter {ReviewExpiresAfter}: give rising times above 0.";
        }
    }
}
