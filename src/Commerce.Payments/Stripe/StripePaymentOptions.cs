using System.ComponentModel.DataAnnotations;
using Commerce.Http;
using Microsoft.Extensions.Options;

namespace Commerce.Payments.Stripe;

/// <summary>Configures a Stripe account; usually bound from <c>Commerce:Payments:Stripe</c>.</summary>
public sealed class StripePaymentOptions : VendorHttpOptions, IValidatableObject
{
    /// <summary>Gets the address of the API, the default.</summary>
    public static Uri ProductionAddress { get; } = new("https://api.stripe.com/");

    /// <summary>Gets or sets the secret or restricted key: <c>sk_test_…</c>, <c>sk_live_…</c>, <c>rk_…</c>. Secret.</summary>
    [Required(ErrorMessage = "SecretKey is empty: copy it from the Stripe dashboard, Developers, API keys."), RegularExpression("^(sk|rk)_(test|live)_[0-9A-Za-z_]+$", ErrorMessage = "SecretKey is a secret or restricted key: sk_test_…, sk_live_…, rk_test_… or rk_live_….")]
    public string SecretKey { get; set; } = "";

    /// <summary>Gets or sets the version that requests and answers are written in.</summary>
    /// <value>The default is <c>2026-07-29.dahlia</c>, for which this client is written.</value>
    [Required(ErrorMessage = "ApiVersion is empty: leave the default, or give one like 2026-07-29.dahlia."), RegularExpression("^[0-9]{4}-[0-9]{2}-[0-9]{2}(\\.[a-z]+)?$", ErrorMessage = "ApiVersion is written like 2026-07-29.dahlia.")]
    public string ApiVersion { get; set; } = "2026-07-29.dahlia";

    /// <summary>Gets or sets a value indicating whether a hold on a card is asked to allow several captures, where the card does.</summary>
    /// <value>The default is false. Stripe refuses every hold of an account that it has not granted multicapture: ask Stripe first.</value>
    public bool RequestMulticapture { get; set; }

    /// <summary>Gets or sets a value indicating whether a hold on a card is asked to allow raising it, where the card does.</summary>
    /// <value>The default is false. Stripe refuses every hold of an account that it has not granted incremental authorization: ask Stripe first.</value>
    public bool RequestIncrementalAuthorization { get; set; }

    /// <summary>Gets or sets where documents are uploaded.</summary>
    /// <value>The default is <c>https://files.stripe.com/</c>, or <see cref="VendorHttpOptions.BaseAddress"/> when that is another host than Stripe's; absolute, http or https.</value>
    public Uri? FilesAddress { get; set; }

    /// <summary>Gets or sets where sellers who have a Stripe account already are connected and disconnected (OAuth).</summary>
    /// <value>The default is <c>https://connect.stripe.com/</c>, or <see cref="VendorHttpOptions.BaseAddress"/> when that is another host than Stripe's; absolute, http or https.</value>
    public Uri? OAuthAddress { get; set; }

    /// <summary>Gets or sets the connected account to act for; the platform itself when not given.</summary>
    [RegularExpression("^acct_[0-9A-Za-z]+$", ErrorMessage = "ConnectedAccount is written like acct_….")]
    public string? ConnectedAccount { get; set; }

    /// <summary>Gets the secrets of the webhook endpoints, <c>whsec_…</c>: two while one is being rolled. Secret.</summary>
    public IList<string> WebhookSecrets { get; } = [];

    /// <summary>Gets or sets how far a webhook's time may be from ours, into the past or the future.</summary>
    /// <value>The default is 5 minutes; 1 second to 1 hour.</value>
    public TimeSpan WebhookTolerance { get; set; } = TimeSpan.FromMinutes(5);

    internal Uri FilesHost() => HostOf(FilesAddress, "https://files.stripe.com/");

    internal Uri OAuthHost() => HostOf(OAuthAddress, "https://connect.stripe.com/");

    /// <summary>Gives the address of another host of Stripe's: who sends calls elsewhere, to a sandbox or a recorder, means all of them.</summary>
    private Uri HostOf(Uri? address, string production)
    {
        var host = address ?? (BaseAddress is null || BaseAddress.Host == ProductionAddress.Host ? new Uri(production) : BaseAddress);
        return host.AbsoluteUri.EndsWith('/') ? host : new Uri(host.AbsoluteUri + "/");
    }

    /// <inheritdoc/>
    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        for (var i = 0; i < WebhookSecrets.Count; i++)
        {
            if (WebhookSecrets[i] is not { Length: > 6 } secret || !secret.StartsWith("whsec_", StringComparison.Ordinal))
            {
                yield return new ValidationResult(
                    $"WebhookSecrets[{i}] does not start with whsec_: copy the signing secret of the endpoint from the Stripe dashboard.", [nameof(WebhookSecrets)]);
            }
        }

        foreach (var (address, name) in ((Uri?, string)[])[(FilesAddress, nameof(FilesAddress)), (OAuthAddress, nameof(OAuthAddress))])
        {
            if (address is not (null or { IsAbsoluteUri: true, Scheme: "http" or "https" }))
            {
                yield return new ValidationResult($"{name} is {address}: give an absolute http or https address, or nothing.", [name]);
            }
        }

        if (WebhookTolerance < TimeSpan.FromSeconds(1) || WebhookTolerance > TimeSpan.FromHours(1))
        {
            yield return new ValidationResult($"WebhookTolerance is {WebhookTolerance}: give 1 second to 1 hour.", [nameof(WebhookTolerance)]);
        }
    }
}

[OptionsValidator]
internal sealed partial class StripePaymentOptionsValidator : IValidateOptions<StripePaymentOptions>;
