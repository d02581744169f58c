using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.Ups;

public sealed class UpsSandboxTests() : CarrierSandboxTests("ups")
{
    protected override IReadOnlyCollection<string> LiveShipments => Sandbox.Get<UpsSandbox>().LiveShipments;

    [Fact]
    public async Task A_revoked_token_is_renewed_without_the_caller_noticing()
    {
        var client = Client();
        await client.TrackAsync(new TrackingRequest { TrackingNumber = UnknownTrackingNumber() });

        Sandbox.Get<UpsSandbox>().RevokeTokens();
        var outcome = await client.CreateShipmentAsync(ValidShipment(new OperationKey("order-43")));

        Assert.True(outcome.IsSuccess, outcome.Refusal?.Message);
        Assert.Equal(2, Sandbox.Get<UpsSandbox>().TokensIssued);
    }

    protected override ShipmentRequest ValidShipment(OperationKey key, int parcels = 1) => CarrierSamples.Shipment(key, "11", LabelFormat.Zpl, parcels);

    protected override TrackingNumber UnknownTrackingNumber() => new("1Z99999999999999999");

    protected override void AddCarrier(IServiceCollection services, bool hasWrongSecret)
    {
        var ups = Sandbox.Get<UpsSandbox>();
        services.AddUpsCarrier(options =>
        {
            options.BaseAddress = Sandbox.AddressOf("ups");
            (options.ClientId, options.ClientSecret, options.AccountNumber) = (ups.ClientId, hasWrongSecret ? "wrong" : ups.ClientSecret, ups.AccountNumber);
        });
    }
}
