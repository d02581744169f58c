using Commerce.Testing;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Marketplaces.Tests.Ebay;

/// <summary>eBay's signed notifications through the receiver that handles each once.</summary>
public sealed class EbayReplayTests : IAsyncLifetime
{
    private readonly FakeClock _clock = new();
    private readonly List<string> _handled = [];
    private SandboxHost _sandbox = null!;
    private ServiceProvider _provider = null!;

    private EbaySandbox Ebay => _sandbox.Get<EbaySandbox>();

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync(new SandboxOptions { Clock = _clock });
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddEbayMarketplace(options =>
        {
            options.BaseAddress = _sandbox.AddressOf("ebay");
            (options.ClientId, options.ClientSecret, options.RefreshToken, options.MarketplaceId) = (Ebay.ClientId, Ebay.ClientSecret, "ebay-sandbox-refresh-token", "EBAY_FR");
        });
        _provider = services.BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await _provider.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task A_notification_that_is_played_again_is_handled_once()
    {
        var receiver = Receiver();
        var call = Ebay.Push("ITEM_MARKED_SHIPPED", """{"orderId":"12-34567-12345"}""");

        Assert.True((await receiver.ReceiveAsync(call, Handle)).IsSuccess);
        var again = await receiver.ReceiveAsync(call, Handle);

        Assert.Equal(RefusalCode.Duplicate, again.Refusal?.Code);
        Assert.Single(_handled);
    }

    [Fact]
    public async Task An_altered_body_a_missing_signature_and_an_old_notification_are_refused_and_not_remembered()
    {
        var receiver = Receiver();
        var call = Ebay.Push("ITEM_MARKED_SHIPPED", """{"orderId":"12-34567-12345"}""");
        var body = call.Body.ToArray();
        body[^3] ^= 1;
        var altered = new WebhookRequest(body, [new("X-EBAY-SIGNATURE", call.Header("X-EBAY-SIGNATURE")!)]);

        Assert.Equal(RefusalCode.Forbidden, (await receiver.ReceiveAsync(altered, Handle)).Refusal?.Code);
        Assert.Equal(RefusalCode.Forbidden, (await receiver.ReceiveAsync(new WebhookRequest(call.Body, []), Handle)).Refusal?.Code);
        Assert.True((await receiver.ReceiveAsync(call, Handle)).IsSuccess);

        var late = Ebay.Push("ITEM_MARKED_SHIPPED", "{}");
        _clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(RefusalCode.WindowExpired, (await receiver.ReceiveAsync(late, Handle)).Refusal?.Code);
        Assert.Single(_handled);
    }

    private ValueTask Handle(MarketplaceNotification notification, CancellationToken cancellationToken)
    {
        _handled.Add(notification.Id);
        return ValueTask.CompletedTask;
    }

    private WebhookReceiver<MarketplaceNotification> Receiver() => new(
        _provider.GetRequiredKeyedService<IWebhookVerifier<MarketplaceNotification>>("ebay"),
        new InMemoryWebhookReplayStore(_clock),
        "ebay",
        static notification => notification.Id,
        _clock);
}
