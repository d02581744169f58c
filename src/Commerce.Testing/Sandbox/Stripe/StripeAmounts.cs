namespace Commerce.Testing.Sandbox;

/// <summary>What Stripe takes as an amount of a currency. Source: Stripe documentation, Supported currencies; read 2026-11-20.</summary>
internal static class StripeAmounts
{
    private const long Most = 99_999_999;
    private const long MostOfSmallUnits = 999_999_999_999;

    private static readonly Dictionary<string, long> Least = new(StringComparer.Ordinal)
    {
        ["aed"] = 200, ["bgn"] = 100, ["czk"] = 1500, ["dkk"] = 250, ["gbp"] = 30, ["hkd"] = 400, ["huf"] = 17500, ["mxn"] = 1000, ["myr"] = 200,
        ["nok"] = 300, ["pln"] = 200, ["ron"] = 200, ["sek"] = 300, ["thb"] = 1000,
    };

    internal static void CheckCharge(long amount, string currency)
    {
        if (amount < Least.GetValueOrDefault(currency, 50))
        {
            throw StripeRefusal.Invalid(
                "amount_too_small", $"Amount must be at least {Least.GetValueOrDefault(currency, 50)} in the smallest unit of {currency}.", "amount");
        }

        CheckMost(amount, currency);
        if ((currency is "bhd" or "jod" or "kwd" or "omr" or "tnd" && amount % 10 != 0) || (currency is "isk" or "ugx" && amount % 100 != 0))
        {
            throw StripeRefusal.Invalid(null, $"Invalid amount: {currency} cannot be charged so finely.", "amount");
        }
    }

    internal static void CheckPayout(long amount, string currency)
    {
        CheckMost(amount, currency);
        if (currency is "huf" or "twd" && amount % 100 != 0)
        {
            throw StripeRefusal.Invalid(null, $"Invalid amount: payouts in {currency} must be divisible by 100.", "amount");
        }
    }

    /// <summary>Reads a currency in the form in which answers have it.</summary>
    internal static string Currency(StripeParameters parameters)
    {
        var currency = parameters.Text("currency")!;
        return currency.Length == 3 && currency.All(char.IsAsciiLetter)
            ? currency.ToLowerInvariant()
            : throw StripeRefusal.Invalid(null, $"Invalid currency: {currency}.", "currency");
    }

    private static void CheckMost(long amount, string currency)
    {
        var most = currency is "idr" or "inr" or "jpy" or "huf" or "cop" ? MostOfSmallUnits : Most;
        if (amount > most)
        {
            throw StripeRefusal.Invalid("amount_too_large", $"Amount must be no more than {most}.", "amount");
        }
    }
}
