namespace Commerce.Agents.Domain.Orders;

/// <summary>Why an order is cancelled.</summary>
public static class CancellationReasons
{
    /// <summary>The buyer asks for it.</summary>
    public const string CustomerRequest = "customer_request";

    /// <summary>There is not enough stock.</summary>
    public const string OutOfStock = "out_of_stock";

    /// <summary>The payment did not come.</summary>
    public const string PaymentFailed = "payment_failed";

    /// <summary>It looks like fraud.</summary>
    public const string FraudDetected = "fraud_detected";

    /// <summary>It was ordered twice.</summary>
    public const string DuplicateOrder = "duplicate_order";

    /// <summary>It cannot be delivered there.</summary>
    public const string AddressIssue = "address_issue";

    /// <summary>The price was wrong.</summary>
    public const string PricingError = "pricing_error";

    /// <summary>Something else; the note tells.</summary>
    public const string Other = "other";

    /// <summary>Gets all.</summary>
    public static IReadOnlyList<string> All { get; } =
        [CustomerRequest, OutOfStock, PaymentFailed, FraudDetected, DuplicateOrder, AddressIssue, PricingError, Other];
}
