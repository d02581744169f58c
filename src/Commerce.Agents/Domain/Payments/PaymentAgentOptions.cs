namespace Commerce.Agents.Domain.Payments;

/// <summary>Which gateway takes the money.</summary>
public sealed class PaymentAgentOptions
{
    /// <summary>Gets or sets the name under which the gateway was registered.</summary>
    /// <value>The default is <c>stripe</c>.</value>
    public string Gateway { get; set; } = "stripe";
}
