using System.ComponentModel.DataAnnotations;
using Commerce.Http;
using Microsoft.Extensions.Options;

namespace Commerce.Carriers.Colissimo;

/// <summary>Configures a Colissimo contract; usually bound from <c>Commerce:Carriers:Colissimo</c>.</summary>
/// <remarks>There is no test host: labels are real on the production host, and <see cref="IShipmentValidator"/> checks without printing.</remarks>
public sealed class ColissimoCarrierOptions : VendorHttpOptions
{
    /// <summary>Gets the production address, the default.</summary>
    public static Uri ProductionAddress { get; } = new("https://ws.colissimo.fr/");

    /// <summary>Gets or sets the key that was created in the Colissimo Box. Secret.</summary>
    [Required(ErrorMessage = "ApiKey is empty: create one in the Colissimo Box.")]
    [StringLength(200, ErrorMessage = "ApiKey has at most 200 characters.")]
    public string ApiKey { get; set; } = "";

    /// <summary>Gets or sets the contract: six digits; needed only by a customer with several contracts under one key.</summary>
    /// <value>The default is none: the contract of the key.</value>
    [RegularExpression("^[0-9]{6}$", ErrorMessage = "AccountNumber has six digits.")]
    public string? AccountNumber { get; set; }

    /// <summary>Gets or sets the version of the label service: <c>3.1</c>, or <c>2.0</c> for a contract that is not yet open to it.</summary>
    /// <value>The default is 3.1.</value>
    [Required(ErrorMessage = "ApiVersion is empty: give 3.1 or 2.0.")]
    [RegularExpression(@"^(3\.1|2\.0)$", ErrorMessage = "ApiVersion is 3.1 or 2.0.")]
    public string ApiVersion { get; set; } = "3.1";

    /// <summary>Gets or sets the shop's name in the messages to recipients: at most 30 characters; needed for pickup points.</summary>
    /// <value>The default is the sender's company or name.</value>
    [StringLength(30, ErrorMessage = "CommercialName has at most 30 characters.")]
    public string? CommercialName { get; set; }

    /// <summary>Gets or sets the address of the computer that asks, which contract tracking wants to be told.</summary>
    /// <value>The default is 127.0.0.1; at most 45 characters.</value>
    [Required(ErrorMessage = "TrackingIp is empty: give the address of this computer.")]
    [StringLength(45, ErrorMessage = "TrackingIp has at most 45 characters.")]
    public string TrackingIp { get; set; } = "127.0.0.1";
}

[OptionsValidator]
internal sealed partial class ColissimoCarrierOptionsValidator : IValidateOptions<ColissimoCarrierOptions>;
