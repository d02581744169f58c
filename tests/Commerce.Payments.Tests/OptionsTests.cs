using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Payments.Tests;

public sealed class OptionsTests
{
    [Fact]
    public async Task Wrong_accounts_stop_the_start_with_all_their_mistakes()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddStripePayments(options =>
        {
            (options.SecretKey, options.ApiVersion, options.ConnectedAccount) = ("pk_test_hidden1", "latest", "lamps");
            (options.Timeout, options.MaxRetries, options.BaseAddress) = (TimeSpan.Zero, -1, new Uri("/relative", UriKind.Relative));
            options.WebhookTolerance = TimeSpan.FromHours(2);
            options.WebhookSecrets.Add("whsec_hidden2");
            options.WebhookSecrets.Add("sk_hidden3");
        });
        builder.Services.AddStripePayments(options => options.ApiVersion = "", "stripe-empty");
        using var host = builder.Build();

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync());

        string[] expected =
        [
            "SecretKey is a secret", "ApiVersion is written", "ConnectedAccount", "Timeout", "MaxRetries", "BaseAddress", "WebhookTolerance",
            "WebhookSecrets[1]", "SecretKey is empty", "ApiVersion is empty",
        ];
        Assert.All(expected, text => Assert.Contains(text, Told(exception), StringComparison.Ordinal));
        Assert.DoesNotContain("WebhookSecrets[0]", Told(exception), StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", Told(exception), StringComparison.Ordinal);
    }

    private static string Told(Exception exception) => exception switch
    {
        AggregateException many => string.Join('\n', many.InnerExceptions.Select(Told)),
        OptionsValidationException options => string.Join('\n', options.Failures),
        _ => exception.Message,
    };
}
