using Commerce.Testing.Sandbox;
using Xunit;

namespace Commerce.Marketplaces.Tests.Cdiscount;

/// <summary>Every state of Octopia's table, through the client.</summary>
public sealed class CdiscountStatesTests : IAsyncLifetime
{
    private readonly StateEdge _edge = new();
    private CdiscountWorld _world = null!;

    public async Task InitializeAsync() => _world = await CdiscountWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData("Processing", "pending_payment")]
    [InlineData("WaitingAcceptance", "awaiting_acceptance")]
    [InlineData("Accepted", "accepted")]
    [InlineData("InPreparation", "ready_to_ship")]
    [InlineData("Shipped", "shipped")]
    [InlineData("Delivered", "delivered")]
    [InlineData("Refused", "cancelled")]
    [InlineData("Rejected", "cancelled")]
    [InlineData("Cancelled", "cancelled")]
    [InlineData("Tomorrow", "unknown")]
    public async Task Every_state_is_mapped_and_kept(string vendor, string ours)
    {
        _edge.State = vendor;
        var order = (await _world.Client(edge: _edge).FindOrderAsync(new(_world.Octopia.Place(new SandboxOrder { Lines = [("LAMP-1", 1, 1m)] }))))!;

        Assert.Equal((ours, vendor), (order.State.Value, order.VendorState));
    }

    /// <summary>Says another state than the sandbox does.</summary>
    private sealed class StateEdge : DelegatingHandler
    {
        public string State { get; set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            response.Content = new StringContent(body.Replace("WaitingAcceptance", State, StringComparison.Ordinal), System.Text.Encoding.UTF8, "application/json");
            return response;
        }
    }
}
