using System.ComponentModel.DataAnnotations;
using Commerce.Http;
using Microsoft.Extensions.Options;

namespace Commerce.Marketplaces.Ebay;

/// <summary>Configures a seller's account at eBay; usually bound from <c>Commerce:Marketplaces:Ebay</c>.</summary>
public sealed class EbayMarketplaceOptions : VendorHttpOptions
{
    private const string DefaultScopes =
        "https://api.ebay.com/oauth/api_scope https://api.ebay.com/oauth/api_scope/sell.fulfillment https://api.ebay.com/oauth/api_scope/sell.finances " +
        "https://api.ebay.com/oauth/api_scope/sell.inventory https://api.ebay.com/oauth/api_scope/sell.payment.dispute " +
        "https://api.ebay.com/oauth/api_scope/commerce.message https://api.ebay.com/oauth/api_scope/commerce.identity.readonly " +
        "https://api.ebay.com/oauth/api_scope/commerce.notification.subscription";

    /// <summary>Gets the production address, the default.</summary>
    public static Uri ProductionAddress { get; } = new("https://api.ebay.com/");

    /// <summary>Gets the address of eBay's sandbox; it has a keyset of its own.</summary>
    public static Uri TestAddress { get; } = new("https://api.sandbox.ebay.com/");

    /// <summary>Gets or sets the second address, for payment disputes, signing keys and the account's user.</summary>
    /// <value>The default goes with <see cref="VendorHttpOptions.BaseAddress"/>: apiz.ebay.com, apiz.sandbox.ebay.com, or the same host for any other one.</value>
    public Uri? SecondAddress { get; set; }

    /// <summary>Gets or sets the client id (App ID) of the keyset in the eBay developer program.</summary>
    [Required(ErrorMessage = "ClientId is empty: take the App ID from the keyset in the eBay developer program.")]
    public string ClientId { get; set; } = "";

    /// <summary>Gets or sets the client secret (Cert ID) of the keyset. Secret.</summary>
    [Required(ErrorMessage = "ClientSecret is empty: take the Cert ID from the keyset in the eBay developer program.")]
    public string ClientSecret { get; set; } = "";

    /// <summary>Gets or sets the refresh token that the seller's consent gave; it lives about 18 months and is never renewed. Secret.</summary>
    [Required(ErrorMessage = "RefreshToken is empty: let the seller consent once, and keep the refresh token of the exchange.")]
    public string RefreshToken { get; set; } = "";

    /// <summary>Gets or sets the scopes asked for with the refresh token, separated by blanks: all of them or fewer than the seller consented to.</summary>
    /// <value>The default is what this client uses: orders, refunds, inventory, payment disputes, messages, identity, notifications.</value>
    [Required(ErrorMessage = "Scopes is empty: name the scopes that the seller consented to, separated by blanks.")]
    public string Scopes { get; set; } = DefaultScopes;

    /// <summary>Gets or sets the site that the seller sells on, such as <c>EBAY_DE</c>.</summary>
    [Required(ErrorMessage = "MarketplaceId is empty: give the site, such as EBAY_DE.")]
    [RegularExpression("^EBAY_[A-Z_]{2,20}$", ErrorMessage = "MarketplaceId is written like EBAY_DE.")]
    public string MarketplaceId { get; set; } = "";

    /// <summary>Gets or sets the language of offers, such as <c>de-DE</c>.</summary>
    /// <value>The default goes with <see cref="MarketplaceId"/> for the sites of Europe and North America; others must say it.</value>
    [RegularExpression("^[a-z]{2}-[A-Z]{2}$", ErrorMessage = "ContentLanguage is written like de-DE.")]
    public string? ContentLanguage { get; set; }

    /// <summary>Gets or sets the <c>jwe</c> of the signing key: sent as <c>x-ebay-signature-key</c>. Needed by sellers of the EU and the UK.</summary>
    public string? SigningKeyJwe { get; set; }

    /// <summary>Gets or sets the private key of the signing key, Ed25519 or RSA, PKCS#8 in base 64, with or without PEM lines. Secret.</summary>
    public string? SigningPrivateKey { get; set; }

    /// <summary>Gets or sets the seller's user name, by which messages are told apart; asked for once when not given.</summary>
    public string? SellerUsername { get; set; }

    /// <summary>Gets or sets the address that eBay calls with notifications, exactly as it was registered.</summary>
    public string? NotificationEndpoint { get; set; }

