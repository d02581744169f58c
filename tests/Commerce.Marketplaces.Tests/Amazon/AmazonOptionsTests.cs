using Commerce.Http;
using Commerce.Marketplaces.Amazon;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Marketplaces.Tests.Amazon;

public sealed class AmazonOptionsTests
{
    [Fact]
    public void Good_options_are_taken() => Assert.Equal("A1B2C3D4E5F6G7", Read(_ => { }).SellerId);

    [Fact]
    public void All_mistakes_are_told_at_once_with_their_remedy()
    {
        var mistakes = Assert.Throws<OptionsValidationException>(() => Read(options =>
        {
            (options.ClientId, options.ClientSecret, options.RefreshToken, options.SellerId) = ("", "", "", "me");
            (options.Application, options.IssueLocale, options.FeedFrom) = ("no version", "french", 0);
            options.TokenAddress = new Uri("token", UriKind.Relative);
            options.MarketplaceIds = [];
        })).Failures.ToList();

        Assert.All(
            (string[])["ClientId is empty", "ClientSecret is empty", "RefreshToken is empty", "SellerId is", "Application is", "IssueLocale is", "FeedFrom is", "TokenAddress is", "MarketplaceIds has 0"],
            start => Assert.Contains(mistakes, mistake => mistake.Contains(start, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_store_that_Amazon_does_not_have_or_that_is_named_twice_is_a_mistake()
    {
        var failures = Assert.Throws<OptionsValidationException>(() => Read(options =>
        {
            options.MarketplaceIds = [.. options.MarketplaceIds, "FR"];
            options.MarketplaceIds = [.. options.MarketplaceIds, "A13V1IB3VIYZZH"];
        })).Failures.ToList();

        Assert.Contains(failures, failure => failure.Contains("names FR", StringComparison.Ordinal));
        Assert.Contains(failures, failure => failure.Contains("twice", StringComparison.Ordinal));
    }

    [Fact]
    public void Both_interfaces_are_the_same_client_and_two_accounts_are_two_clients()
    {
        var services = new ServiceCollection();
        services.AddAmazonMarketplace(Good, "europe");
        services.AddAmazonMarketplace(Good, "europe");
        services.AddAmazonMarketplace(Good, "america");
        using var provider = services.BuildServiceProvider();

        var europe = provider.GetRequiredKeyedService<IMarketplaceClient>("europe");

        Assert.Same(europe, provider.GetRequiredKeyedService<IAmazonMarketplaceClient>("europe"));
        Assert.NotSame(europe, provider.GetRequiredKeyedService<IMarketplaceClient>("america"));
        Assert.Equal(("europe", MarketplaceCode.Amazon), (europe.Account, europe.Marketplace));
    }

    [Fact]
    public void Every_documented_rate_is_kept_unless_it_is_switched_off()
    {
        var services = new ServiceCollection();
        services.AddAmazonMarketplace(Good);
        services.AddAmazonMarketplace(
            options =>
            {
                Good(options);
                options.KeepCallRates = false;
            },
            "off");
        using var provider = services.BuildServiceProvider();

        var limits = provider.GetRequiredKeyedService<RateLimits>("amazon");

        Assert.Equal((20, 30, 10, 15), (limits.Find("list-orders")!.Limit, limits.Find("find-order")!.Limit, limits.Find("ship-order")!.Limit, limits.Find("create-feed")!.Limit));
        Assert.Empty(provider.GetRequiredKeyedService<RateLimits>("off").All);
    }

    [Fact]
    public void Every_writing_operation_tells_how_a_lost_answer_is_recovered()
    {
        var services = new ServiceCollection();
        services.AddAmazonMarketplace(Good);
        using var provider = services.BuildServiceProvider();

        var recovery = provider.GetRequiredKeyedService<IMarketplaceClient>("amazon").Capabilities.Recovery;

        Assert.Equal(LostAnswerRecovery.None, recovery["refund-order"]);
        Assert.Equal(LostAnswerRecovery.RepeatIsSafe, recovery["ship-order"]);
        Assert.Equal(LostAnswerRecovery.None, recovery["send-message"]);
    }

    private static void Good(AmazonMarketplaceOptions options)
    {
        (options.ClientId, options.ClientSecret, options.RefreshToken, options.SellerId) = ("client", "secret-value", "Atzr|token", "A1B2C3D4E5F6G7");
        options.MarketplaceIds = ["A13V1IB3VIYZZH"];
    }

    private static AmazonMarketplaceOptions Read(Action<AmazonMarketplaceOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddAmazonMarketplace(options =>
        {
            Good(options);
            configure(options);
        });
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<AmazonMarketplaceOptions>>().Get("amazon");
    }
}
