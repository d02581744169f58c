using System.ComponentModel.DataAnnotations;
using Commerce.Http;
using Microsoft.Extensions.Options;

namespace Commerce.Carriers.Ups;

/// <summary>Configures a UPS account; usually bound from <c>Commerce:Carriers:Ups</c>.</summary>
public sealed class UpsCarrierOptions : VendorHttpOptions
{
    /// <summary>Gets the production address, the default.</summary>
    public static Uri ProductionAddress { get; } = new("https://onlinetools.ups.com/");

    /// <summary>Gets the address of the customer integration environment, UPS's test host.</summary>
    public static Uri TestAddress { get; } = new("https://wwwcie.ups.com/");

    /// <summary>Gets or sets the client id of the app in the UPS developer portal.</summary>
    [Required(ErrorMessage = "ClientId is empty: take it from the app in the UPS developer portal.")]
    public string ClientId { get; set; } = "";

    /// <summary>Gets or sets the client secret of the app. Secret.</summary>
    [Required(ErrorMessage = "ClientSecret is empty: take it from the app in the UPS developer portal.")]
    public string ClientSecret { get; set; } = "";

    /// <summary>Gets or sets the shipper number that pays: six letters and digits.</summary>
    [Required(ErrorMessage = "AccountNumber is empty: give the six letters and digits on the UPS invoice.")]
    [RegularExpression("^[0-9A-Za-z]{6}$", ErrorMessage = "AccountNumber has six letters and digits, as on the UPS invoice.")]
    public string AccountNumber { get; set; } = "";

    /// <summary>Gets or sets a value indicating whether the contract's prices are asked for.</summary>
    /// <value>The default is true; UPS answers with public prices where the account has no contract.</value>
    public bool UseNegotiatedRates { get; set; } = true;

    /// <summary>Gets or sets how parcels reach UPS: 01 daily pickup, 03 counter, 06 one-time pickup, 19 letter center.</summary>
    /// <value>The default is <c>01</c>.</value>
    [Required(ErrorMessage = "PickupType is empty: give 01, 03, 06, 19 or 20.")]
    [RegularExpression("^(01|03|06|19|20)$", ErrorMessage = "PickupType is 01, 03, 06, 19 or 20.")]
    public string PickupType { get; set; } = "01";

    /// <summary>Gets or sets the version of the Rating API.</summary>
    /// <value>The default is <c>v2409</c>.</value>
    [Required(ErrorMessage = "RatingVersion is empty: write it like v2409.")]
    [RegularExpression("^v[0-9]{1,4}$", ErrorMessage = "RatingVersion is written like v2409.")]
    public string RatingVersion { get; set; } = "v2409";

    /// <summary>Gets or sets the version of the Shipping API.</summary>
    /// <value>The default is <c>v2409</c>.</value>
    [Required(ErrorMessage = "ShippingVersion is empty: write it like v2409.")]
    [RegularExpression("^v[0-9]{1,4}$", ErrorMessage = "ShippingVersion is written like v2409.")]
    public string ShippingVersion { get; set; } = "v2409";
}

[OptionsValidator]
internal sealed partial class UpsCarrierOptionsValidator : IValidateOptions<UpsCarrierOptions>;
