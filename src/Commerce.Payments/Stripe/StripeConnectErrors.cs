namespace Commerce.Payments.Stripe;

/// <summary>What Stripe's "no" to sellers' accounts, transfers, payouts and disputes means. Source: Stripe documentation, Error codes.</summary>
internal static class StripeConnectErrors
{
    /// <summary>Gets the code of an error that has none of its own.</summary>
    internal const string NoCode = "invalid_request_error";

    /// <summary>Tells an expected "no" from a technical failure.</summary>
    internal static Refusal? RefusalOf(CommerceException failure) => failure.HttpStatus is not (400 or 403 or 413)
        ? null
        : (failure.HttpStatus, failure.VendorCode) switch
        {
            (_, "account_invalid") => Refused(failure, RefusalCode.NotFound, "Seller"),
            (403, _) => null,
            (413, _) => Refused(failure, RefusalCode.Validation, "Content"),
            (_, "resource_missing") => Refused(failure, RefusalCode.NotFound),
            (_, "balance_insufficient" or "insufficient_funds") => Refused(failure, RefusalCode.AmountExceeded, "Amount"),
            (_, "payouts_limit_exceeded" or "instant_payouts_limit_exceeded") => Refused(failure, RefusalCode.PolicyViolation, "Amount"),
            (_, "payouts_not_allowed" or "transfers_not_allowed") => Refused(failure, RefusalCode.PolicyViolation),
            (_, "instant_payouts_unsupported" or "instant_payouts_config_disabled" or "instant_payouts_currency_disabled"
                or "not_allowed_on_standard_account") => Refused(failure, RefusalCode.NotSupported),
            (_, "account_country_invalid_address" or "tax_id_invalid" or "routing_number_invalid" or "account_number_invalid" or "bank_account_unusable"
                or "email_invalid" or "postal_code_invalid" or "url_invalid" or "transfer_source_balance_parameters_mismatch") =>
                Refused(failure, RefusalCode.Validation),
            (_, "bank_account_declined") => Refused(failure, RefusalCode.ExternalRejected),
            (_, "resource_already_exists") => Refused(failure, RefusalCode.Duplicate),
            (_, "status_transition_invalid") => Refused(failure, RefusalCode.InvalidTransition),

            // A parameter that Stripe does not know, or misses, is a mistake of the client: no refusal. A value that it does not take is one.
            (_, "parameter_unknown" or "parameter_missing") => null,
            _ when FieldOf(failure.Field) is not null => Refused(failure, RefusalCode.Validation),
            _ => null,
        };

    /// <summary>Makes a refusal of a failure that turned out to be one.</summary>
    internal static Refusal Refused(CommerceException failure, RefusalCode code, string? field = null) =>
        new(code, $"stripe refused: {failure.VendorMessage ?? "no reason given"}")
        {
            Field = field ?? FieldOf(failure.Field) ?? failure.Field,
            VendorCode = failure.VendorCode,
            RequestId = failure.RequestId,
        };

    /// <summary>Gets our name of a parameter, if it has one.</summary>
    internal static string? FieldOf(string? param) => param switch
    {
        null => null,
        "country" => "Country",
        "email" => "Email",
        "business_type" => "BusinessType",
        "destination" => "Destination",
        "source_transaction" => "Source",
        "transfer_group" => "Group",
        "statement_descriptor" => "StatementText",
        "external_account" => "Token",
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
}
