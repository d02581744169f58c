using System.Collections.Frozen;

namespace Commerce.Payments.Stripe;

/// <summary>Error codes about which a caller can do something, in common words. Source: Stripe documentation, Error codes.</summary>
internal static class StripeRefusals
{
    private static readonly FrozenDictionary<string, (RefusalCode Code, string? Field)> Codes = Table(
        ("resource_missing", RefusalCode.NotFound, null),
        ("amount_too_small amount_too_large invalid_charge_amount", RefusalCode.Validation, "Amount"),
        ("charge_already_refunded balance_insufficient insufficient_funds", RefusalCode.AmountExceeded, "Amount"),
        ("charge_exceeds_source_limit charge_exceeds_transaction_limit payouts_limit_exceeded instant_payouts_limit_exceeded",
            RefusalCode.PolicyViolation, "Amount"),
        ("payment_intent_unexpected_state intent_invalid_state setup_intent_unexpected_state payment_method_unexpected_state status_transition_invalid "
            + "charge_already_captured charge_expired_for_capture capture_charge_authorization_expired capture_unauthorized_payment "
            + "refund_disputed_payment charge_disputed charge_not_refundable payout_reconciliation_not_ready",
            RefusalCode.InvalidTransition, null),
        ("payment_intent_incompatible_payment_method payment_method_invalid_parameter token_already_used", RefusalCode.Validation, "Method"),
        ("payment_method_unactivated payment_method_unsupported_type payment_method_currency_mismatch", RefusalCode.NotSupported, "Method"),
        ("token_in_use", RefusalCode.Conflict, "Method"),
        ("application_fees_not_allowed", RefusalCode.PolicyViolation, "Commission"),
        ("transfers_not_allowed payouts_not_allowed insufficient_capabilities_for_transfer", RefusalCode.PolicyViolation, null),
        ("not_allowed_on_standard_account instant_payouts_unsupported instant_payouts_config_disabled instant_payouts_currency_disabled",
            RefusalCode.NotSupported, null),
        ("transfer_source_balance_parameters_mismatch account_country_invalid_address tax_id_invalid routing_number_invalid account_number_invalid "
            + "bank_account_unusable url_invalid email_invalid postal_code_invalid",
            RefusalCode.Validation, null),
        ("bank_account_declined", RefusalCode.ExternalRejected, null),
        ("resource_already_exists", RefusalCode.Duplicate, null));

    internal static (RefusalCode Code, string? Field)? Find(string code) => Codes.TryGetValue(code, out var refusal) ? refusal : null;

    /// <summary>Gives our name of a parameter, if it has one.</summary>
    internal static string? FieldOf(string? param) => param switch
    {
        null => null,
        "amount" or "amount_to_capture" => "Amount",
        "final_capture" => "IsFinal",
        "payment_method" => "Method",
        "customer" => "Customer",
        "application_fee_amount" => "Commission",
        "reverse_transfer" => "ReverseTransfer",
        "refund_application_fee" => "RefundCommission",
        "return_url" => "ReturnUrl",
        "refresh_url" => "RefreshUrl",
        "statement_descriptor" or "statement_descriptor_suffix" => "StatementText",
        "transfer_data[destination]" or "on_behalf_of" => "Seller",
        "destination" => "Destination",
        "source_transaction" => "Source",
        "transfer_group" => "Group",
        "country" => "Country",
        "email" => "Email",
        "business_type" => "BusinessType",
        "external_account" => "Token",
        "url" => "Url",
        "file" => "Content",
        "evidence[shipping_carrier]" => "Carrier",
        "evidence[shipping_tracking_number]" => "TrackingNumber",
        "evidence[shipping_date]" => "ShippedOn",
        "evidence[product_description]" => "ProductDescription",
        "evidence[uncategorized_text]" => "Text",
        _ when param.StartsWith("evidence[", StringComparison.Ordinal) => "VendorFields",
        _ when param.StartsWith("capabilities[", StringComparison.Ordinal) => "Capabilities",
        _ when param.StartsWith("settings[payouts][schedule]", StringComparison.Ordinal)
            || param.StartsWith("payments[payouts][schedule]", StringComparison.Ordinal) => "Payouts",
        _ when param.StartsWith("metadata", StringComparison.Ordinal) => "Metadata",
        _ => null,
    };

    private static FrozenDictionary<string, (RefusalCode Code, string? Field)> Table(params (string Codes, RefusalCode Code, string? Field)[] lines) => lines
        .SelectMany(line => line.Codes.Split(' ').Select(code => KeyValuePair.Create(code, (line.Code, line.Field))))
        .ToFrozenDictionary(StringComparer.Ordinal);
}
