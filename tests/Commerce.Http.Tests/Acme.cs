using System.Net;
using Commerce.Testing;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Commerce.Http.Tests;

internal sealed class Acme : IAsyncDisposable
{
    internal static readonly VendorOperation Read = new("read") { IsSafeToRepeat = true };
    internal static readonly VendorOperation Buy = new("buy");
    internal static readonly VendorOperation Token = new("token") { IsAnonymous = true, IsSafeToRepeat = true };

    private readonly ServiceProvider _provider;

    internal Acme(
        Action<AcmeOptions>? configure = null,
        IReadOnlyList<RateLimit>? limits = null,
        Func<VendorChannel, Task<AccessToken>>? token = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddVendorClient<AcmeClient, AcmeOptions, AcmeOptionsValidator>(
            "acme",
            "acme",
            configure ?? (static _ => { }),
            options => new VendorProfile
            {
                Vendor = "acme",
                BaseAddress = options.BaseAddress ?? new Uri("https://acme.test/"),
                Options = options,
                Limits = limits ?? [],
                Secrets = [options.Key],
                Authenticator = channel => token is null
                    ? new HeaderAuthenticator("X-Key", options.Key)
                    : new BearerAuthenticator(new TokenCache(_ => token(channel), channel.Clock)),
                Errors = static (_, body) => new VendorError(null, body.IsEmpty ? null : System.Text.Encoding.UTF8.GetString(body)),
            },
            static (channel, _, _) => new AcmeClient(channel))
            .ConfigurePrimaryHttpMessageHandler(() => Http);
        _provider = services.BuildServiceProvider();
    }

    internal FakeClock Clock { get; } = new();

    internal ScriptedHttp Http { get; } = new();

    internal LogLines Logs { get; } = new();

    internal VendorChannel Channel => _provider.GetRequiredKeyedService<AcmeClient>("acme").Channel;

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    internal Task<VendorAnswer> SendAsync(VendorOperation operation, CancellationToken cancellationToken = default) =>
        Channel.SendAsync(new HttpRequestMessage(HttpMethod.Post, "thing"), operation, cancellationToken);

    /// <inheritdoc cref="VirtualTime.RunAsync"/>
    internal Task<T> RunAsync<T>(Task<T> call, TimeSpan? within = null) => Clock.RunAsync(call, within);
}

internal sealed record AcmeClient(VendorChannel Channel);
