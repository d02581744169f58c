using Commerce.Testing.Sandbox;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests;

/// <summary>A carrier of the sandbox whose answers are damaged on their way, value by value.</summary>
/// <param name="account">The account, under the carrier's name.</param>
public abstract class CarrierDamagedAnswersTests(string account) : IAsyncLifetime
{
    private ServiceProvider _provider = null!;

    protected VendorEdge Edge { get; } = new();

    protected SandboxHost Sandbox { get; private set; } = null!;

    protected ICarrierClient Client => _provider.GetRequiredKeyedService<ICarrierClient>(account);

    public async Task InitializeAsync()
    {
        Sandbox = await SandboxHost.StartAsync();
        var services = new ServiceCollection();
        AddCarrier(services).AddHttpMessageHandler(() => Edge);
        _provider = services.BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await _provider.DisposeAsync();
        await Sandbox.DisposeAsync();
    }

    /// <summary>Adds the account, without retries and without a circuit that opens.</summary>
    protected abstract IHttpClientBuilder AddCarrier(IServiceCollection services);
}
