using Commerce.Marketplaces.BackMarket;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Marketplaces.Tests.BackMarket;

public sealed class BackMarketMappingTests
{
    [Theory]
    [InlineData(0, "0", "pending_payment")]
    [InlineData(10, "8", "pending_payment")]
    [InlineData(1, "9,9", "pending_payment")]
    [InlineData(1, "1", "awaiting_acceptance")]
    [InlineData(1, "1,2", "awaiting_acceptance")]
    [InlineData(3, "2,4", "ready_to_ship")]
    [InlineData(3, "2,9", "accepted")]
    [InlineData(3, "9,4", "pending_payment")]
    [InlineData(3, "2,3", "partially_shipped")]
    [InlineData(9, "3,3", "shipped")]
    [InlineData(9, "3,4,5", "shipped")]
    [InlineData(9, "4,7", "cancelled")]
    [InlineData(8, "7", "cancelled")]
    [InlineData(9, "5,6", "refunded")]
    [InlineData(9, "4,6", "refunded")]
    [InlineData(9, "3,6", "partially_refunded")]
    [InlineData(7, "1", "unknown")]
    [InlineData(1, "11", "unknown")]
    [InlineData(null, "1", "unknown")]
    public void The_lines_decide_where_an_order_is(int? order, string lines, string state) =>
        Assert.Equal(state, BackMarketStates.Of(order, [.. lines.Split(',').Select(line => (int?)int.Parse(line))]).Value);

    [Theory]
    [InlineData("1250.00", null, "1250.00")]
    [InlineData("2500.00", null, "2500.00")]
    [InlineData("999.00", null, null)]
    [InlineData("999.00", BackMarketLinePrice.WholeLine, "1250.00")]
    [InlineData("999.00", BackMarketLinePrice.OnePiece, "2500.00")]
    public void The_sum_of_the_order_tells_what_a_price_is_about(string total, BackMarketLinePrice? otherwise, string? whole) => Assert.Equal(
        whole is null ? null : decimal.Parse(whole, System.Globalization.CultureInfo.InvariantCulture),
        BackMarketAmounts.WholeLines(
            [new() { Quantity = 2, Price = 1250m }], line => line.Price, decimal.Parse(total, System.Globalization.CultureInfo.InvariantCulture), otherwise)[0]);

    [Theory]
    [InlineData("""{"error":{"code":"c","message":"m","target":"t"},"requestId":"r"}""", "c", "m", "t")]
    [InlineData("""{"errors":[{"code":"c","message":"m"}]}""", "c", "m", null)]
    [InlineData("""{"type":"/e","title":"T","status":422,"error":{"code":"c","message":"m"}}""", "c", "m", null)]
    [InlineData("""{"type":"/e","title":"T","status":422}""", "/e", "T", null)]
    [InlineData("""{"statuscode":400,"bodymessage":"m"}""", null, "m", null)]
    [InlineData("Payload not acceptable", null, "Payload not acceptable", null)]
    [InlineData("<html></html>", null, null, null)]
    [InlineData("""{"error":"\ud800"}""", null, null, null)]
    [InlineData("[]", null, null, null)]
    [InlineData("", null, null, null)]
    public void Every_shape_of_an_error_is_read(string body, string? code, string? message, string? field)
    {
        var error = BackMarketErrors.Read(400, System.Text.Encoding.UTF8.GetBytes(body));

        Assert.Equal((code, message, field), (error.Code, error.Message, error.Field));
    }

    [Theory]
    [InlineData("dpd-fr", "DPD FR")]
    [InlineData("Colis Privé", "ColisPrivé")]
    [InlineData("dhl express", "DHL Express")]
    [InlineData("House Fleet", "House Fleet")]
    [InlineData(" ", null)]
    public void A_carrier_is_written_as_Back_Market_writes_it(string name, string? written) => Assert.Equal(written, BackMarketShippers.Of(name));

    [Theory]
    [InlineData("fr-fr", false, "https://www.backmarket.fr/")]
    [InlineData("en-gb", true, "https://preprod.backmarket.fr/")]
    [InlineData("en-us", false, "https://www.backmarket.com/")]
    [InlineData("ja-jp", true, "https://preprod.backmarket.co.jp/")]
    public void The_platform_follows_from_the_market(string market, bool isPreproduction, string address) =>
        Assert.Equal(new Uri(address), BackMarketMarkets.AddressOf(market, isPreproduction));

    [Theory]
    [InlineData("Token", "back office")]
    [InlineData("Market", "BaseAddress")]
    [InlineData("CompanyName", "letters")]
    [InlineData("ContactEmail", "mailbox")]
    [InlineData("BatchPricesFrom", "UnnamedItem")]
    [InlineData("ConditionColumn", "column")]
    public void A_wrong_option_is_told_with_its_remedy(string option, string remedy)
    {
        var services = new ServiceCollection();
        services.AddBackMarketMarketplace(options =>
        {
            (options.Token, options.Market, options.CompanyName, options.ContactEmail) = ("dG9rZW4tMQ==", "fr-fr", "Acme", "tech@example.com");
            switch (option)
            {
                case "Token": options.Token = "Basic dG9rZW4="; break;
                case "Market": options.Market = "xx-xx"; break;
                case "CompanyName": options.CompanyName = "A;B"; break;
                case "ContactEmail": options.ContactEmail = "nobody"; break;
                case "BatchPricesFrom": options.BatchPricesFrom = 5; break;
                default: options.ConditionColumn = "a,b"; break;
            }
        });
        using var provider = services.BuildServiceProvider();

        var failure = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredKeyedService<IMarketplaceClient>("backmarket"));

        var message = Assert.Single(failure.Failures);
        Assert.StartsWith(option, message, StringComparison.Ordinal);
        Assert.Contains(remedy, message, StringComparison.Ordinal);
        Assert.DoesNotContain("dG9rZW4=", message, StringComparison.Ordinal);
    }
}
