using System.Net;
using System.Text;
using Commerce.Payments.Stripe;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Payments.Tests.Stripe;

/// <summary>Uploads and OAuth have hosts of their own at Stripe.</summary>
public sealed class StripeConnectHostsTests
{
    [Theory]
    [InlineData(null, null, "https://files.stripe.com/v1/files", "https://connect.stripe.com/oauth/token")]
    [InlineData("https://api.stripe.com/", null, "https://files.stripe.com/v1/files", "https://connect.stripe.com/oauth/token")]
    [InlineData("http://sandbox.example.com:8080/stripe", null, "http://sandbox.example.com:8080/stripe/v1/files", "http://sandbox.example.com:8080/stripe/oauth/token")]
    [InlineData("http://sandbox.example.com/", "http://other.example.com/x", "http://other.example.com/x/v1/files", "http://other.example.com/x/oauth/token")]
    public async Task Uploads_and_OAuth_follow_the_address_of_the_api_unless_told_otherwise(string? api, string? other, string files, string oauth)
    {
        var seen = new Seen();
        var services = new ServiceCollection();
        services.AddStripePayments(options =>
        {
            options.SecretKey = "sk_test_recorded";
            options.BaseAddress = api is null ? null : new Uri(api);
            options.FilesAddress = options.OAuthAddress = other is null ? null : new Uri(other);
        }).AddHttpMessageHandler(() => seen);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredKeyedService<IStripeConnectClient>("stripe");

        await ((IDisputeClient)client).UploadEvidenceAsync(
            new EvidenceUpload { Key = new("order-1"), FileName = "a.png", ContentType = "image/png", Content = new byte[] { 1 } });
        await client.ConnectAsync(new Secret("ac_1"));

        Assert.Equal([files, oauth], seen.Addresses);
    }

    [Fact]
    public void A_host_that_is_no_web_address_is_told_when_the_options_are_read()
    {
        var services = new ServiceCollection();
        services.AddStripePayments(options =>
        {
            options.SecretKey = "sk_test_recorded";
            (options.FilesAddress, options.OAuthAddress) = (new Uri("files", UriKind.Relative), new Uri("ftp://oauth.example.com/"));
        });
        using var provider = services.BuildServiceProvider();

        var failure = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptionsMonitor<StripePaymentOptions>>().Get("stripe"));

        Assert.Contains("FilesAddress is files", failure.Message, StringComparison.Ordinal);
        Assert.Contains("OAuthAddress is ftp", failure.Message, StringComparison.Ordinal);
    }

    private sealed class Seen : DelegatingHandler
    {
        internal List<string> Addresses { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Addresses.Add(request.RequestUri!.AbsoluteUri);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                RequestMessage = request,
                Content = new StringContent("""{"id":"file_1","size":1,"stripe_user_id":"acct_1Lamps"}""", Encoding.UTF8, "application/json"),
            });
        }
    }
}
