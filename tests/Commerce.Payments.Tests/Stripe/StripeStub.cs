using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Payments.Tests.Stripe;

/// <summary>A client whose network is a function: for tables of answers.</summary>
internal sealed class StripeStub : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    internal StripeStub(Func<HttpRequestMessage, (int Status, string Body)> answer, Action<IHttpClientBuilder>? configure = null, TimeProvider? clock = null)
    {
        var services = new ServiceCollection();
        if (clock is not null)
        {
            services.AddSingleton(clock);
        }

        var http = services.AddStripePayments(options =>
        {
            options.BaseAddress = new Uri("http://stripe.example/");
            options.SecretKey = "sk_live_invented";
            (options.MaxRetries, options.BreakerFailures) = (0, 1000);
        });
        configure?.Invoke(http);
        http.ConfigurePrimaryHttpMessageHandler(() => new Handler(this, answer));
        _provider = services.BuildServiceProvider();
    }

    internal List<string> Sent { get; } = [];

    internal IPaymentGateway Client => _provider.GetRequiredKeyedService<IPaymentGateway>("stripe");

    internal T As<T>() => (T)Client;

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    private sealed class Handler(StripeStub stub, Func<HttpRequestMessage, (int Status, string Body)> answer) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "" : " " + await request.Content.ReadAsStringAsync(cancellationToken);
            stub.Sent.Add($"{request.Method} {request.RequestUri!.PathAndQuery}{body}");
            var (status, text) = answer(request);
            return new HttpResponseMessage((HttpStatusCode)status)
            {
                RequestMessage = request,
                Content = new StringContent(text, Encoding.UTF8, "application/json"),
                Headers = { { "Request-Id", "req_stub" } },
            };
        }
    }
}
