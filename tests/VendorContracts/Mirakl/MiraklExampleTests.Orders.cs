using Commerce.Marketplaces;
using Commerce.VendorContracts.Examples;
using Xunit;
using static Commerce.VendorContracts.Examples.Waiver;

namespace Commerce.VendorContracts.Mirakl;

public sealed partial class MiraklExampleTests
{
    private static readonly string[] OrderExamples =
    [
        "or11-orders.response.json", "order-with-refunds-connector-fixture.json", "order-connector-fixture.json",
        "order-with-taxes-connector-fixture.json",
    ];

    [VendorSpecFact]
    public Task Orders() => ReadOrdersAsync(OrderExamples[0]);

    [VendorSpecFact]
    public Task Orders_with_refunds() => ReadOrdersAsync(
        OrderExamples[1],
        [
            .. WithoutCountryWaivers,
            .. Waive(
                "Prices hold their taxes here, and so do refunds.",
                "orders.order_lines.refunds.taxes.amount", "orders.order_lines.refunds.shipping_taxes.amount"),
        ]);

    [VendorSpecFact]
    public Task An_order() => ReadOrdersAsync(OrderExamples[2], WithoutCountryWaivers);

    [VendorSpecFact]
    public Task An_order_with_taxes() => ReadOrdersAsync(
        OrderExamples[3], Waive("It is empty in this fixture; what replaces it here is no address.", "orders.customer_notification_email"));

    [VendorSpecFact]
    public void Every_waiver_of_orders_is_of_use_somewhere()
    {
        var paths = OrderExamples.SelectMany(file => BodyValues.Of(OrderList(file))).Select(value => value.Path).Distinct().ToList();

        Assert.Empty(OrderWaivers.Where(waiver => !paths.Any(waiver.Covers)).Select(waiver => waiver.Path));
    }

    private static Task<object?> ReadOrdersAsync(string file, params Waiver[] own)
    {
        var example = OrderList(file);
        var paths = BodyValues.Of(example).Select(value => value.Path).Distinct().ToList();
        return ReadAsync(
            example,
            client => AllAsync(client.ListOrders(new OrderQuery())),
            (_, body) => body,
            [.. own, .. OrderWaivers.Where(waiver => paths.Any(path => waiver.Covers(path) && !own.Any(other => other.Covers(path))))]);
    }

    /// <summary>Some of the connectors' fixtures are single orders.</summary>
    private static byte[] OrderList(string file)
    {
        var example = Sample(file);
        return example.AsSpan().IndexOf("\"total_count\""u8) >= 0 ? example : [.. "{\"orders\":["u8, .. example, .. "],\"total_count\":1}"u8];
    }
}
