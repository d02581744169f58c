using System.Net;
using System.Reflection;
using System.Text;
using Commerce.Payments.Stripe;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Payments.Tests.Secrets;

/// <summary>Every operation of the Stripe client with requests full of secrets: nothing may let them out. <see cref="EmittedTests"/> searches.</summary>
public sealed class StripeSecretsTests
{
    /// <summary>Gets every operation of every interface that the client implements.</summary>
    public static TheoryData<string> Operations => [.. Methods().Select(Name)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task What_is_thrown_back_does_not_come_out(string operation)
    {
        var (throwing, damaged) = (new Mirror(HttpStatusCode.InternalServerError), new Mirror(HttpStatusCode.OK));

        await CallAsync(throwing, operation);
        await CallAsync(damaged, operation);

        Assert.True(throwing.Calls > 0 && damaged.Calls > 0, $"{operation} sent nothing.");
    }

    [Fact]
    public async Task Results_do_not_say_their_secrets()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var stripe = sandbox.Get<StripeSandbox>();
        var seller = new ConnectedAccountId(stripe.OpenAccount());
        await using var provider = Provider(null, options => (options.BaseAddress, options.SecretKey) = (sandbox.AddressOf("stripe"), stripe.SecretKey));
        var client = provider.GetRequiredKeyedService<IPaymentGateway>("stripe");

        var payment = (await client.CreatePaymentAsync(new CreatePaymentRequest { Key = new("p"), Amount = Money.Eur(10) })).Value;
        var setup = (await ((IMethodSetupClient)client).CreateMethodSetupAsync(new CreateMethodSetupRequest { Key = new("s") })).Value;
        var link = await ((IConnectedAccountClient)client).CreateOnboardingLinkAsync(new OnboardingLinkRequest
        {
            AccountId = seller, ReturnUrl = new("https://shop.example.com/back"), RefreshUrl = new("https://shop.example.com/again"),
        });
        var endpoint = (await ((IStripePaymentGateway)client).CreateWebhookEndpointAsync(new StripeWebhookEndpointRequest
        {
            Key = new("w"), Url = new("https://shop.example.com/hooks"), Events = ["*"],
        })).Value;
        var options = new StripePaymentOptions { SecretKey = "sk_test_hidden", WebhookSecrets = { "whsec_hidden" } };
        object[] results = [payment, setup, link, endpoint, options, new CreatePaymentRequest
        {
            Key = new("p"), Amount = Money.Eur(1), VendorFields = new Dictionary<string, string> { ["payment_method_data[card][number]"] = "4242424242424242" },
        }];
        foreach (var result in results)
        {
            Emitted.Say(result);
        }

        Assert.StartsWith("pi_", payment.ClientSecret!.Reveal(), StringComparison.Ordinal);
        Assert.StartsWith("http", link.Url.Reveal(), StringComparison.Ordinal);
        Assert.DoesNotContain(link.Url.Reveal(), link.ToString(), StringComparison.Ordinal);
        Assert.Contains(Emitted.Log.Lines, static line => line.Contains("create-payment", StringComparison.Ordinal));
        Assert.True(Emitted.Counts is { Exceptions: > 0, Spans: > 0, Measurements: > 0 }, $"{Emitted.Counts}: nothing was heard.");
    }

    private static IEnumerable<MethodInfo> Methods()
    {
        using var provider = Provider(null, static _ => { });
        return [.. provider.GetRequiredKeyedService<IPaymentGateway>("stripe").GetType().GetInterfaces()
            .Where(static type => type.Namespace!.StartsWith("Commerce.Payments", StringComparison.Ordinal))
            .SelectMany(static type => type.GetMethods()).Where(static method => !method.IsSpecialName)];
    }

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static ServiceProvider Provider(DelegatingHandler? edge, Action<StripePaymentOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddLogging(Emitted.Logs);
        var http = services.AddStripePayments(options =>
        {
            (options.BaseAddress, options.SecretKey, options.MaxRetries) = (new Uri("http://stripe.example/"), "sk_test_hidden", 1);
            options.RetryDelay = TimeSpan.FromMilliseconds(1);
            options.WebhookSecrets.Add("whsec_hidden");
            configure(options);
        });
        if (edge is not null)
        {
            http.AddHttpMessageHandler(() => edge);
        }

        return services.BuildServiceProvider();
    }

    private static async Task CallAsync(Mirror mirror, string operation)
    {
        await using var provider = Provider(mirror, static _ => { });
        var client = provider.GetRequiredKeyedService<IPaymentGateway>("stripe");
        var method = Methods().First(method => Name(method) == operation);
        var arguments = method.GetParameters().Select(static parameter => HiddenRequest.Of(parameter.ParameterType, parameter.Name!)).ToArray();
        foreach (var argument in arguments)
        {
            Emitted.Say(argument);
        }

        try
        {
            var result = method.Invoke(client, arguments)!;
            if (result is Task task)
            {
                await task;
                Emitted.Say(task.GetType().GetProperty("Result")?.GetValue(task));
            }
            else
            {
                await FirstPageAsync((dynamic)result);
            }
        }
        catch (CommerceException failure)
        {
            Emitted.Reached(failure);
        }
    }

    private static async Task FirstPageAsync<T>(Paged<T> list)
    {
        await foreach (var page in list.PagesAsync())
        {
            Emitted.Say(page);
            return;
        }
    }

    /// <summary>Answers with everything that was sent.</summary>
    private sealed class Mirror(HttpStatusCode status) : DelegatingHandler
    {
        internal int Calls { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(status)
            {
                RequestMessage = request,
                Content = new StringContent($"{Uri.UnescapeDataString(body)} {request.Headers.Authorization} {Uri.UnescapeDataString(request.RequestUri!.Query)}", Encoding.UTF8, "text/plain"),
            };
        }
    }
}
