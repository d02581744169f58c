using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Http.Tests;

public sealed class OptionsTests
{
    [Fact]
    public async Task All_mistakes_are_told_together()
    {
        await using var acme = new Acme(options =>
        {
            options.Key = "";
            options.Timeout = TimeSpan.Zero;
            options.MaxRetries = 99;
            options.BaseAddress = new Uri("ftp://acme.test/");
        });

        var failure = Assert.Throws<OptionsValidationException>(() => acme.Channel);

        Assert.Equal(4, failure.Failures.Count());
        Assert.All(["Key", "Timeout", "MaxRetries", "BaseAddress"], field => Assert.Contains(field, failure.Message, StringComparison.Ordinal));
    }
}
