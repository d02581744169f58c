using System.ComponentModel.DataAnnotations;
using Commerce.Http;
using Microsoft.Extensions.Options;

namespace Commerce.Marketplaces.BackMarket;

/// <summary>Configures a seller account at Back Market; usually bound from <c>Commerce:Marketplaces:BackMarket</c>.</summary>
/// <remarks>
/// <see cref="VendorHttpOptions.BaseAddress"/> follows from <see cref="Market"/> and <see cref="UsePreproduction"/> when it is not set: accounts and tokens
/// belong to one platform (Europe, North America, Asia-Pacific) and one environment.
/// </remarks>
public sealed class BackMarketMarketplaceOptions : VendorHttpOptions
{
    /// <summary>Gets or sets the token from the back office (Options, Integrations), without the word <c>Basic</c>. It is encoded already. Secret.</summary>
    [Required(ErrorMessage = "Token is empty: make one in the back office under Options, Integrations.")]
    [RegularExpression("^[A-Za-z0-9+/=_.~-]{8,}$", ErrorMessage = "Token is the text from the back office: at least 8 characters without blanks and without the word Basic before it.")]
    public string Token { get; set; } = "";

    /// <summary>Gets or sets the market whose listings, prices and quantities are read and written when none is named: <c>fr-fr</c>, <c>de-de</c>, <c>en-us</c> and so on.</summary>
    [Required(ErrorMessage = "Market is empty: give the market code, such as fr-fr.")]
    [RegularExpression("^[a-z]{2}-[a-z]{2}$", ErrorMessage = "Market is a code of two and two small letters, such as fr-fr.")]
    public string Market { get; set; } = "";

    /// <summary>Gets or sets the company in the <c>User-Agent</c>, without which Back Market may refuse requests: 1 to 50 letters, digits, dots and underscores.</summary>
    [Required(ErrorMessage = "CompanyName is empty: Back Market wants to know who calls.")]
    [RegularExpression("^[A-Za-z0-9._]{1,50}$", ErrorMessage = "CompanyName is 1 to 50 letters, digits, dots and underscores.")]
    public string CompanyName { get; set; } = "";

    /// <summary>Gets or sets the integration in the <c>User-Agent</c>: 1 to 50 letters, digits, dots and underscores.</summary>
    /// <value>The default is <c>CommerceSdk</c>.</value>
    [Required(ErrorMessage = "IntegrationName is empty: Back Market wants to know what calls.")]
    [RegularExpression("^[A-Za-z0-9._]{1,50}$", ErrorMessage = "IntegrationName is 1 to 50 letters, digits, dots and underscores.")]
    public string IntegrationName { get; set; } = "CommerceSdk";

    /// <summary>Gets or sets the mailbox in the <c>User-Agent</c> to which Back Market writes when the integration misbehaves.</summary>
    [Required(ErrorMessage = "ContactEmail is empty: Back Market wants to know whom to write to.")]
    [RegularExpression("^[!-:<-?A-~]+@[!-:<-?A-~]+$", ErrorMessage = "ContactEmail is a mailbox, such as tech@example.com.")]
    public string ContactEmail { get; set; } = "";

    /// <summary>Gets or sets a value indicating whether the pre-production host is called; it has tokens of its own.</summary>
    /// <value>The default is false.</value>
    public bool UsePreproduction { get; set; }

    /// <summary>
    /// Gets or sets what the price of an order line is about, for orders whose sums do not tell it. The sums tell it for most orders. While it is not set,
    /// such lines have no prices, and paying back some of their pieces is refused.
    /// </summary>
    /// <value>There is no default: Back Market's contract and its answers disagree.</value>
    [EnumDataType(typeof(BackMarketLinePrice), ErrorMessage = "LinePrice is WholeLine or OnePiece.")]
    public BackMarketLinePrice? LinePrice { get; set; }

    /// <summary>
    /// Gets or sets what it means that the report of a finished batch task does not name an item. While it is not set, nothing goes through batch tasks: prices
    /// are set one by one, and new listings are refused.
    /// </summary>
    /// <value>There is no default: Back Market does not document its reports. Send a small batch and look.</value>
    [EnumDataType(typeof(BackMarketUnnamedItem), ErrorMessage = "UnnamedItem is Done or NotDone.")]
    public BackMarketUnnamedItem? UnnamedItem { get; set; }

    /// <summary>Gets or sets from how many price changes on they go as one batch task instead of one by one; needs <see cref="UnnamedItem"/>.</summary>
    /// <value>There is no default: without it, prices are always set one by one, in real time, 2 000 an hour. 1 to 10 000.</value>
    [Range(1, 10_000, ErrorMessage = "BatchPricesFrom is 1 to 10000.")]
    public int? BatchPricesFrom { get; set; }

    /// <summary>
    /// Gets or sets the name of the column that takes the condition of a new listing, as the template in the back office (Options, Batch Listing Creation) has it.
    /// While it is not set, new listings are refused.
    /// </summary>
    /// <value>There is no default: the columns are not public, and a device under the wrong grade is sold under it.</value>
    [RegularExpression("^[A-Za-z0-9_ ]{1,50}$", ErrorMessage = "ConditionColumn is the name of a column: 1 to 50 letters, digits, blanks and underscores.")]
    public string? ConditionColumn { get; set; }

    /// <summary>Gets or sets a value indicating whether calls wait so that Back Market's limits are kept.</summary>
    /// <value>The default is true; switch it off only against a sandbox.</value>
    public bool KeepCallFrequencies { get; set; } = true;
}

[OptionsValidator]
internal sealed partial class BackMarketGeneratedOptionsValidator : IValidateOptions<BackMarketMarketplaceOptions>;

internal sealed class BackMarketMarketplaceOptionsValidator : IValidateOptions<BackMarketMarketplaceOptions>
{
    private readonly BackMarketGeneratedOptionsValidator _generated = new();

    public ValidateOptionsResult Validate(string? name, BackMarketMarketplaceOptions options)
    {
        var failures = (_generated.Validate(name, options).Failures ?? []).ToList();
        if (options.BaseAddress is null && options.Market.Length > 0 && BackMarketMarkets.AddressOf(options.Market, options.UsePreproduction) is null)
        {
            failures.Add($"Market is {options.Market}, which is not known here: set BaseAddress to the platform that has it.");
        }

        if (options.BatchPricesFrom is not null && options.UnnamedItem is null)
        {
            failures.Add("BatchPricesFrom is set but UnnamedItem is not: decide first what a report that does not name an item means.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
