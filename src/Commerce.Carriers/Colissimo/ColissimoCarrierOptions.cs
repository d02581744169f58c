using System.ComponentModel.DataAnnotations;
using Commerce.Http;
using Microsoft.Extensions.Options;

namespace Commerce.Carriers.Colissimo;

/// <summary>Configures a Colissimo contract; usually bound from <c>Commerce:Carriers:Colissimo</c>.</summary>
/// <remarks>There is no test host: Colissimo gives test contracts that work on the production host.</remarks>
public sealed class ColissimoCarrierOptions : VendorHttpOptions
{
    /// <summary>Gets the production address, the default.</summary>
    public static Uri ProductionAddress { get; } = new("https://ws.colissimo.fr/");

    /// <summary>Gets or sets the key that was made in the Colissimo Box. Secret.</summary>
    [Required(ErrorMessage = "ApiKey is empty: make one in the Colissimo Box.")]
    public string ApiKey { get; set; } = "";

    /// <summary>Gets or sets the account that parcels are for, where one key serves several: six digits.</summary>
    [RegularExpression("^[0-9]{6}$", ErrorMessage = "AccountNumber has six digits.")]
    public string? AccountNumber { get; set; }

    /// <summary>Gets or sets the name that recipients read in Colissimo's messages; needed for pickup points; at most 30 characters.</summary>
    [StringLength(30, ErrorMessage = "CommercialName has more than 30 characters.")]
    public string? CommercialName { get; set; }

    /// <summary>Gets or sets the version of the label service: <c>3.1</c> or <c>2.0</c>, which older contracts have.</summary>
    /// <value>The default is <c>3.1</c>.</value>
    [Required(ErrorMessage = "LabelVersion is empty: give 3.1 or 2.0.")]
    [RegularExpression(@"^(3\.1|2\.0)$", ErrorMessage = "LabelVersion is 3.1 or 2.0.")]
    public string LabelVersion { get; set; } = "3.1";
}

[OptionsValidator]
internal sealed partial class ColissimoCarrierOptionsValidator : IValidateOptions<ColissimoCarrierOptions>;
