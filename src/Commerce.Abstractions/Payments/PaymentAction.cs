namespace Commerce.Payments;

/// <summary>What a buyer must do.</summary>
/// <param name="Type">The gateway's word: <c>redirect_to_url</c>, <c>use_stripe_sdk</c>.</param>
/// <param name="RedirectUrl">Where to send the buyer, when it is a redirect.</param>
public sealed record PaymentAction(string Type, Uri? RedirectUrl = null);
