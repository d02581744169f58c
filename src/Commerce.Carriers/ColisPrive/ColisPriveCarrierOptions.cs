using System.ComponentModel.DataAnnotations;
using Commerce.Http;
using Microsoft.Extensions.Options;

namespace Commerce.Carriers.ColisPrive;

/// <summary>Configures a Colis Privé account; usually bound from <c>Commerce:Carriers:ColisPrive</c>.</summary>
public sealed class ColisPriveCarrierOptions : VendorHttpOptions
{
    /// <summary>Gets the production address, the default.</summary>
    public static Uri ProductionAddress { get; } = new("https://www.colisprive.com/");

    /// <summary>Gets the address of the test host, which is often unreachable.</summary>
    public static Uri TestAddress { get; } = new("https://www.test.colisprive.com/");

    /// <summary>Gets or sets the user of the web service.</summary>
    [Required(ErrorMessage = "UserName is empty: give the user of the web service.")]
    public string UserName { get; set; } = "";

    /// <summary>Gets or sets the user's password. Secret.</summary>
    [Required(ErrorMessage = "Password is empty: give the password of the web service.")]
    public string Password { get; set; } = "";

    /// <summary>Gets or sets the short code of the customer (<c>CPCustoID</c>), such as <c>A0</c>.</summary>
    [Required(ErrorMessage = "CustomerCode is empty: give the customer's code (CPCustoID).")]
    public string CustomerCode { get; set; } = "";

    /// <summary>Gets or sets the account of the customer (<c>AccountID</c>).</summary>
    [Required(ErrorMessage = "AccountId is empty: give the customer's account (AccountID).")]
    public string AccountId { get; set; } = "";

    /// <summary>Gets or sets the heaviest parcel of the contract, in kilograms.</summary>
    /// <value>The default is 30; 1 to 70. Colis Privé publishes no limit.</value>
    [Range(1, 70, ErrorMessage = "MaxParcelKilograms is 1 to 70.")]
    public int MaxParcelKilograms { get; set; } = 30;

    /// <summary>Gets or sets the contract's word for delivery to a pickup point (<c>DestType</c>): at most 50 characters.</summary>
    /// <value>The default is none: the values are not public, and the service RELAY refuses pickup points until it is set.</value>
    [StringLength(50, ErrorMessage = "RelayDestinationType has at most 50 characters.")]
    public string? RelayDestinationType { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether the members of the newer WSDL are sent: company, dimensions, insurance (<c>IsAdValorem</c>),
    /// ZPL at 300 dpi.
    /// </summary>
    /// <value>The default is false. Their order in the WSDL is not public: compare with <c>WSCP.asmx?wsdl</c> before it is set.</value>
    public bool UseNewerContract { get; set; }
}

[OptionsValidator]
internal sealed partial class ColisPriveCarrierOptionsValidator : IValidateOptions<ColisPriveCarrierOptions>;
