using System.Text;
using Commerce.Testing;
using Commerce.Testing.Conformance;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests;

/// <summary>The conformance kit against a carrier of the sandbox, over real HTTP, and what every carrier must do when the way there breaks.</summary>
/// <param name="vendor">The carrier's name in the sandbox, and the name of its account.</param>
public abstract class CarrierSandboxTests(string vendor) : CarrierClientContract, IAsyncLifetime
{
    private readonly List<ServiceProvider> _providers = [];

    protected SandboxHost Sandbox { get; private set; } = null!;

    /// <summary>Gets the ids of the shipments that exist and are not cancelled.</summary>
    protected abstract IReadOnlyCollection<string> LiveShipments { get; }

    /// <summary>Gets the label that is asked for when a shipment is found again.</summary>
    protected virtual LabelSpecification FoundLabel { get; } = new() { Format = LabelFormat.Zpl };

    public async Task InitializeAsync() => Sandbox = await SandboxHost.StartAsync();

    public async Task DisposeAsync()
    {
        foreach (var provider in _providers)
        {
            await provider.DisposeAsync();
        }

        await Sandbox.DisposeAsync();
    }

    [Fact]
    public async Task A_lost_answer_is_recovered_as_declared_and_buys_nothing_twice()
    {
        var client = Client();
        var key = new OperationKey("order-42-label");
        Sandbox.Faults.Add(vendor, "ship", SandboxFault.LoseAnswer);

        var exception = await Assert.ThrowsAsync<CommerceException>(() => client.CreateShipmentAsync(ValidShipment(key)));

        Assert.True(exception.IsOutcomeUnknown);
        switch (client.Capabilities.Recovery)
        {
            case LostAnswerRecovery.LookUpByReference:
                var found = await ((IShipmentFinder)client).FindShipmentAsync(new FindShipmentRequest { Key = key, Label = FoundLabel });
                Assert.Equal(LiveShipments.Single(), found?.Id.Value);
                AssertFoundLabel(found!);
                break;
            case LostAnswerRecovery.RepeatIsSafe:
                var again = await client.CreateShipmentAsync(ValidShipment(key));
                Assert.Equal(LiveShipments.Single(), again.Value.Id.Value);
                break;
            default:
                Assert.Equal(LostAnswerRecovery.None, client.Capabilities.Recovery);
                Assert.Single(LiveShipments);
                break;
        }
    }

    [Theory]
    [InlineData(SandboxFault.AnswerHtml, CommerceErrorKind.Protocol)]
    [InlineData(SandboxFault.TruncateAnswer, CommerceErrorKind.Unavailable)]
    [InlineData(SandboxFault.RefuseConnection, CommerceErrorKind.Unavailable)]
    [InlineData(SandboxFault.Throttle, CommerceErrorKind.Throttled)]
    [InlineData(SandboxFault.Unavailable, CommerceErrorKind.Unavailable)]
    public async Task What_goes_wrong_on_the_way_is_one_clear_failure_and_no_second_purchase(SandboxFault fault, CommerceErrorKind kind)
    {
        var client = Client();
        Sandbox.Faults.Add(vendor, "ship", fault);

        var exception = await Assert.ThrowsAsync<CommerceException>(() => client.CreateShipmentAsync(ValidShipment(new OperationKey("order-44"))));

        Assert.Equal(kind, exception.Kind);
        Assert.Equal((vendor, "ship"), (exception.Vendor, exception.Operation));
        Assert.InRange(LiveShipments.Count, 0, 1);
        Assert.Single(Sandbox.Faults.Calls, call => call.Operation == "ship");
    }

    protected override Task<ICarrierClient> CreateClientAsync() => Task.FromResult(Client());

    protected override Task<ICarrierClient?> CreateClientWithWrongCredentialsAsync() =>
        Task.FromResult<ICarrierClient?>(Provide(services => AddCarrier(services, hasWrongSecret: true)));

    /// <summary>Adds the account under the carrier's name.</summary>
    protected abstract void AddCarrier(IServiceCollection services, bool hasWrongSecret);

    protected ICarrierClient Client() => Provide(services => AddCarrier(services, hasWrongSecret: false));

    /// <summary>Checks the label of a shipment that was found again: ZPL, unless <see cref="FoundLabel"/> is another.</summary>
    protected virtual void AssertFoundLabel(Shipment found) =>
        Assert.StartsWith("^XA", Encoding.ASCII.GetString(Assert.Single(found.Documents).Content.Span), StringComparison.Ordinal);

    private ICarrierClient Provide(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        add(services);
        var provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return provider.GetRequiredKeyedService<ICarrierClient>(vendor);
    }
}
