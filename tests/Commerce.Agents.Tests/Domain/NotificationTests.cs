using Commerce.Agents.Domain.CustomerCare;
using Commerce.Agents.Domain.Orders;
using Commerce.Carriers;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Agents.Tests.Domain;

public sealed class NotificationTests
{
    [Fact]
    public async Task Buyer_hears_once_of_the_confirmation_the_departure_and_the_arrival()
    {
        await using var shop = await Shop.OpenAsync();

        var id = await shop.PlaceAsync(Shop.Draft());
        var number = (await shop.OrderAsync(id)).TrackingNumber!.Value;
        shop.Best.Move(number, TrackingStatus.InTransit);
        await shop.Host.AdvanceAsync(TimeSpan.FromHours(2));
        shop.Best.Move(number, TrackingStatus.Delivered);
        await shop.Host.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal(
            [NotificationTemplates.OrderConfirmed, NotificationTemplates.OrderShipped, NotificationTemplates.OrderDelivered],
            shop.Notifications.Select(notification => notification.Template));
        Assert.All(shop.Notifications, notification => Assert.Equal("zoe@example.com", notification.To?.Value));
        Assert.Equal(3, shop.Host.Published.All<NotificationSent>().Count);
    }

    [Fact]
    public async Task Departure_names_the_carrier_the_tracking_number_and_the_day_of_arrival()
    {
        await using var shop = await Shop.OpenAsync();

        var id = await shop.PlaceAsync(Shop.Draft());
        var order = await shop.OrderAsync(id);
        shop.Best.Move(order.TrackingNumber!.Value, TrackingStatus.InTransit);
        await shop.Host.AdvanceAsync(TimeSpan.FromHours(2));

        var text = shop.Notifications.Single(notification => notification.Template == NotificationTemplates.OrderShipped).Text;
        Assert.NotNull(order.PromisedDate);
        Assert.Contains(order.Carrier!.Value.Value, text, StringComparison.Ordinal);
        Assert.Contains(order.TrackingNumber!.Value.Value, text, StringComparison.Ordinal);
        Assert.Contains($"{order.PromisedDate:yyyy-MM-dd}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declined_buyer_is_told_what_to_do_in_the_nearest_known_language()
    {
        await using var shop = await Shop.OpenAsync();

        await shop.PlaceAsync(Shop.Draft(FakePaymentGateway.DeclinedMethod.Value) with { Language = "fr-CA" });

        var notification = Assert.Single(shop.Notifications);
        Assert.StartsWith("Le paiement de ORD-", notification.Subject, StringComparison.Ordinal);
        Assert.Contains(shop.Host.Published.Only<OrderPaymentFailed>().BuyerMessage, notification.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_server_that_is_down_is_tried_after_1_5_and_30_minutes()
    {
        BrokenChannel channel = null!;
        await using var shop = await Shop.OpenAsync(channel: clock => channel = new BrokenChannel(clock, CommerceErrorKind.Unavailable, failures: 3));

        await shop.PlaceAsync(Shop.Draft());
        await shop.Host.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal([0, 1, 6, 36], channel.Tries.Select(sent => (sent.At - channel.Tries[0].At).TotalMinutes));
        Assert.Single(channel.Tries.Select(sent => sent.Id).Distinct());
        Assert.Single(shop.Host.Published.All<NotificationSent>());
    }

    [Fact]
    public async Task Notification_that_cannot_be_sent_does_not_hold_the_order_up()
    {
        await using var shop = await Shop.OpenAsync(channel: clock => new BrokenChannel(clock, CommerceErrorKind.Invalid, failures: int.MaxValue));

        var id = await shop.PlaceAsync(Shop.Draft());

        Assert.Equal(OrderStatus.Processing, (await shop.OrderAsync(id)).Status);
        Assert.Equal(NotificationTemplates.OrderConfirmed, shop.Host.Published.Only<NotificationFailed>().Template);
    }

    [Fact]
    public void Templates_that_ask_for_unknown_values_are_refused_at_start_all_together()
    {
        var services = new ServiceCollection();
        services.AddCommerceAgents(agents => agents.AddNotifications(options =>
        {
            options.Templates.Add(new NotificationTemplate(NotificationTemplates.OrderShipped, "de", "{{nummer}}", "{{spediteur}}"));
            options.Templates.Add(new NotificationTemplate("order-lost", "en", "", ""));
        }));
        using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<NotificationsOptions>>().Value);

        Assert.Equal(3, exception.Failures.Count());
    }

    private sealed class BrokenChannel(TimeProvider clock, CommerceErrorKind kind, int failures) : INotificationChannel
    {
        public List<(DateTimeOffset At, Guid Id)> Tries { get; } = [];

        public string Name => "email";

        public Task SendAsync(Notification notification, CancellationToken cancellationToken = default)
        {
            Tries.Add((clock.GetUtcNow(), notification.Id));
            return Tries.Count > failures ? Task.CompletedTask : throw new CommerceException(kind, "The mail server is away.");
        }
    }
}
