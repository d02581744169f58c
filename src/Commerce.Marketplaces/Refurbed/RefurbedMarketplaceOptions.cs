using System.ComponentModel.DataAnnotations;
using Commerce.Http;
using Microsoft.Extensions.Options;

namespace Commerce.Marketplaces.Refurbed;

/// <summary>Configures a seller at Refurbed; usually bound from <c>Commerce:Marketplaces:Refurbed</c>.</summary>
/// <remarks>Set <see cref="VendorHttpOptions.BaseAddress"/> for the sandbox, whose host Refurbed tells on request.</remarks>
public sealed class RefurbedMarketplaceOptions : VendorHttpOptions
{
    internal static readonly Uri ProductionAddress = new("https://api.refurbed.com/");

    /// <summary>Gets or sets the API token that Refurbed issues to the seller, without the word <c>Plain</c>. Secret.</summary>
    [Required(ErrorMessage = "ApiToken is empty: Refurbed's integrations team issues it.")]
    [RegularExpression("^[!-~]{8,}$", ErrorMessage = "ApiToken is the token that Refurbed issued, without \"Plain\" before it: at least 8 characters without blanks.")]
    public string ApiToken { get; set; } = "";

    /// <summary>Gets or sets how many calls are made in a second at most; Refurbed publishes no number and corrects it by its headers.</summary>
    /// <value>The default is 10; 1 to 100.</value>
    [Range(1, 100, ErrorMessage = "CallsPerSecond is 1 to 100.")]
    public int CallsPerSecond { get; set; } = 10;

    /// <summary>Gets the slugs of Refurbed by the carrier codes of this application: <c>["DPD"] = "dpd-at"</c>. A code that is a slug itself needs no entry.</summary>
    public IDictionary<string, string> CarrierSlugs { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the tracking pages by the carrier codes of this application, with <c>{number}</c> in the place of the number, for parcels without an address: Refurbed takes no shipment without one.</summary>
    public IDictionary<string, string> TrackingUrlTemplates { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Gets or sets whether an item that was accepted and that the seller cannot deliver may be set to <c>CANCELLED</c>. It is the only way left then, but Refurbed's
    /// word for what the buyer asked for, so it may count otherwise in the seller's figures.
    /// </summary>
    /// <value>Not set by default: such a cancellation is refused until the user decides.</value>
    public bool? CancelAcceptedForSeller { get; set; }

    /// <summary>Gets or sets how new offers are taxed, unless the draft says so itself (<c>taxation</c> in its vendor fields).</summary>
    /// <value>Not set by default: a new offer is refused until the user decides.</value>
    [EnumDataType(typeof(RefurbedTaxation), ErrorMessage = "Taxation is Gross or Marginal.")]
    public RefurbedTaxation? Taxation { get; set; }

    /// <summary>Gets or sets the shipping profile of new offers, unless the draft names one itself (<c>shipping_profile_id</c> in its vendor fields). It decides what buyers pay for shipping.</summary>
    /// <value>Not set by default: a new offer is refused until the user decides.</value>
    [Range(1, long.MaxValue, ErrorMessage = "ShippingProfileId is a number above 0.")]
    public long? ShippingProfileId { get; set; }

    /// <summary>Gets or sets how long a return may change after it began: a list of returns that changed looks so far back, for Refurbed keeps no time of change.</summary>
    /// <value>The default is 60 days; 0 to 365 days.</value>
    public TimeSpan ReturnWindow { get; set; } = TimeSpan.FromDays(60);
}

[OptionsValidator]
internal sealed partial class RefurbedGeneratedOptionsValidator : IValidateOptions<RefurbedMarketplaceOptions>;

internal sealed class RefurbedMarketplaceOptionsValidator : IValidateOptions<RefurbedMarketplaceOptions>
{
    private readonly RefurbedGeneratedOptionsValidator _generated = new();

    public ValidateOptionsResult Validate(string? name, RefurbedMarketplaceOptions options)
    {
        List<string> failures = [.. _generated.Validate(name, options).Failures ?? []];
        if (options.ReturnWindow < TimeSpan.Zero || options.ReturnWindow > TimeSpan.FromDays(365))
        {
            failures.Add("ReturnWindow is 0 to 365 days.");
        }

        failures.AddRange(options.TrackingUrlTemplates
            .Where(static entry => RefurbedTracking.FromTemplate(entry.Value, "1") is null)
            .Select(static entry => $"TrackingUrlTemplates has no web address with {{number}} in it for {entry.Key}: give one such as https://tracking.example.com/{{number}}."));
        failures.AddRange(options.CarrierSlugs
            .Where(static entry => string.IsNullOrWhiteSpace(entry.Value))
            .Select(static entry => $"CarrierSlugs has no slug for {entry.Key}: take it from ListCarriersAsync."));
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
