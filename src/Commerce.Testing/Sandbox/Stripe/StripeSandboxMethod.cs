namespace Commerce.Testing.Sandbox;

/// <summary>The documented test payment methods. Source: Stripe documentation, Test cards; read 2026-11-20.</summary>
internal sealed record StripeSandboxMethod(string Brand, string Last4, StripeSandboxEffect Effect = StripeSandboxEffect.Succeeds)
{
    internal static readonly Dictionary<string, StripeSandboxMethod> All = new(StringComparer.Ordinal)
    {
        ["pm_card_visa"] = new("visa", "4242"),
        ["pm_card_visa_debit"] = new("visa", "5556") { Funding = "debit" },
        ["pm_card_mastercard"] = new("mastercard", "4444"),
        ["pm_card_mastercard_debit"] = new("mastercard", "8210") { Funding = "debit" },
        ["pm_card_mastercard_prepaid"] = new("mastercard", "5100") { Funding = "prepaid" },
        ["pm_card_amex"] = new("amex", "0005"),
        ["pm_card_discover"] = new("discover", "1117"),
        ["pm_card_diners"] = new("diners", "0004"),
        ["pm_card_jcb"] = new("jcb", "0505"),
        ["pm_card_unionpay"] = new("unionpay", "0005"),
        ["pm_card_visa_chargeDeclined"] = Declined("0002", "card_declined", "generic_decline", "Your card was declined."),
        ["pm_card_visa_chargeDeclinedInsufficientFunds"] = Declined("9995", "card_declined", "insufficient_funds", "Your card has insufficient funds."),
        ["pm_card_visa_chargeDeclinedLostCard"] = Declined("9987", "card_declined", "lost_card", "Your card was declined."),
        ["pm_card_visa_chargeDeclinedStolenCard"] = Declined("9979", "card_declined", "stolen_card", "Your card was declined."),
        ["pm_card_chargeDeclinedExpiredCard"] = Declined("0069", "expired_card", "expired_card", "Your card has expired."),
        ["pm_card_chargeDeclinedIncorrectCvc"] = Declined("0127", "incorrect_cvc", "incorrect_cvc", "Your card's security code is incorrect."),
        ["pm_card_chargeDeclinedProcessingError"] = Declined("0119", "processing_error", "processing_error", "An error occurred while processing your card. Try again in a little bit."),
        ["pm_card_visa_chargeDeclinedVelocityLimitExceeded"] = Declined("6975", "card_declined", "card_velocity_exceeded", "Your card was declined for making repeated attempts too frequently or exceeding its amount limit."),
        ["pm_card_chargeCustomerFail"] = Declined("0341", "card_declined", "generic_decline", "Your card was declined.") with { AttachesFirst = true },
        ["pm_card_radarBlock"] = Declined("0019", "card_declined", "fraudulent", "Your card was declined.") with { RiskLevel = "highest" },
        ["pm_card_riskLevelHighest"] = new("visa", "4954") { RiskLevel = "highest" },
        ["pm_card_riskLevelElevated"] = new("visa", "9235", StripeSandboxEffect.IsReviewed) { RiskLevel = "elevated" },
        ["pm_card_cvcCheckFail"] = new("visa", "0101") { CvcCheck = "fail" },
        ["pm_card_avsZipFail"] = new("visa", "0036") { PostalCodeCheck = "fail" },
        ["pm_card_authenticationRequiredOnSetup"] = new("visa", "3155") { Authentication = StripeSandboxAuthentication.UnlessSetUp },
        ["pm_card_authenticationRequired"] = new("visa", "3184") { Authentication = StripeSandboxAuthentication.Always },
        ["pm_card_authenticationRequiredSetupForOffSession"] = new("visa", "0446") { Authentication = StripeSandboxAuthentication.OnSession },
        ["pm_card_threeDSecure2Required"] = new("visa", "3220") { Authentication = StripeSandboxAuthentication.Always },
        ["pm_card_threeDSecureRequired"] = new("visa", "3063") { Authentication = StripeSandboxAuthentication.Always },
        ["pm_card_threeDSecureRequiredChargeDeclined"] =
            Declined("1629", "card_declined", "generic_decline", "Your card was declined.") with { Authentication = StripeSandboxAuthentication.Always },
        ["pm_card_threeDSecureRequiredProcessingError"] = Declined("1280", "card_declined", "processing_error", "An error occurred while processing your card."),
        ["pm_card_threeDSecureOptional"] = new("visa", "3055"),
        ["pm_card_createDispute"] = new("visa", "0259", StripeSandboxEffect.IsDisputed),
        ["pm_card_createDisputeProductNotReceived"] = new("visa", "2685", StripeSandboxEffect.IsDisputed) { DisputeReason = "product_not_received" },
        ["pm_card_createDisputeInquiry"] = new("visa", "1976", StripeSandboxEffect.IsInquired),
        ["pm_card_createIssuerFraudRecord"] = new("visa", "5423", StripeSandboxEffect.IsReportedAsFraud),
        ["pm_card_createMultipleDisputes"] = new("visa", "0079", StripeSandboxEffect.IsDisputedTwice),
        ["pm_card_createCe3EligibleDispute"] = new("visa", "0038", StripeSandboxEffect.IsDisputed) { DisputeEligibility = "visa_compelling_evidence_3" },
        ["pm_card_createComplianceDispute"] =
            new("visa", "0779", StripeSandboxEffect.IsDisputed) { DisputeReason = "noncompliant", DisputeEligibility = "visa_compliance" },
        ["pm_card_pendingRefund"] = new("visa", "7726", StripeSandboxEffect.RefundIsPending),
        ["pm_card_refundFail"] = new("visa", "5126", StripeSandboxEffect.RefundFails),
        ["pm_card_bypassPending"] = new("visa", "0077", StripeSandboxEffect.IsAvailableAtOnce),
        ["pm_card_bypassPendingInternational"] = new("visa", "0278", StripeSandboxEffect.IsAvailableAtOnce) { Country = "BR" },
        ["pm_usBankAccount_success"] = new("", "6789", StripeSandboxEffect.IsSlow),
    };

    internal string Funding { get; init; } = "credit";

    internal string Country { get; init; } = "US";

    internal string RiskLevel { get; init; } = "normal";

    internal string CvcCheck { get; init; } = "pass";

    internal string PostalCodeCheck { get; init; } = "pass";

    internal string DisputeReason { get; init; } = "fraudulent";

    internal string? DisputeEligibility { get; init; }

    internal (string Code, string DeclineCode, string Message)? Decline { get; init; }

    internal StripeSandboxAuthentication Authentication { get; init; }

    /// <summary>Gets a value indicating whether a customer can keep the declined card: it fails when it is charged.</summary>
    internal bool AttachesFirst { get; init; }

    internal bool IsCard => Brand.Length > 0;

    private static StripeSandboxMethod Declined(string last4, string code, string declineCode, string message) =>
        new("visa", last4) { Decline = (code, declineCode, message) };
}
