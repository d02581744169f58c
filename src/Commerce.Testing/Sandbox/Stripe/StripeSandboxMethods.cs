namespace Commerce.Testing.Sandbox;

/// <summary>The documented test payment methods. Source: Stripe documentation, Test cards.</summary>
internal static class StripeSandboxMethods
{
    internal static (string Code, string DeclineCode, string Message)? Decline(string method) => method switch
    {
        "pm_card_visa_chargeDeclined" => ("card_declined", "generic_decline", "Your card was declined."),
        "pm_card_visa_chargeDeclinedInsufficientFunds" => ("card_declined", "insufficient_funds", "Your card has insufficient funds."),
        "pm_card_visa_chargeDeclinedLostCard" => ("card_declined", "lost_card", "Your card was declined."),
        "pm_card_visa_chargeDeclinedStolenCard" => ("card_declined", "stolen_card", "Your card was declined."),
        "pm_card_chargeDeclinedExpiredCard" => ("expired_card", "expired_card", "Your card has expired."),
        "pm_card_chargeDeclinedIncorrectCvc" => ("incorrect_cvc", "incorrect_cvc", "Your card's security code is incorrect."),
        "pm_card_chargeDeclinedProcessingError" => ("processing_error", "processing_error", "An error occurred while processing your card."),
        "pm_card_visa_chargeDeclinedVelocityLimitExceeded" => ("card_declined", "card_velocity_exceeded", "Your card was declined."),
        "pm_card_radarBlock" => ("card_declined", "fraudulent", "Your card was declined."),
        _ => null,
    };

    internal static bool NeedsAuthentication(string method) =>
        method is "pm_card_authenticationRequired" or "pm_card_threeDSecure2Required" or "pm_card_threeDSecureRequired";
}
