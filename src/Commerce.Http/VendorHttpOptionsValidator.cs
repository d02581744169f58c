using System.Globalization;
using Microsoft.Extensions.Options;

namespace Commerce.Http;

internal sealed class VendorHttpOptionsValidator<TOptions> : IValidateOptions<TOptions>
    where TOptions : VendorHttpOptions
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var mistakes = new List<string>();
        if (options.BaseAddress is { } address && (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https")))
        {
            mistakes.Add($"BaseAddress is {address}: give an absolute http or https address.");
        }

        Check(nameof(options.Timeout), options.Timeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));
        Check(nameof(options.AttemptTimeout), options.AttemptTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(10));
        Check(nameof(options.RetryDelay), options.RetryDelay, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(1));
        Check(nameof(options.BreakerDuration), options.BreakerDuration, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        Check(nameof(options.MaxRetries), options.MaxRetries, 0, 10);
        Check(nameof(options.BreakerFailures), options.BreakerFailures, 2, 1000);
        return mistakes.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(mistakes.Select(mistake => $"{typeof(TOptions).Name} \"{name}\": {mistake}"));

        void Check<T>(string field, T value, T min, T max)
            where T : IComparable<T>
        {
            if (value.CompareTo(min) < 0 || value.CompareTo(max) > 0)
            {
                mistakes.Add(string.Create(CultureInfo.InvariantCulture, $"{field} is {value}: give {min} to {max}."));
            }
        }
    }
}
