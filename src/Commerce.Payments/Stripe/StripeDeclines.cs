using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>What decline codes mean and what to do. Source: Stripe documentation, Decline codes.</summary>
internal static class StripeDeclines
{
    internal static Decline ToDecline(StripeError error, string? requestId)
    {
        var code = error.DeclineCode ?? error.Code ?? error.Type ?? "";
        var (reason, advice, buyer) = Meaning(code);

        // The network's advice says more than a code that tells no reason; it never softens what a code forbids.
        var isOpen = advice == DeclineAdvice.TryAnotherMethod && (reason == DeclineReason.CardDeclined || reason == DeclineReason.Other);
        advice = error.AdviceCode switch
        {
            "do_not_try_again" => DeclineAdvice.DoNotRetry,
            "confirm_card_data" when isOpen => DeclineAdvice.CorrectDetails,
            "try_again_later" when isOpen => DeclineAdvice.RetryLater,
            _ => advice,
        };

        return new Decline(reason, $"Stripe declined the payment: {code}.")
        {
            Advice = advice,
            BuyerMessage = buyer,
            VendorCode = code,
            RequestId = requestId,
            PaymentId = error.PaymentIntent?.Id is { } id ? new GatewayPaymentId(id) : null,
        };
    }

    private static (DeclineReason Reason, DeclineAdvice Advice, string Buyer) Meaning(string code) => code switch
    {
        "insufficient_funds" or "withdrawal_count_limit_exceeded" =>
            (DeclineReason.InsufficientFunds, DeclineAdvice.TryAnotherMethod, "The card has insufficient funds. Try another card."),
        "card_velocity_exceeded" or "card_decline_rate_limit_exceeded" =>
            (DeclineReason.LimitExceeded, DeclineAdvice.TryAnotherMethod, "A limit of the card is reached. Try another card."),
        "expired_card" => (DeclineReason.ExpiredCard, DeclineAdvice.CorrectDetails, "The card has expired. Use another card."),
        "authentication_required" or "payment_intent_authentication_failure" or "offline_pin_required" or "online_or_offline_pin_required" =>
            (DeclineReason.AuthenticationRequired, DeclineAdvice.Authenticate, "The bank asks you to confirm the payment."),
        "card_not_supported" or "currency_not_supported" or "not_permitted" or "service_not_allowed" or "transaction_not_allowed" =>
            (DeclineReason.NotSupported, DeclineAdvice.TryAnotherMethod, "The card does not support this payment. Try another card."),

        // Never tell the buyer of loss, theft or suspicion.
        "fraudulent" or "lost_card" or "stolen_card" or "pickup_card" or "merchant_blacklist" or "security_violation" or "restricted_card" =>
            (DeclineReason.Suspicious, DeclineAdvice.DoNotRetry, "The card was declined. Try another card."),
        "processing_error" or "try_again_later" or "issuer_not_available" or "reenter_transaction" or "approve_with_id" =>
            (DeclineReason.ProcessingError, DeclineAdvice.RetryLater, "The payment could not be processed. Try again in a moment."),
        "generic_decline" or "do_not_honor" or "card_declined" or "call_issuer" or "no_action_taken" =>
            (DeclineReason.CardDeclined, DeclineAdvice.TryAnotherMethod, "The card was declined. Try another card."),
        "do_not_try_again" or "revocation_of_authorization" or "revocation_of_all_authorizations" or "stop_payment_order" =>
            (DeclineReason.CardDeclined, DeclineAdvice.DoNotRetry, "The card was declined. Try another card."),
        _ when code.StartsWith("incorrect_", StringComparison.Ordinal) || code.StartsWith("invalid_", StringComparison.Ordinal) =>
            (DeclineReason.IncorrectDetails, DeclineAdvice.CorrectDetails, "The card's details are not right. Check them and try again."),
        _ => (DeclineReason.Other, DeclineAdvice.TryAnotherMethod, "The card was declined. Try another card."),
    };
}
