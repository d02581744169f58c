using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Payments;

internal sealed class MerchantSettlementOptionsValidator : IValidateOptions<MerchantSettlementOptions>
{
    public ValidateOptionsResult Validate(string? name, MerchantSettlementOptions options) =>
        options.RetryAfter >= TimeSpan.FromMinutes(1) && options.RetryAfter <= TimeSpan.FromDays(1)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"RetryAfter is {options.RetryAfter}: give 00:01:00 to 1.00:00:00.");
}
