namespace Commerce.Marketplaces.Ebay;

/// <summary>eBay's words for what we say. Source: eBay, Fulfillment API (issueRefund), Post-Order API (cancellation and return types), Trading ShippingCarrierCodeType.</summary>
internal static class EbayCodes
{
    private static readonly Dictionary<string, string> Carriers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["dpd"] = "DPD",
        ["dhl"] = "DHL",
        ["ups"] = "UPS",
        ["fedex"] = "FedEx",
        ["usps"] = "USPS",
        ["hermes"] = "Hermes",
        ["gls"] = "GLS",
        ["colissimo"] = "Colissimo",
        ["chronopost"] = "Chronopost",
    };

    internal static string Carrier(string code, IDictionary<string, string> own) =>
        own.TryGetValue(code, out var mine) ? mine : Carriers.GetValueOrDefault(code, code);

    internal static string RefundReasonOf(RefundReason reason) => reason.Value switch
    {
        "returned" => "BUYER_RETURN",
        "not_received" => "ITEM_NOT_RECEIVED",
        "not_as_described" => "ITEM_NOT_AS_DESCRIBED",
        "out_of_stock" => "SELLER_CANCEL",
        "buyer_request" => "BUYER_CANCEL",
        _ => "OTHER_ADJUSTMENT",
    };

    /// <summary>Gives the reason that a seller may name; null where eBay has none.</summary>
    internal static string? CancelReasonOf(CancellationReason reason) => reason.Value switch
    {
        "out_of_stock" => "OUT_OF_STOCK_OR_CANNOT_FULFILL",
        "buyer_request" => "BUYER_ASKED_CANCEL",
        "address_problem" => "ADDRESS_ISSUES",
        _ => null,
    };

    /// <summary>Gives the decision on a return; null for a verdict that eBay has no decision for.</summary>
    internal static string? DecisionOf(ReturnVerdict verdict) => verdict.Value switch
    {
        "accept" => "APPROVE",
        "accept_without_label" => "APPROVE_WITHOUT_EBAY_LABEL",
        "provide_rma" => "PROVIDE_RMA",
        "offer_partial_refund" => "OFFER_PARTIAL_REFUND",
        "refuse" => "DECLINE",
        _ => null,
    };

    /// <summary>Gives the language of a site's offers; null where the site has several or is not in the table.</summary>
    internal static string? LanguageOf(string marketplaceId) => marketplaceId switch
    {
        "EBAY_DE" => "de-DE",
        "EBAY_AT" => "de-AT",
        "EBAY_FR" => "fr-FR",
        "EBAY_IT" => "it-IT",
        "EBAY_ES" => "es-ES",
        "EBAY_NL" => "nl-NL",
        "EBAY_PL" => "pl-PL",
        "EBAY_IE" => "en-IE",
        "EBAY_GB" => "en-GB",
        "EBAY_US" => "en-US",
        _ => null,
    };
}
