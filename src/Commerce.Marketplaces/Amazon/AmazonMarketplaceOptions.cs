using System.ComponentModel.DataAnnotations;
using Commerce.Http;
using Microsoft.Extensions.Options;

namespace Commerce.Marketplaces.Amazon;

/// <summary>Configures a seller at Amazon in one region; usually bound from <c>Commerce:Marketplaces:Amazon</c>.</summary>
/// <remarks>A seller authorises an application for each region: two regions are two accounts with two names.</remarks>
public sealed class AmazonMarketplaceOptions : VendorHttpOptions
{
    /// <summary>Gets the address of Europe, Turkey, the Middle East, Africa and India, the default.</summary>
    public static Uri EuropeAddress { get; } = new("https://sellingpartnerapi-eu.amazon.com/");

    /// <summary>Gets the address of North America and Brazil.</summary>
    public static Uri NorthAmericaAddress { get; } = new("https://sellingpartnerapi-na.amazon.com/");

    /// <summary>Gets the address of Japan, Australia and Singapore.</summary>
    public static Uri FarEastAddress { get; } = new("https://sellingpartnerapi-fe.amazon.com/");

    /// <summary>Gets the address of Europe's static sandbox, which knows Amazon's published test cases and nothing else.</summary>
    public static Uri EuropeSandboxAddress { get; } = new("https://sandbox.sellingpartnerapi-eu.amazon.com/");

    /// <summary>Gets the address of North America's static sandbox.</summary>
    public static Uri NorthAmericaSandboxAddress { get; } = new("https://sandbox.sellingpartnerapi-na.amazon.com/");

    /// <summary>Gets the address of the Far East's static sandbox.</summary>
    public static Uri FarEastSandboxAddress { get; } = new("https://sandbox.sellingpartnerapi-fe.amazon.com/");

    /// <summary>Gets or sets the client id of the application, such as <c>amzn1.application-oa2-client.…</c>.</summary>
    [Required(ErrorMessage = "ClientId is empty: take the LWA client identifier of the application from Seller Central or the Solution Provider Portal.")]
    public string ClientId { get; set; } = "";

    /// <summary>Gets or sets the client secret of the application, which Amazon wants changed every 180 days. Secret.</summary>
    [Required(ErrorMessage = "ClientSecret is empty: take the LWA client secret of the application from Seller Central or the Solution Provider Portal.")]
    public string ClientSecret { get; set; } = "";

    /// <summary>Gets or sets the token that the seller's authorisation gave, such as <c>Atzr|…</c>; to be renewed by the seller every year. Secret.</summary>
    [Required(ErrorMessage = "RefreshToken is empty: authorise the application for the seller and take the token that starts with Atzr|.")]
    public string RefreshToken { get; set; } = "";

    /// <summary>Gets or sets the seller's merchant token, such as <c>A1B2C3D4E5F6G7</c>.</summary>
    [Required(ErrorMessage = "SellerId is empty: give the merchant token from the account information in Seller Central.")]
    [RegularExpression("^[A-Z0-9]{8,20}$", ErrorMessage = "SellerId is the merchant token: 8 to 20 capital letters and digits.")]
    public string SellerId { get; set; } = "";

    /// <summary>Gets or sets the keys of the stores where the seller sells, such as <c>A13V1IB3VIYZZH</c> for amazon.fr: 1 to 25, the first one is the default.</summary>
    public IReadOnlyList<string> MarketplaceIds { get; set; } = [];

    /// <summary>Gets or sets where access tokens come from.</summary>
    /// <value>The default is <c>https://api.amazon.com/auth/o2/token</c>; absolute, http or https.</value>
    public Uri TokenAddress { get; set; } = new("https://api.amazon.com/auth/o2/token");

    /// <summary>Gets or sets the application's name and version, which Amazon demands in every request's user agent.</summary>
    /// <value>The default is <c>Commerce.Sdk/1.0</c>; a name, a slash, a version.</value>
    [Required(ErrorMessage = "Application is empty: write a name and a version, such as MyShop/2.1.")]
    [RegularExpression(@"^[A-Za-z0-9._-]{1,100}/[A-Za-z0-9._-]{1,50}$", ErrorMessage = "Application is a name, a slash and a version, such as MyShop/2.1.")]
    public string Application { get; set; } = "Commerce.Sdk/1.0";

    /// <summary>Gets or sets a value indicating whether orders are read with buyer and address; it takes the application's restricted roles.</summary>
    /// <value>The default is true.</value>
    public bool IncludeBuyerData { get; set; } = true;

    /// <summary>Gets or sets from how many changes on a batch becomes one feed; fewer are sent one by one and answered at once.</summary>
    /// <value>The default is 20; 1 to 1 000.</value>
    public int FeedFrom { get; set; } = 20;

    /// <summary>Gets or sets the language in which Amazon words the problems of listings, such as <c>fr_FR</c>; the store's own when not given.</summary>
    [RegularExpression("^[a-z]{2}_[A-Z]{2}$", ErrorMessage = "IssueLocale is written like fr_FR.")]
    public string? IssueLocale { get; set; }

    /// <summary>Gets or sets a value indicating whether Amazon's rates of calls are kept on this side, corrected by what Amazon answers.</summary>
    /// <value>The default is true; switch it off only against a sandbox.</value>
    public bool KeepCallRates { get; set; } = true;
}

[OptionsValidator]
internal sealed partial class AmazonGeneratedOptionsValidator : IValidateOptions<AmazonMarketplaceOptions>;

internal sealed class AmazonMarketplaceOptionsValidator : IValidateOptions<AmazonMarketplaceOptions>
{
    private const int MaxMarketplaces = 25;

    private readonly AmazonGeneratedOptionsValidator _generated = new();

    public ValidateOptionsResult Validate(string? name, AmazonMarketplaceOptions options)
    {
        var mistakes = new List<string>(_generated.Validate(name, options).Failures ?? []);
        var stores = options.MarketplaceIds ?? [];
        if (stores.Count is 0 or > MaxMarketplaces)
        {
            mistakes.Add($"MarketplaceIds has {stores.Count} entries: give 1 to {MaxMarketplaces}, such as A13V1IB3VIYZZH for amazon.fr.");
        }

        mistakes.AddRange(stores
            .Where(static id => AmazonStores.Find(id) is null)
            .Select(static id => $"MarketplaceIds names {id}, which is no store of Amazon's: give keys such as A13V1IB3VIYZZH for amazon.fr."));
        if (stores.Distinct(StringComparer.Ordinal).Count() != stores.Count)
        {
            mistakes.Add("MarketplaceIds names a store twice: give each once.");
        }

        if (options.FeedFrom is < 1 or > 1000)
        {
            mistakes.Add($"FeedFrom is {options.FeedFrom}: give 1 to 1000.");
        }

        if (options.TokenAddress is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
        {
            mistakes.Add($"TokenAddress is {options.TokenAddress}: give an absolute http or https address.");
        }

        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
