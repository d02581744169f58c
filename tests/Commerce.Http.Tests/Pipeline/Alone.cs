using Commerce.Http.Pipeline;
using Commerce.Testing;
using Commerce.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Commerce.Http.Tests.Pipeline;

/// <summary>One handler of the pipeline by itself, between a caller and the scripted edge, under virtual time.</summary>
internal sealed class Alone : IDisposable
{
    private readonly HttpMessageInvoker _invoker;
    private readonly ILoggerFactory _loggers;

    internal Alone(
        Func<VendorAccount, DelegatingHandler> make,
        Action<AcmeOptions>? configure = null,
        Func<AcmeOptions, VendorProfile>? profile = null)
    {
        var options = new AcmeOptions();
        configure?.Invoke(options);
        _loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        Account = new VendorAccount(
            "acme-1", profile?.Invoke(options) ?? ProfileOf(options), Clock, _loggers.CreateLogger("acme"), () => null!);
        var handler = make(Account);
        handler.InnerHandler = Http;
        _invoker = new HttpMessageInvoker(handler);
    }

    internal FakeClock Clock { get; } = new();

    internal ScriptedHttp Http { get; } = new();

    internal LogLines Logs { get; } = new();

    internal VendorAccount Account { get; }

    public void Dispose()
    {
        _invoker.Dispose();
        _loggers.Dispose();
    }

    internal static VendorProfile ProfileOf(AcmeOptions options, params RateLimit[] limits) => new()
    {
        Vendor = "acme",
        BaseAddress = new Uri("https://acme.test/"),
        Options = options,
        Limits = limits,
        Errors = static (_, _) => new VendorError(null, null),
    };

    internal HttpMethod Method { get; init; } = HttpMethod.Post;

    internal async Task<HttpResponseMessage> SendAsync(VendorOperation operation, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(Method, "https://acme.test/thing?who=zoe@example.com");
        CallState.Set(request, operation);
        return await _invoker.SendAsync(request, cancellationToken);
    }
}
