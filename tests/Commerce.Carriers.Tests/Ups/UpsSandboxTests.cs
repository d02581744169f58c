using Commerce.Testing;
using Commerce.Testing.Conformance;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.Ups;

/// <summary>The conformance kit against the sandbox's UPS, over real HTTP.</summary>
public sealed class UpsSandboxTests : CarrierClientContract, IAsyncLifetime
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
        var client = Client("ups-sandbox-secret");
        var key = new OperationKey("order-42-label");
        _sandbox.Faults.Add("ups", "ship", SandboxFault.LoseAnswer);

        var exception = await Assert.ThrowsAsync<CommerceException>(() => client.CreateShipmentAsync(ValidShipment(key)));
        var found = await ((IShipmentFinder)client).FindShipmentAsync(new FindShipmentRequest
        {
            Key = key, Label = new LabelSpecification { Format = LabelFormat.Zpl },
        });

        Assert.True(exception.IsOutcomeUnknown);
        Assert.Equal(_sandbox.Get<UpsSandbox>().LiveShipments.Single(), found?.Id.Value);
        Assert.StartsWith("^XA", System.Text.Encoding.ASCII.GetString(Assert.Single(found!.Documents).Content.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_token_is_renewed_without_the_caller_noticing()
    {
        var client = Client("ups-sandbox-secret");
        await client.TrackAsync(new TrackingRequest { TrackingNumber = UnknownTrackingNumber() });

        _sandbox.Get<UpsSandbox>().RevokeTokens();
        var outcome = await client.CreateShipmentAsync(ValidShipment(new OperationKey("order-43")));

        Assert.True(outcome.IsSuccess, outcome.Refusal?.Message);
        Assert.Equal(2, _sandbox.Get<UpsSandbox>().TokensIssued);
    }

    [Theory]
    [InlineData(SandboxFault.AnswerHtml, CommerceErrorKind.Protocol)]
    [InlineData(SandboxFault.TruncateAnswer, CommerceErrorKind.Unavailable)]
    [InlineData(SandboxFault.RefuseConnection, CommerceErrorKind.Unavailable)]
    [InlineData(SandboxFault.Throttle, CommerceErrorKind.Throttled)]
    [InlineData(SandboxFault.Unavailable, CommerceErrorKind.Unavailable)]
    public async Task What_goes_wrong_on_the_way_is_one_clear_failure_and_no_second_purchase(SandboxFault fault, CommerceErrorKind kind)
    {
        var client = Client("ups-sandbox-secret");
        _sandbox.Faults.Add("ups", "ship", fault);

        var exception = await Assert.ThrowsAsync<CommerceException>(() => client.CreateShipmentAsync(ValidShipment(new OperationKey("order-44"))));

        Assert.Equal(kind, exception.Kind);
        Assert.Equal(("ups", "ship"), (exception.Vendor, exception.Operation));
        Assert.InRange(_sandbox.Get<UpsSandbox>().LiveShipments.Count, 0, 1);
        Assert.Single(_sandbox.Faults.Calls, call => call.Operation == "ship");
    }

    protected override Task<ICarrierClient> CreateClientAsync() => Task.FromResult(Client("ups-sandbox-secret"));

    protected override Task<ICarrierClient?> CreateClientWithWrongCredentialsAsync() => Task.FromResult<ICarrierClient?>(Client("wrong"));

    protected override ShipmentRequest ValidShipment(OperationKey key, int parcels = 1) => CarrierSamples.Shipment(key, "11", LabelFormat.Zpl, parcels);

    protected override TrackingNumber UnknownTrackingNumber() => new("1Z99999999999999999");

    private ICarrierClient Client(string secret)
    {
        var ups = _sandbox.Get<UpsSandbox>();
        var services = new ServiceCollection();
        services.AddUpsCarrier(options =>
        {
            options.BaseAddress = _sandbox.AddressOf("ups");
            options.ClientId = ups.ClientId;
            options.ClientSecret = secret;
            options.AccountNumber = ups.AccountNumber;
        });
        var provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return provider.GetRequiredKeyedService<ICarrierClient>("ups");
    }
}
