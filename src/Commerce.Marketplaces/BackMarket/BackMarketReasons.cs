using System.Globalization;

namespace Commerce.Marketplaces.BackMarket;

/// <summary>Back Market's reasons for cancelling and paying back. Source: Back Market seller API, ReturnReason.</summary>
internal static class BackMarketReasons
{
    private const int StockMistake = 0;
    private const int Withdrawal = 1;
    private const int WrongAddress = 11;
    private const int NotArrived = 12;
    private const int NotCompliant = 24;
    private const int Other = 25;

    internal static (int Code, Refusal? Refusal) Of(CancellationReason reason, string? vendorReason) => Given(vendorReason) ?? (reason.Value switch
    {
        "out_of_stock" => StockMistake,
        "buyer_request" => Withdrawal,
        "address_problem" => WrongAddress,
        _ => Other,
    }, null);

    internal static (int Code, Refusal? Refusal) Of(RefundReason reason, string? vendorReason) => Given(vendorReason) ?? (reason.Value switch
    {
        "out_of_stock" => StockMistake,
        "buyer_request" => Withdrawal,
        "not_received" => NotArrived,
        "not_as_described" => NotCompliant,
        _ => Other,
    }, null);

    private static (int Code, Refusal? Refusal)? Given(string? vendorReason)
    {
        if (string.IsNullOrEmpty(vendorReason))
        {
            return null;
        }

        return int.TryParse(vendorReason, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is 0 or 1 or 11 or 12 or 13 or 21 or 22 or 23 or 24 or 25
            ? (code, null)
            : (0, new Refusal(RefusalCode.Validation, $"VendorReason is {vendorReason}: Back Market knows 0, 1, 11, 12, 13 and 21 to 25.") { Field = "VendorReason" });
    }
}
