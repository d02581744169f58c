namespace Commerce.Testing.Sandbox;

/// <summary>What a charge does not say of itself.</summary>
internal sealed class StripeChargeDetails(StripeSandboxMethod method, StripeItem? intent)
{
    internal StripeSandboxMethod Method => method;

    /// <summary>Gets the payment; <see langword="null"/> for what a seller gets by a transfer.</summary>
    internal StripeItem? Intent => intent;

    /// <summary>Gets the transfers that captures of a destination charge made.</summary>
    internal List<StripeItem> Transfers { get; } = [];

    /// <summary>Gets the commissions that its captures took.</summary>
    internal List<StripeItem> Fees { get; } = [];

    /// <summary>Gets or sets what transfers with this charge as their source moved.</summary>
    internal long Transferred { get; set; }

    /// <summary>Gets or sets when its money becomes available.</summary>
    internal DateTimeOffset AvailableOn { get; set; }

    internal int Captures { get; set; }

    internal int Increments { get; set; }

    internal bool CanCaptureAgain { get; init; }

    internal bool CanIncrease { get; init; }

    /// <summary>Gets or sets a value indicating whether a dispute stands in the way of a refund.</summary>
    internal bool IsBlocked { get; set; }
}
