using System.ComponentModel.DataAnnotations;
using Commerce.Http;
using Microsoft.Extensions.Options;

namespace Commerce.Carriers.Dpd;

/// <summary>Configures a DPD account; usually bound from <c>Commerce:Carriers:Dpd</c>. The META-API is always used; the companions (EPrint, WebTrace, MyPudo, Shipper Webservices) when their secrets are set.</summary>
public sealed class DpdCarrierOptions : VendorHttpOptions, IValidatableObject
{
    /// <summary>Gets the production address of the META-API, the default.</summary>
    public static Uri ProductionAddress { get; } = new("https://api.dpdgroup.com/");

    /// <summary>Gets the address of the META-API's pre-production.</summary>
    public static Uri TestAddress { get; } = new("https://api-preprod.dpsin.dpdgroup.com:8443/");

    /// <summary>Gets the address of EPrint's test environment; it has another path than production.</summary>
    public static Uri EPrintTestAddress { get; } = new("https://e-station-testenv.cargonet.software/eprintwebservice/eprintwebservice.asmx");

    /// <summary>Gets or sets DPD's business unit, three digits: 038 DPD France, 001 Germany, 010 Netherlands, 034 Belgium, 020 SEUR.</summary>
    /// <value>The default is <c>038</c>.</value>
    [Required(ErrorMessage = "BusinessUnit is empty: give DPD's three digits, such as 038 for DPD France.")]
    [RegularExpression("^[0-9]{3}$", ErrorMessage = "BusinessUnit has three digits, such as 038 for DPD France.")]
    public string BusinessUnit { get; set; } = "038";

    /// <summary>Gets or sets the META-API login; with <see cref="Password"/>, or else <see cref="ClientId"/> and <see cref="ClientSecret"/>; SEUR (020) needs all four.</summary>
    public string Login { get; set; } = "";

    /// <summary>Gets or sets the META-API password. Secret.</summary>
    public string Password { get; set; } = "";

    /// <summary>Gets or sets the META-API client id.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Gets or sets the META-API client secret. Secret.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>Gets or sets the account that pays, as the business unit writes it: at most 100 characters.</summary>
    [Required(ErrorMessage = "AccountNumber is empty: give the customer account number of the DPD contract.")]
    [StringLength(100, ErrorMessage = "AccountNumber has at most 100 characters.")]
    public string AccountNumber { get; set; } = "";

    /// <summary>Gets or sets the sub-account, where the business unit has them: at most 100 letters and digits.</summary>
    [RegularExpression("^[0-9A-Za-z]{1,100}$", ErrorMessage = "SubAccountNumber has 1 to 100 letters and digits.")]
    public string? SubAccountNumber { get; set; }

    /// <summary>Gets or sets the business unit's own customer id, where it asks for one: at most 100 letters and digits.</summary>
    [RegularExpression("^[0-9A-Za-z]{1,100}$", ErrorMessage = "CustomerId has 1 to 100 letters and digits.")]
    public string? CustomerId { get; set; }

    /// <summary>Gets or sets the depot that parcels start from: three digits of the business unit and four of the depot, or the BRT client id.</summary>
    /// <value>The default is none: DPD takes the depot of the login.</value>
    [RegularExpression("^[0-9]{1,10}$", ErrorMessage = "SendingDepot has at most ten digits: business unit and depot.")]
    public string? SendingDepot { get; set; }

    /// <summary>Gets or sets the language of notifications, two letters such as <c>FR</c>; each business unit lists its own.</summary>
    /// <value>The default is none: DPD chooses.</value>
    [RegularExpression("^[A-Za-z]{2}$", ErrorMessage = "NotificationLanguage has two letters, such as FR.")]
    public string? NotificationLanguage { get; set; }

    /// <summary>Gets or sets the agency of the DPD France contract, 1 to 999; needed by EPrint and WebTrace.</summary>
    [Range(1, 999, ErrorMessage = "FranceCenterNumber is 1 to 999, the agency of the DPD France contract.")]
    public int? FranceCenterNumber { get; set; }

    /// <summary>Gets or sets the customer number of the DPD France contract, 1 to 999999; needed by EPrint and WebTrace.</summary>
    [Range(1, 999_999, ErrorMessage = "FranceCustomerNumber is 1 to 999999, as on the DPD France contract.")]
    public int? FranceCustomerNumber { get; set; }

    /// <summary>Gets or sets the user of EPrint (DPD France), which cancels parcels; DPD must allow the caller's IP address.</summary>
    public string EPrintUserId { get; set; } = "";

    /// <summary>Gets or sets the password of EPrint. Secret.</summary>
    public string EPrintPassword { get; set; } = "";

    /// <summary>
    /// Gets or sets a value indicating whether EPrint makes the labels too, for customers of DPD France that have no META-API login:
    /// single parcels from France; no collections, customs or dry runs. Needs EPrint's credentials, and none of the META-API's.
    /// </summary>
    /// <value>The default is false: the META-API makes the labels.</value>
    public bool UseEPrintForLabels { get; set; }

