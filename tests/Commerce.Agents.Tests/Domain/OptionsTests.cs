using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Domain.Shipping;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Agents.Tests.Domain;

public sealed class OptionsTests
{
    [Fact]
    public async Task Wrong_settings_of_all_contexts_stop_the_start_together()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddCommerceAgents(agents => agents
            .AddOrders(options => (options.ShippingPrice, options.FreeShippingFrom, options.MinTotal, options.BackorderLifetime, options.PutAwayDays) = (-1, -1, 0, TimeSpan.Zero, 31))
            .AddInventory(options => options.ReservationLifetime = TimeSpan.Zero)
            .AddPayments(options => (options.Gateway, options.SlowGateway) = (" ", TimeSpan.Zero))
            .AddShipping(options => (options.TrackingInterval, options.MaxTries) = (TimeSpan.Zero, 0))
            .AddMarketplaces(options => options.StockBuffer = -1));
        using var host = builder.Build();

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync());

        string[] expected = ["ShippingPrice", "FreeShippingFrom", "MinTotal", "BackorderLifetime", "PutAwayDays", "ReservationLifetime", "Gateway is", "SlowGateway", "Sender", "TrackingInterval", "MaxTries", "Accounts", "StockBuffer"];
        Assert.All(expected, field => Assert.Contains(field, Told(exception), StringComparison.Ordinal));
    }

    private static string Told(Exception exception) => exception switch
    {
        AggregateException many => string.Join('\n', many.InnerExceptions.Select(Told)),
        OptionsValidationException options => string.Join('\n', options.Failures),
        _ => exception.Message,
    };
}
