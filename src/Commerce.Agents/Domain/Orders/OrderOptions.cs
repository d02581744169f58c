using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Orders;

/// <summary>How orders are priced and bounded.</summary>
public sealed class OrderOptions
{
    /// <summary>Gets the countries to which orders are shipped.</summary>
    public ISet<CountryCode> Countries { get; } = new HashSet<CountryCode>(
        new[] { "AT", "BE", "DE", "ES", "FR", "GB", "IT", "LU", "NL", "PT" }.Select(static code => CountryCode.Parse(code)));

    /// <summary>
    /// Gets or sets a value indicating whether the prices of the catalogue, of shipping and of promotions include tax. Then the tax is taken out of them at
    /// the rates of the sale, so that buyers in all countries pay the same, and who pays no tax pays the price without the tax of the seller's country.
    /// </summary>
    /// <value>The default is false: tax comes on top.</value>
    public bool PricesIncludeTax { get; set; }

    /// <summary>Gets or sets the shipping price; without tax, unless <see cref="PricesIncludeTax"/>.</summary>
    /// <value>The default is 5.99; 0 to 1 000.</value>
    public decimal ShippingPrice { get; set; } = 5.99m;

    /// <summary>Gets or sets the value of goods after discount, by the prices of the catalogue, from which shipping is free.</summary>
    /// <value>The default is 50.00; 0 or more.</value>
    public decimal FreeShippingFrom { get; set; } = 50.00m;

    /// <summary>Gets or sets a value indicating whether shipping is taxed at the order's rate.</summary>
    /// <value>The default is true.</value>
    public bool IsShippingTaxed { get; set; } = true;

    /// <summary>Gets or sets the smallest total that is charged.</summary>
    /// <value>The default is 0.50.</value>
    public decimal MinTotal { get; set; } = 0.50m;

    /// <summary>Gets or sets the greatest total that is charged.</summary>
    /// <value>The default is 999 999.99.</value>
    public decimal MaxTotal { get; set; } = 999_999.99m;

    /// <summary>Gets or sets how long an order waits for units that are not there, from its beginning or from the last time that the buyer extended it.</summary>
    /// <value>The default is 30 days; 1 hour to 365 days.</value>
    public TimeSpan BackorderLifetime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Gets or sets how many days it takes until units that have come can be sent.</summary>
    /// <value>The default is 1; 0 to 30.</value>
    public int PutAwayDays { get; set; } = 1;
}

internal sealed class OrderOptionsValidator : IValidateOptions<OrderOptions>
{
    public ValidateOptionsResult Validate(string? name, OrderOptions options)
    {
        var mistakes = new List<string>();
        if (options.ShippingPrice is < 0 or > 1_000)
        {
            mistakes.Add($"ShippingPrice is {options.ShippingPrice}: give 0 to 1000.");
        }

        if (options.FreeShippingFrom < 0)
        {
            mistakes.Add($"FreeShippingFrom is {options.FreeShippingFrom}: give 0 or more.");
        }

        if (options.MinTotal <= 0 || options.MinTotal > options.MaxTotal)
        {
            mistakes.Add($"MinTotal is {options.MinTotal} and MaxTotal {options.MaxTotal}: give a range above 0.");
        }

        if (options.BackorderLifetime < TimeSpan.FromHours(1) || options.BackorderLifetime > TimeSpan.FromDays(365))
        {
            mistakes.Add($"BackorderLifetime is {options.BackorderLifetime}: give 1 hour to 365 days.");
        }

        if (options.PutAwayDays is < 0 or > 30)
        {
            mistakes.Add($"PutAwayDays is {options.PutAwayDays}: give 0 to 30.");
        }

        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
