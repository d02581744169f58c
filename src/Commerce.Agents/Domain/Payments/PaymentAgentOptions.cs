using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Which gateway takes the money, which refunds need a second person, how risk is judged, how tax is calculated.</summary>
public sealed class PaymentAgentOptions
{
    /// <summary>Gets or sets the name under which the gateway was registered.</summary>
    /// <value>The default is <c>stripe</c>.</value>
    public string Gateway { get; set; } = "stripe";

    /// <summary>Gets or sets the amount, in the payment's currency, above which a refund needs a second person.</summary>
    /// <value>The default is 500; 0 or more.</value>
    public decimal SecondPersonAbove { get; set; } = 500m;

    /// <summary>Gets or sets the age of a payment from which a refund needs a second person.</summary>
    /// <value>The default is 90 days; more than 0.</value>
    public TimeSpan SecondPersonAfter { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Gets or sets how long after a refusal of the gateway a refund is tried again.</summary>
    /// <value>The default is 1 hour; more than 0.</value>
    public TimeSpan RefundRetry { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Gets or sets how long before a hold ends it is renewed, when the order has not left. A hold shorter than twice this is renewed half way.</summary>
    /// <value>The default is 1 day; 1 minute to 6 days.</value>
    public TimeSpan RenewBefore { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Gets or sets how long the gateway may take to answer a look-up before it counts as unhealthy.</summary>
    /// <value>The default is 5 seconds; 1 millisecond to 1 minute.</value>
    public TimeSpan SlowGateway { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets how many euros one unit of another currency is worth, by the currency's code: <c>USD</c> 0.92.</summary>
    /// <value>Empty by default: orders in a currency without a rate are reviewed, and not taxed across a border of the European Union.</value>
    public IDictionary<string, decimal> EuroRates { get; } = new Dictionary<string, decimal>(StringComparer.Ordinal);

    /// <summary>Gets how risk is scored, blocked and reviewed.</summary>
    public FraudOptions Fraud { get; } = new();

    /// <summary>Gets the tax rates and rules.</summary>
    public TaxOptions Tax { get; } = new();

    /// <summary>Finds what one unit of a currency is worth in euros; <see langword="null"/> where no rate is given.</summary>
    internal decimal? EuroRate(Currency currency) =>
        currency == Currency.Eur ? 1 : EuroRates.TryGetValue(currency.Code, out var rate) ? rate : null;
}

internal sealed class PaymentAgentOptionsValidator : IValidateOptions<PaymentAgentOptions>
{
    public ValidateOptionsResult Validate(string? name, PaymentAgentOptions options)
    {
        var mistakes = new List<string>();
        if (string.IsNullOrWhiteSpace(options.Gateway))
        {
            mistakes.Add("Gateway is empty: give the name of a registered gateway.");
        }

        if (options.SecondPersonAbove < 0)
        {
            mistakes.Add($"SecondPersonAbove is {options.SecondPersonAbove}: give 0 or more.");
        }

        if (options.SecondPersonAfter <= TimeSpan.Zero)
        {
            mistakes.Add($"SecondPersonAfter is {options.SecondPersonAfter}: give a time above 0.");
        }

        if (options.RefundRetry <= TimeSpan.Zero)
        {
            mistakes.Add($"RefundRetry is {options.RefundRetry}: give a time above 0.");
        }

        if (options.RenewBefore < TimeSpan.FromMinutes(1) || options.RenewBefore > TimeSpan.FromDays(6))
        {
            mistakes.Add($"RenewBefore is {options.RenewBefore}: give 00:01:00 to 6.00:00:00.");
        }

        if (options.SlowGateway < TimeSpan.FromMilliseconds(1) || options.SlowGateway > TimeSpan.FromMinutes(1))
        {
            mistakes.Add($"SlowGateway is {options.SlowGateway}: give 00:00:00.0010000 to 00:01:00.");
        }

        foreach (var (currency, rate) in options.EuroRates)
        {
            if (!Currency.TryParse(currency, null, out var known) || known.Code != currency || rate <= 0)
            {
                mistakes.Add($"EuroRates has {currency} {rate}: give three capital letters and a rate above 0.");
            }
        }

        mistakes.AddRange(options.Fraud.Mistakes());
        mistakes.AddRange(options.Tax.Mistakes());
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
