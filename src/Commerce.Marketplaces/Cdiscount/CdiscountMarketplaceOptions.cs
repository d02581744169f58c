using System.ComponentModel.DataAnnotations;
using Commerce.Http;
using Microsoft.Extensions.Options;

namespace Commerce.Marketplaces.Cdiscount;

/// <summary>Configures a seller at Cdiscount (Octopia seller API v2); usually bound from <c>Commerce:Marketplaces:Cdiscount</c>.</summary>
public sealed class CdiscountMarketplaceOptions : VendorHttpOptions
{
    /// <summary>Gets the production address, the default.</summary>
    public static Uri ProductionAddress { get; } = new("https://api.octopia-io.net/seller/v2/");

    /// <summary>Gets the address of production tokens, the default.</summary>
    public static Uri ProductionTokenAddress { get; } = new("https://auth.octopia-io.net/auth/realms/maas/protocol/openid-connect/token");

    /// <summary>Gets or sets the client id of the API credentials.</summary>
    [Required(ErrorMessage = "ClientId is empty: take it from the API credentials in the Octopia seller portal.")]
    public string ClientId { get; set; } = "";

    /// <summary>Gets or sets the client secret of the API credentials. Secret.</summary>
    [Required(ErrorMessage = "ClientSecret is empty: take it from the API credentials in the Octopia seller portal.")]
    public string ClientSecret { get; set; } = "";

    /// <summary>Gets or sets the seller to act for: one client may act for several. It goes with every call.</summary>
    [Required(ErrorMessage = "SellerId is empty: give the seller's number; without it every call is refused.")]
    [RegularExpression("^[0-9A-Za-z-]{1,50}$", ErrorMessage = "SellerId has letters, digits and hyphens only: at most 50.")]
    public string SellerId { get; set; } = "";

    /// <summary>Gets or sets where tokens come from; some accounts use the host <c>auth.octopia.com</c>.</summary>
    /// <value>The default is <see cref="ProductionTokenAddress"/>; absolute, http or https.</value>
    public Uri TokenAddress { get; set; } = ProductionTokenAddress;

    /// <summary>Gets or sets the sales channel.</summary>
    /// <value>The default is <c>CDISFR</c>, Cdiscount in France.</value>
    [Required(ErrorMessage = "SalesChannelId is empty: CDISFR is Cdiscount.")]
    [RegularExpression("^[0-9A-Za-z_-]{1,50}$", ErrorMessage = "SalesChannelId has letters and digits only: CDISFR is Cdiscount.")]
    public string SalesChannelId { get; set; } = "CDISFR";

    /// <summary>Gets or sets the language of texts: <c>fr-FR</c>, <c>en-US</c> or <c>es-ES</c>.</summary>
    /// <value>The default is <c>fr-FR</c>.</value>
    [Required(ErrorMessage = "Language is empty: give fr-FR, en-US or es-ES.")]
    [RegularExpression("^(fr-FR|en-US|es-ES)$", ErrorMessage = "Language is fr-FR, en-US or es-ES.")]
    public string Language { get; set; } = "fr-FR";

    /// <summary>Gets or sets how the taxes of a price are written.</summary>
    /// <value>There is no default: without it prices and whole offers are refused. Look at both with <see cref="IOfferPreview"/> first.</value>
    [EnumDataType(typeof(CdiscountTaxEncoding), ErrorMessage = "TaxEncoding is Percent or Rate.")]
    public CdiscountTaxEncoding? TaxEncoding { get; set; }

    /// <summary>Gets or sets the VAT in percent of prices that name no taxes; they are sent without ecotax and private copying levy then.</summary>
    /// <value>There is no default: without it prices that name no taxes are refused; 0 to 100, 20 is twenty percent.</value>
    [Range(0.0, 100.0, ErrorMessage = "DefaultVatPercent is 0 to 100: 20 is twenty percent.")]
    public decimal? DefaultVatPercent { get; set; }

    /// <summary>Gets or sets which field names the order in a request to cancel a whole order.</summary>
    /// <value>There is no default: without it cancellations of whole orders are refused.</value>
    [EnumDataType(typeof(CdiscountCancellationField), ErrorMessage = "CancellationField is OrderSellerId or OrderId.")]
    public CdiscountCancellationField? CancellationField { get; set; }

    /// <summary>Gets or sets how answers in discussions name their reader.</summary>
    /// <value>There is no default: without it answers are refused; new discussions are not concerned.</value>
    [EnumDataType(typeof(CdiscountMessageForm), ErrorMessage = "MessageForm is Receivers or Receiver.")]
    public CdiscountMessageForm? MessageForm { get; set; }
}

[OptionsValidator]
internal sealed partial class CdiscountGeneratedOptionsValidator : IValidateOptions<CdiscountMarketplaceOptions>;

internal sealed class CdiscountMarketplaceOptionsValidator : IValidateOptions<CdiscountMarketplaceOptions>
{
    private readonly CdiscountGeneratedOptionsValidator _generated = new();

    public ValidateOptionsResult Validate(string? name, CdiscountMarketplaceOptions options)
    {
        var result = _generated.Validate(name, options);
        return options.TokenAddress is { IsAbsoluteUri: true, Scheme: "https" or "http" }
            ? result
            : ValidateOptionsResult.Fail([.. result.Failures ?? [], $"TokenAddress is {options.TokenAddress}: give an absolute http or https address."]);
    }
}
