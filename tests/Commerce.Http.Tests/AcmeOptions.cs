using Microsoft.Extensions.Options;

namespace Commerce.Http.Tests;

/// <summary>An invented vendor: the smallest client that goes through the whole pipeline.</summary>
internal sealed class AcmeOptions : VendorHttpOptions
{
    public string Key { get; set; } = "acme-secret-key";
}

internal sealed class AcmeOptionsValidator : IValidateOptions<AcmeOptions>
{
    public ValidateOptionsResult Validate(string? name, AcmeOptions options) =>
        options.Key.Length > 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail("Key is empty: give the key.");
}
