using System.Collections.Frozen;
using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>What declines mean and what to do. Source: Stripe documentation, Decline codes and Error codes.</summary>
internal static class StripeDeclines
{
    private const string Declined = "The card was declined. Try another card.";

    // One line for each meaning: the codes, why, what to do, and what to tell the buyer, which is never loss, theft or suspicion.
    private static readonly FrozenDictionary<string, Meaning> Meanings = Table(
        ("insufficient_funds withdrawal_count_limit_exceeded",
            new(DeclineReason.InsufficientFunds, DeclineAdvice.TryAnotherMethod, "The card has insufficient funds. Try another card.")),
        ("card_velocity_exceeded card_decline_rate_limit_exceeded invalid_amount pin_try_exceeded",
            new(DeclineReason.LimitExceeded, DeclineAdvice.TryAnotherMethod, "A limit of the card is reached. Try another card.")),
        ("expired_card",
            new(DeclineReason.ExpiredCard, DeclineAdvice.CorrectDetails, "The card has expired. Use another card.")),
        ("incorrect_cvc incorrect_number incorrect_pin incorrect_zip incorrect_address invalid_cvc invalid_expiry_month invalid_expiry_year invalid_number invalid_pin",
            new(DeclineReason.IncorrectDetails, DeclineAdvice.CorrectDetails, "The card's details are not right. Check them and try again.")),
        ("authentication_required authentication_not_handled payment_intent_authentication_failure payment_intent_action_required "
            + "setup_intent_authentication_failure offline_pin_required online_or_offline_pin_required",
            new(DeclineReason.AuthenticationRequired, DeclineAdvice.Authenticate, "The bank asks you to confirm the payment.")),
        ("card_not_supported currency_not_supported not_permitted service_not_allowed transaction_not_allowed",
            new(DeclineReason.NotSupported, DeclineAdvice.TryAnotherMethod, "The card does not support this payment. Try another card.")),
        ("fraudulent lost_card stolen_card pickup_card merchant_blacklist security_violation restricted_card",
            new(DeclineReason.Suspicious, DeclineAdvice.DoNotRetry, Declined)),
        ("processing_error try_again_later issuer_not_available reenter_transaction approve_with_id payment_method_provider_timeout "
            + "payment_method_not_available payment_intent_payment_attempt_expired setup_intent_setup_attempt_expired",
            new(DeclineReason.ProcessingError, DeclineAdvice.RetryLater, "The payment could not be processed. Try again in a moment.")),
        ("generic_decline do_not_honor card_declined call_issuer no_action_taken invalid_account new_account_information_available testmode_decline "
            + "payment_method_provider_decline payment_intent_payment_attempt_failed setup_attempt_failed",
            new(DeclineReason.CardDeclined, DeclineAdvice.TryAnotherMethod, Declined)),
        ("do_not_try_again revocation_of_authorization revocation_of_all_authorizations stop_payment_order",
            new(DeclineReason.CardDeclined, DeclineAdvice.DoNotRetry, Declined)),
        ("duplicate_transaction",
            new(DeclineReason.Other, DeclineAdvice.DoNotRetry, "The same payment was made a moment ago. Look at your orders before you pay again.")),
        ("payment_method_customer_decline",
            new(DeclineReason.Other, DeclineAdvice.TryAnotherMethod, "The payment was not approved. Try again or pay another way.")),
        ("payment_intent_mandate_invalid setup_intent_mandate_invalid",
            new(DeclineReason.Other, DeclineAdvice.TryAnotherMethod, "This way to pay is no longer agreed to. Choose it again or pay another way.")));

    private static readonly Meaning Unheard = new(DeclineReason.Other, DeclineAdvice.TryAnotherMethod, Declined);

    // Errors that are declines although Stripe does not send them as errors of a card.
    private static readonly FrozenSet<string> OfOtherMethods =
        ("authentication_required card_decline_rate_limit_exceeded payment_intent_authentication_failure payment_intent_action_required "
        + "payment_intent_payment_attempt_failed payment_intent_payment_attempt_expired payment_intent_mandate_invalid "
        + "payment_method_provider_decline payment_method_provider_timeout payment_method_customer_decline payment_method_not_available "
        + "setup_attempt_failed setup_intent_authentication_failure setup_intent_setup_attempt_expired setup_intent_mandate_invalid")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Tells a decline from an error that has another cause.</summary>
    internal static bool IsDecline(StripeError error) =>
        error.Type == "card_error" || error.DeclineCode is not null || (error.Code is { } code && OfOtherMethods.Contains(code));

    internal static Decline ToDecline(StripeError error, string? requestId)
    {
        var code = error.DeclineCode ?? error.Code ?? error.Type ?? "";
        var (reason, advice, buyer) = Find(error.DeclineCode) ?? Find(error.Code) ?? Unheard;

        // The network's advice says more than a code that tells no reason; it never softens what a code forbids.
        var isOpen = advice == DeclineAdvice.TryAnotherMethod && (reason == DeclineReason.CardDeclined || reason == DeclineReason.Other);
        advice = error.AdviceCode switch
        {
            "do_not_try_again" => DeclineAdvice.DoNotRetry,
            "confirm_card_data" when isOpen => DeclineAdvice.CorrectDetails,
            "try_again_later" when isOpen => DeclineAdvice.RetryLater,
            _ => advice,
        };

        return new Decline(reason, $"Stripe declined: {code}.")
        {
            Advice = advice,
            BuyerMessage = buyer,
            VendorCode = code,
            RequestId = requestId,
            PaymentId = error.PaymentIntent?.Id is { } id ? new GatewayPaymentId(id) : null,
        };
    }

    private static Meaning? Find(string? code) => code is null
        ? null
        : Meanings.TryGetValue(code, out var meaning)
            ? meaning
            : code.StartsWith("incorrect_", StringComparison.Ordinal) || code.StartsWith("invalid_", StringComparison.Ordinal)
                ? Meanings["incorrect_number"]
                : null;

    private static FrozenDictionary<string, Meaning> Table(params (string Codes, Meaning Meaning)[] lines) => lines
        .SelectMany(line => line.Codes.Split(' ').Select(code => KeyValuePair.Create(code, line.Meaning)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private sealed record Meaning(DeclineReason Reason, DeclineAdvice Advice, string Buyer);
}
