namespace Commerce.Payments;

/// <summary>Configures the payment manager.</summary>
public sealed class PaymentManagerOptions
{
    /// <summary>Gets or sets the least amount of a payment, in the payment's currency.</summary>
    /// <value>The default is 0.50.</value>
    public decimal LeastAmount { get; set => field = NotNegative(value); } = 0.50m;

    /// <summary>Gets or sets the greatest amount of a payment, in the payment's currency.</summary>
    /// <value>The default is 999 999.99.</value>
    public decimal GreatestAmount { get; set => field = NotNegative(value); } = 999_999.99m;

    /// <summary>Gets or sets the amount, in the payment's currency, above which a refund needs a second person.</summary>
    /// <value>The default is 500.</value>
    public decimal ApprovalAbove { get; set => field = NotNegative(value); } = 500m;

    /// <summary>Gets or sets the age of a capture beyond which a refund needs a second person.</summary>
    /// <value>The default is 90 days; 0 or more.</value>
    public TimeSpan ApprovalAfter
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromDays(90);

    /// <summary>Gets or sets how often a refund that failed is tried at the gateway before it is left to people.</summary>
    /// <value>The default is 3; 1 to 10.</value>
    public int RefundAttempts
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 10);
            field = value;
        }
    } = 3;

    private static decimal NotNegative(decimal value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        return value;
    }
}
