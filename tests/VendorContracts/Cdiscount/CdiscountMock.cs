using Xunit;

namespace Commerce.VendorContracts.Cdiscount;

/// <summary>One Prism for all tests of Octopia's contract, with closed bodies, started when the first of them asks for it.</summary>
public sealed class CdiscountMock : IAsyncLifetime
{
    internal const string File = "octopia-seller-v2.reconstructed.openapi.json";

    private static readonly (string Method, string Path)[] Operations =
    [
        ("get", "/orders"), ("get", "/orders/count"), ("get", "/orders/{orderId}"), ("post", "/orders/{orderId}/approval-status"),
        ("post", "/orders/{orderId}/shipments"), ("get", "/carriers"), ("get", "/cancellation-reasons"), ("post", "/order-cancellation-requests"),
        ("get", "/order-cancellation-requests"), ("post", "/order-partial-cancellation-requests"),
        ("get", "/orders/{orderId}/commercial-gestures-available-amounts"), ("post", "/order-commercial-gesture-requests"),
        ("get", "/order-commercial-gesture-requests"), ("get", "/order-commercial-gesture-requests/{requestId}"), ("get", "/offers"),
        ("post", "/offer-packages"), ("get", "/offer-packages/{packageId}"), ("patch", "/offer-packages/{packageId}"),
        ("post", "/offer-packages/{packageId}/offer-requests"), ("get", "/offer-packages/{packageId}/offer-requests-results"),
        ("get", "/sellers/delivery-modes"), ("get", "/discussions"), ("post", "/discussions"), ("get", "/discussions/{discussionId}"),
        ("patch", "/discussions/{discussionId}"), ("post", "/messages"),
    ];

    private PrismMock? _mock;

    internal OpenApiSlice? Slice { get; private set; }

    internal static string Contract => VendorSpecs.PathOf("marketplaces", "cdiscount", File);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_mock is not null)
        {
            await _mock.DisposeAsync();
        }

        Slice?.Dispose();
    }

    internal async Task<Uri> AddressAsync()
    {
        Slice ??= OpenApiSlice.Of(Contract, [.. Operations.Select(static operation => (operation.Method, operation.Path, (System.Text.Json.Nodes.JsonNode?)null))]);
        _mock ??= await PrismMock.StartAsync(Slice.File);
        return _mock.Address;
    }
}
