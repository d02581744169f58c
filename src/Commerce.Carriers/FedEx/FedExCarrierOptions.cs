using System.ComponentModel.DataAnnotations;
using Commerce.Http;
using Microsoft.Extensions.Options;

namespace Commerce.Carriers.FedEx;

/// <summary>Configures a FedEx account; usually bound from <c>Commerce:Carriers:FedEx</c>.</summary>
public sealed class FedExCarrierOptions : VendorHttpOptions, IValidatableObject
{
    /// <summary>Gets the production address, the default.</summary>
    public static Uri ProductionAddress { get; } = new("https://apis.fedex.com/");

    /// <summary>Gets the address of FedEx's sandbox, whose answers are mostly canned.</summary>
    public static Uri TestAddress { get; } = new("https://apis-sandbox.fedex.com/");

    /// <summary>Gets or sets the API key of the project in the FedEx developer portal.</summary>
    [Required(ErrorMessage = "ClientId is empty: take the API key of the project in the FedEx developer portal.")]
    public string ClientId { get; set; } = "";

    /// <summary>Gets or sets the secret key of the project. Secret.</summary>
    [Required(ErrorMessage = "ClientSecret is empty: take the secret key of the project in the FedEx developer portal.")]
    public string ClientSecret { get; set; } = "";

    /// <summary>Gets or sets the shipping account that pays: nine digits.</summary>
    [Required(ErrorMessage = "AccountNumber is empty: give the nine digits on the FedEx invoice.")]
    [RegularExpression("^[0-9]{9}$", ErrorMessage = "AccountNumber has nine digits, as on the FedEx invoice.")]
    public string AccountNumber { get; set; } = "";

    /// <summary>Gets or sets the API key of the project that may track, where that is another one.</summary>
    /// <value>The default is <see langword="null"/>: <see cref="ClientId"/> tracks too. Give it together with <see cref="TrackClientSecret"/>.</value>
    public string? TrackClientId { get; set; }

    /// <summary>Gets or sets the secret key of the project that may track. Secret.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    public string? TrackClientSecret { get; set; }

    /// <summary>Gets or sets how tokens are asked for: <c>client_credentials</c> by merchants, <c>csp_credentials</c> by integrators,
    /// <c>client_pc_credentials</c> by parents of child accounts.</summary>
    /// <value>The default is <c>client_credentials</c>.</value>
    [Required(ErrorMessage = "GrantType is empty: give client_credentials, csp_credentials or client_pc_credentials.")]
    [RegularExpression("^(client_credentials|csp_credentials|client_pc_credentials)$", ErrorMessage = "GrantType is client_credentials, csp_credentials or client_pc_credentials.")]
    public string GrantType { get; set; } = "client_credentials";

    /// <summary>Gets or sets the child's key; needed by the two grants for others.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    public string? ChildKey { get; set; }

    /// <summary>Gets or sets the child's secret. Secret.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    public string? ChildSecret { get; set; }

    /// <summary>Gets or sets the address of the documents host, which is another one than the API's.</summary>
    /// <value>The default is <see langword="null"/>: FedEx's documents host of production or of the sandbox; <c>BaseAddress</c> where that is neither.</value>
    public Uri? DocumentsAddress { get; set; }

    /// <summary>Gets or sets how parcels reach FedEx.</summary>
    /// <value>The default is <c>USE_SCHEDULED_PICKUP</c>; else <c>CONTACT_FEDEX_TO_SCHEDULE</c> or <c>DROPOFF_AT_FEDEX_LOCATION</c>.</value>
    [Required(ErrorMessage = "PickupType is empty: give USE_SCHEDULED_PICKUP.")]
    [RegularExpression("^(CONTACT_FEDEX_TO_SCHEDULE|DROPOFF_AT_FEDEX_LOCATION|USE_SCHEDULED_PICKUP)$", ErrorMessage = "PickupType is USE_SCHEDULED_PICKUP, CONTACT_FEDEX_TO_SCHEDULE or DROPOFF_AT_FEDEX_LOCATION.")]
    public string PickupType { get; set; } = "USE_SCHEDULED_PICKUP";

    /// <summary>Gets or sets a value indicating whether the account's prices are asked for; else FedEx's list prices.</summary>
    /// <value>The default is true.</value>
    public bool UseAccountRates { get; set; } = true;

    /// <summary>Gets or sets a value indicating whether customs documents go to customs electronically; the lane must allow it.</summary>
    /// <value>The default is false: FedEx makes an invoice to print. Uploaded documents always go electronically.</value>
    public bool SendCustomsDocumentsElectronically { get; set; }

    internal Uri Documents => DocumentsAddress ?? (BaseAddress is null || BaseAddress == ProductionAddress
        ? new Uri("https://documentapi.prod.fedex.com/")
        : BaseAddress == TestAddress ? new Uri("https://documentapitest.prod.fedex.com/sandbox/") : BaseAddress);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrEmpty(TrackClientId) != string.IsNullOrEmpty(TrackClientSecret))
        {
            yield return new ValidationResult("TrackClientId and TrackClientSecret belong together: give both or neither.", [nameof(TrackClientId)]);
        }

        if (GrantType != "client_credentials" && (string.IsNullOrEmpty(ChildKey) || string.IsNullOrEmpty(ChildSecret)))
        {
            yield return new ValidationResult($"ChildKey and ChildSecret are needed with GrantType {GrantType}.", [nameof(ChildKey)]);
        }
    }
}

[OptionsValidator]
internal sealed partial class FedExCarrierOptionsValidator : IValidateOptions<FedExCarrierOptions>;