    /// <summary>Gets or sets EPrint's address.</summary>
    /// <value>The default is production.</value>
    public Uri EPrintAddress { get; set; } = new("https://e-station.cargonet.software/dpd-eprintwebservice/eprintwebservice.asmx");

    /// <summary>Gets or sets the password of WebTrace (DPD France), which tracks parcels and finds them by reference. Secret.</summary>
    public string WebTracePassword { get; set; } = "";

    /// <summary>Gets or sets WebTrace's address.</summary>
    /// <value>The default is production.</value>
    public Uri WebTraceAddress { get; set; } = new("https://webtrace.dpd.fr/dpd-webservices/webtrace_service.asmx");

    /// <summary>Gets or sets the merchant's key of MyPudo, which lists pickup points. Secret.</summary>
    public string MyPudoKey { get; set; } = "";

    /// <summary>Gets or sets MyPudo's name of the carrier.</summary>
    /// <value>The default is <c>EXA</c>, DPD France.</value>
    [Required(ErrorMessage = "MyPudoCarrier is empty: DPD France is EXA.")]
    public string MyPudoCarrier { get; set; } = "EXA";

    /// <summary>Gets or sets the folder of MyPudo's operations.</summary>
    /// <value>The default is production, which is known without encryption only: the key travels in clear.</value>
    public Uri MyPudoAddress { get; set; } = new("http://mypudo.pickup-services.com/mypudo/mypudo.asmx/");

    /// <summary>Gets or sets the user of the Shipper Webservices (Netherlands, Belgium, Luxembourg), which track parcels and list pickup points: 8 to 10 characters.</summary>
    public string ShipperDelisId { get; set; } = "";

    /// <summary>Gets or sets the password of the Shipper Webservices. Secret.</summary>
    public string ShipperPassword { get; set; } = "";

    /// <summary>Gets or sets the host of the Shipper Webservices: <c>https://wsshipper.dpd.nl/</c> or <c>https://wsshipper.dpd.be/</c>.</summary>
    /// <value>The default is the Netherlands. Tracking works in production only.</value>
    public Uri ShipperAddress { get; set; } = new("https://wsshipper.dpd.nl/");

    internal bool HasEPrint => EPrintUserId.Length > 0 && EPrintPassword.Length > 0;

    internal bool HasWebTrace => WebTracePassword.Length > 0;

    internal bool HasMyPudo => MyPudoKey.Length > 0;

    internal bool HasShipper => ShipperDelisId.Length > 0 && ShipperPassword.Length > 0;

    /// <summary>Checks what depends on several options.</summary>
    /// <param name="validationContext">Not read.</param>
    /// <returns>Every mistake.</returns>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        bool login = Login.Length > 0 && Password.Length > 0, client = ClientId.Length > 0 && ClientSecret.Length > 0;
        if (UseEPrintForLabels)
        {
            if (!HasEPrint)
            {
                yield return new ValidationResult("UseEPrintForLabels needs EPrintUserId and EPrintPassword.");
            }
        }
        else if (BusinessUnit == "020" ? !(login && client) : !(login || client))
        {
            yield return new ValidationResult(
                "Credentials are missing: give Login and Password, or ClientId and ClientSecret, from DPD's welcome mail; SEUR (020) needs all four.");
        }

        if ((EPrintUserId.Length > 0) != (EPrintPassword.Length > 0))
        {
            yield return new ValidationResult("EPrintUserId and EPrintPassword go together: give both or none.");
        }

        if ((ShipperDelisId.Length > 0) != (ShipperPassword.Length > 0))
        {
            yield return new ValidationResult("ShipperDelisId and ShipperPassword go together: give both or none.");
        }

        if (ShipperDelisId.Length > 0 && ShipperDelisId.Length is < 8 or > 10)
        {
            yield return new ValidationResult("ShipperDelisId has 8 to 10 characters.");
        }

        if ((HasEPrint || HasWebTrace) && (FranceCenterNumber is null || FranceCustomerNumber is null))
        {
            yield return new ValidationResult("EPrint and WebTrace need FranceCenterNumber and FranceCustomerNumber, as on the DPD France contract.");
        }

        foreach (var (name, address) in ((string, Uri)[])
            [(nameof(EPrintAddress), EPrintAddress), (nameof(WebTraceAddress), WebTraceAddress), (nameof(MyPudoAddress), MyPudoAddress), (nameof(ShipperAddress), ShipperAddress)])
        {
            if (address is null || !address.IsAbsoluteUri || address.Scheme is not ("https" or "http"))
            {
                yield return new ValidationResult($"{name} is no absolute http or https address.");
            }
        }
    }
}

[OptionsValidator]
internal sealed partial class DpdCarrierOptionsValidator : IValidateOptions<DpdCarrierOptions>;
