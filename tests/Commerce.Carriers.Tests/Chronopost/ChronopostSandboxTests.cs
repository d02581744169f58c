using Commerce.Testing;
using Commerce.Testing.Conformance;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.Chronopost;

/// <summary>The conformance kit against the sandbox's Chronopost, over real HTTP.</summary>
public sealed class ChronopostSandboxTests : CarrierClientContract, IAsyncLifetime
{
    private readonly List<ServiceProvider> _providers = [];
    private SandboxHost _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await SandboxHost.StartAsync();

    public async Task DisposeAsync()
    {
        foreach (var provider in _providers)
        {
            await provider.DisposeAsync();
        }

        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task A_lost_answer_leaves_one_shipment_that_is_found_with_its_label()
    {
        var client = Client("255562");
        var key = new OperationKey("order-42-label");
        _sandbox.Faults.Add("chronopost", "ship", SandboxFault.LoseAnswer);

        var exception = await Assert.ThrowsAsync<CommerceException>(() => client.CreateShipmentAsync(ValidShipment(key)));
        var found = await ((IShipmentFinder)client).FindShipmentAsync(new FindShipmentRequest
        {
            Key = key, Label = new LabelSpecification { Format = LabelFormat.Zpl },
        });

        Assert.True(exception.IsOutcomeUnknown);
        Assert.Equal(_sandbox.Get<ChronopostSandbox>().LiveParcels.Single(), found?.Id.Value);
        Assert.StartsWith("^XA", System.Text.Encoding.ASCII.GetString(Assert.Single(found!.Documents).Content.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SandboxFault.AnswerHtml, CommerceErrorKind.Protocol)]
    [InlineData(SandboxFault.TruncateAnswer, CommerceErrorKind.Unavailable)]
    [InlineData(SandboxFault.RefuseConnection, CommerceErrorKind.Unavailable)]
    [InlineData(SandboxFault.Throttle, CommerceErrorKind.Throttled)]
    [InlineData(SandboxFault.Unavailable, CommerceErrorKind.Unavailable)]
    public async Task What_goes_wrong_on_the_way_is_one_clear_failure_and_no_second_purchase(SandboxFault fault, CommerceErrorKind kind)
    {
        var client = Client("255562");
        _sandbox.Faults.Add("chronopost", "ship", fault);

        var exception = await Assert.ThrowsAsync<CommerceException>(() => client.CreateShipmentAsync(ValidShipment(new OperationKey("order-44"))));

        Assert.Equal(kind, exception.Kind);
        Assert.Equal(("chronopost", "ship"), (exception.Vendor, exception.Operation));
        Assert.InRange(_sandbox.Get<ChronopostSandbox>().LiveParcels.Count, 0, 1);
        Assert.Single(_sandbox.Faults.Calls, call => call.Operation == "ship");
    }

    protected override Task<ICarrierClient> CreateClientAsync() => Task.FromResult(Client("255562"));

    protected override Task<ICarrierClient?> CreateClientWithWrongCredentialsAsync() => Task.FromResult<ICarrierClient?>(Client("000000"));

    protected override ShipmentRequest ValidShipment(OperationKey key, int parcels = 1) => CarrierSamples.Shipment(key, "01", LabelFormat.Pdf, parcels);

    protected override TrackingNumber UnknownTrackingNumber() => new("XX999999999FR");

    private ICarrierClient Client(string password)
    {
        var services = new ServiceCollection();
        services.AddChronopostCarrier(options =>
        {
            options.BaseAddress = _sandbox.AddressOf("chronopost");
            options.AccountNumber = _sandbox.Get<ChronopostSandbox>().AccountNumber;
            options.Password = password;
        });
        var provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return provider.GetRequiredKeyedService<ICarrierClient>("chronopost");
    }
}
