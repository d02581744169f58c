using System.ComponentModel.DataAnnotations;
using Commerce.Http;
using Microsoft.Extensions.Options;

namespace Commerce.Carriers.Chronopost;

/// <summary>Configures a Chronopost contract; usually bound from <c>Commerce:Carriers:Chronopost</c>.</summary>
/// <remarks>There is no test host: Chronopost gives test contracts that work on the production host and print SPECIMEN labels.</remarks>
public sealed class ChronopostCarrierOptions : VendorHttpOptions
{
    /// <summary>Gets the production address, the default.</summary>
    public static Uri ProductionAddress { get; } = new("https://ws.chronopost.fr/");

    /// <summary>Gets or sets the contract: eight digits.</summary>
    [Required(ErrorMessage = "AccountNumber is empty: give the eight digits of the contract.")]
    [RegularExpression("^[0-9]{8}$", ErrorMessage = "AccountNumber has eight digits.")]
    public string AccountNumber { get; set; } = "";

    /// <summary>Gets or sets the contract's password: six digits. Secret.</summary>
    [Required(ErrorMessage = "Password is empty: give the six digits of the contract.")]
    [RegularExpression("^[0-9]{6}$", ErrorMessage = "Password has six digits.")]
    public string Password { get; set; } = "";

    /// <summary>Gets or sets the sub-account: up to three digits; 0 for none.</summary>
    /// <value>The default is 0.</value>
    [Range(0, 999, ErrorMessage = "SubAccount is 0 to 999.")]
    public int SubAccount { get; set; }
}

[OptionsValidator]
internal sealed partial class ChronopostCarrierOptionsValidator : IValidateOptions<ChronopostCarrierOptions>;
