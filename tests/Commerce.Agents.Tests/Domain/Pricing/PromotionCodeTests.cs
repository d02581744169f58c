using Commerce.Agents.Domain.Pricing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Pricing;

/// <summary>Codes and settings (PRC-2 rule 5).</summary>
public sealed class PromotionCodeTests
{
    [Theory]
    [InlineData("spring-26", "SPRING-26")]
    [InlineData(" SPRING ", "SPRING")]
    [InlineData("abcd", "ABCD")]
    [InlineData("abc", null)]
    [InlineData("12345678901234567890123456789012", "12345678901234567890123456789012")]
    [InlineData("123456789012345678901234567890123", null)]
    [InlineData("two words", null)]
    [InlineData("été26", null)]
    [InlineData(null, null)]
    public void Codes_are_4_to_32_characters_in_any_case(string? text, string? code)
    {
        Assert.Equal(code is not null, PromotionCodes.TryRead(text, out var read));
        Assert.Equal(code, read);
    }

    [Fact]
    public void Codes_for_one_use_are_random_readable_and_carry_their_prefix()
    {
        var generator = new SecurePromotionCodeGenerator();

        var codes = Enumerable.Range(0, 1_000).Select(_ => generator.Next("spring-")).ToList();

        Assert.Equal(1_000, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^SPRING-[0-9A-HJKMNP-TV-Z]{12}$", code));
        Assert.True(codes.SelectMany(code => code[7..]).Distinct().Count() > 28);
    }

    [Theory]
    [InlineData("a prefix")]
    [InlineData("123456789012345678901")]
    public void A_prefix_that_makes_no_code_is_refused(string prefix) =>
        Assert.ThrowsAny<ArgumentException>(() => new SecurePromotionCodeGenerator().Next(prefix));

    [Fact]
    public void Wrong_settings_are_told_together_with_their_ranges()
    {
        var services = new ServiceCollection();
        services.AddCommerceAgents(agents => agents.AddPromotions(options =>
            (options.MaxCodes, options.MinMargin, options.DefaultRate, options.DefaultDuration) = (0, 1, 0, TimeSpan.Zero)));
        using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<PromotionOptions>>().Value);

        string[] told = ["MaxCodes is 0: give 1 to 10.", "MinMargin is 1: give a share", "DefaultRate is 0: give a share", "DefaultDuration is 00:00:00: give 1 minute"];
        Assert.All(told.Zip(exception.Failures), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
        Assert.Equal(told.Length, exception.Failures.Count());
    }

    [Fact]
    public void Default_settings_are_those_of_the_rules()
    {
        var options = new PromotionOptions();

        Assert.Equal((1, 0.10m, 0.10m, TimeSpan.FromDays(7)), (options.MaxCodes, options.MinMargin, options.DefaultRate, options.DefaultDuration));
        Assert.Equal(1, new PromotionTerms { Code = "SPRING", Type = PromotionType.Percentage }.CustomerLimit);
    }
}
