using System.Collections.Frozen;

namespace Commerce.Payments.Stripe;

/// <summary>Stripe's smallest units, which are not those of ISO 4217. Source: Stripe documentation, Supported currencies.</summary>
internal static class StripeMoney
{
    private static readonly FrozenSet<string> ZeroDecimals =
        "BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> ThreeDecimals = "BHD JOD KWD OMR TND".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Gives the amount in Stripe's units, or says why Stripe cannot take it.</summary>
    internal static Refusal? TryWrite(Money money, out long units)
    {
        units = 0;
        var code = money.Currency.Code;
        if (code == "UGX")
        {
            // Stripe's own tables contradict each other on shillings: a wrong guess would charge a hundred times the amount.
            return Refused(money, "Stripe's documentation contradicts itself about UGX: charge in another currency.");
        }

        var exponent = Exponent(code);
        if (code == "ISK" && decimal.Truncate(money.Amount) != money.Amount)
        {
            return Refused(money, "ISK has no decimals: round the amount.");
        }

        if (exponent == 3 && decimal.Truncate(money.Amount * 100) != money.Amount * 100)
        {
            return Refused(money, $"Stripe takes two decimals of {code}: round the amount.");
        }

        if (exponent == 0 && decimal.Truncate(money.Amount) != money.Amount)
        {
            return Refused(money, $"Stripe takes no decimals of {code}: round the amount.");
        }

        units = money.ToMinorUnits(exponent);
        return null;
    }

    /// <summary>Gives the commission in Stripe's units, which are always those of the payment's currency.</summary>
    internal static Refusal? TryWriteCommission(Money commission, Money? amount, out long units)
    {
        units = 0;
        return amount is { } paid && paid.Currency != commission.Currency
            ? new Refusal(RefusalCode.Validation, $"Commission is {commission} of {paid}: give it in the currency of the payment.") { Field = "Commission" }
            : TryWrite(commission, out units) is { } refusal ? refusal with { Field = "Commission" } : null;
    }

    internal static Money Read(long units, string? currency)
    {
        var parsed = Currency.Parse(currency ?? "");
        return Money.FromMinorUnits(units, parsed, Exponent(parsed.Code));
    }

    private static int Exponent(string code) => ZeroDecimals.Contains(code) ? 0 : ThreeDecimals.Contains(code) ? 3 : 2;

    private static Refusal Refused(Money money, string message) =>
        new(RefusalCode.Validation, $"The amount is {money}: {message}") { Field = "Amount" };
}
