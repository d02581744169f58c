using System.ComponentModel.DataAnnotations;
using Commerce.Http;
using Microsoft.Extensions.Options;

namespace Commerce.Marketplaces.Mirakl;

/// <summary>Configures a shop at one operator's Mirakl; usually bound from <c>Commerce:Marketplaces:Mirakl</c>.</summary>
/// <remarks><see cref="VendorHttpOptions.BaseAddress"/> is required: every operator has a host of its own.</remarks>
public sealed class MiraklMarketplaceOptions : VendorHttpOptions
{
    /// <summary>Gets or sets the shop's API key from the seller back office. Secret.</summary>
    [Required(ErrorMessage = "ApiKey is empty: take it from the seller back office of the operator.")]
    [RegularExpression("^[!-~]{8,}$", ErrorMessage = "ApiKey is the key from the seller back office: at least 8 characters without blanks.")]
    public string ApiKey { get; set; } = "";

    /// <summary>Gets or sets the shop to act for, when the user has several; the default shop when not given.</summary>
    [Range(1, long.MaxValue, ErrorMessage = "ShopId is a number above 0.")]
    public long? ShopId { get; set; }

    /// <summary>Gets or sets a value indicating whether Mirakl's call frequencies are kept: one import of each kind a minute, and as many questions for its state as Mirakl allows.</summary>
    /// <value>The default is true; switch it off only against a sandbox.</value>
    public bool KeepCallFrequencies { get; set; } = true;
}

[OptionsValidator]
internal sealed partial class MiraklGeneratedOptionsValidator : IValidateOptions<MiraklMarketplaceOptions>;

internal sealed class MiraklMarketplaceOptionsValidator : IValidateOptions<MiraklMarketplaceOptions>
{
    private readonly MiraklGeneratedOptionsValidator _generated = new();

    public ValidateOptionsResult Validate(string? name, MiraklMarketplaceOptions options)
    {
        var result = _generated.Validate(name, options);
        return options.BaseAddress is not null
            ? result
            : ValidateOptionsResult.Fail([.. result.Failures ?? [], "BaseAddress is not set: give the operator's address, such as https://operator.mirakl.net/."]);
    }
}