    /// <summary>Gets or sets the token that eBay's challenge is answered with: 32 to 80 letters, digits, dashes, underscores. Secret.</summary>
    [RegularExpression("^[A-Za-z0-9_-]{32,80}$", ErrorMessage = "VerificationToken has 32 to 80 letters, digits, dashes and underscores.")]
    public string? VerificationToken { get; set; }

    /// <summary>Gets or sets the mailbox that eBay warns when notifications cannot be delivered; eBay asks for it before the first subscription.</summary>
    public string? AlertEmail { get; set; }

    /// <summary>Gets or sets how old a notification may be, by its signed date of publication, and how far ahead.</summary>
    /// <value>The default is 24 hours; 1 minute to 7 days.</value>
    public TimeSpan NotificationTolerance { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Gets or sets how long before the time of a change a return may have been opened, since eBay lists returns by opening only.</summary>
    /// <value>The default is 90 days; 1 to 540 days.</value>
    public TimeSpan ReturnLookBack { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Gets or sets eBay's codes of carriers by the caller's own, over the built-in table; what is in neither is sent as it is.</summary>
    public IDictionary<string, string> CarrierCodes { get; set; } = new Dictionary<string, string>();

    /// <summary>Gets or sets the key of the inventory location of new offers.</summary>
    public string? MerchantLocationKey { get; set; }

    /// <summary>Gets or sets the id of the fulfilment policy of new offers.</summary>
    public string? FulfillmentPolicyId { get; set; }

    /// <summary>Gets or sets the id of the payment policy of new offers.</summary>
    public string? PaymentPolicyId { get; set; }

    /// <summary>Gets or sets the id of the return policy of new offers.</summary>
    public string? ReturnPolicyId { get; set; }

    internal Uri Second => SecondAddress ?? (BaseAddress is null || BaseAddress == ProductionAddress
        ? new Uri("https://apiz.ebay.com/")
        : BaseAddress == TestAddress ? new Uri("https://apiz.sandbox.ebay.com/") : BaseAddress);

    internal string Language => ContentLanguage ?? EbayCodes.LanguageOf(MarketplaceId) ?? "";
}

[OptionsValidator]
internal sealed partial class EbayGeneratedOptionsValidator : IValidateOptions<EbayMarketplaceOptions>;

internal sealed class EbayMarketplaceOptionsValidator : IValidateOptions<EbayMarketplaceOptions>
{
    private readonly EbayGeneratedOptionsValidator _generated = new();

    public ValidateOptionsResult Validate(string? name, EbayMarketplaceOptions options)
    {
        List<string> failures = [.. _generated.Validate(name, options).Failures ?? []];
        if (options.MarketplaceId.Length > 0 && options.Language.Length == 0)
        {
            failures.Add($"ContentLanguage is not set: {options.MarketplaceId} has no default, write it like de-DE.");
        }

        if (string.IsNullOrWhiteSpace(options.SigningKeyJwe) != string.IsNullOrWhiteSpace(options.SigningPrivateKey))
        {
            failures.Add("SigningKeyJwe and SigningPrivateKey belong together: give both of one signing key, or neither.");
        }
        else if (!string.IsNullOrWhiteSpace(options.SigningPrivateKey) && !EbaySigner.IsKey(options.SigningPrivateKey))
        {
            failures.Add("SigningPrivateKey is no Ed25519 or RSA key: give the privateKey of the signing key as eBay returned it (PKCS#8, base 64).");
        }

        if (options.NotificationEndpoint is { } endpoint && !(Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps))
        {
            failures.Add("NotificationEndpoint is no https address: give it whole, exactly as eBay calls it.");
        }

        if (options.SecondAddress is { } second && !(second.IsAbsoluteUri && second.Scheme is "https" or "http"))
        {
            failures.Add("SecondAddress is no http or https address: give it whole, such as https://apiz.ebay.com/.");
        }

        if (options.NotificationTolerance < TimeSpan.FromMinutes(1) || options.NotificationTolerance > TimeSpan.FromDays(7))
        {
            failures.Add($"NotificationTolerance is {options.NotificationTolerance}: give 1 minute to 7 days.");
        }

        if (options.ReturnLookBack < TimeSpan.FromDays(1) || options.ReturnLookBack > TimeSpan.FromDays(540))
        {
            failures.Add($"ReturnLookBack is {options.ReturnLookBack}: give 1 to 540 days.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
