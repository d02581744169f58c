using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Marketplaces;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Marketplaces;

public sealed class MarketplaceMessageTests
{
    [Fact]
    public async Task Message_of_a_buyer_is_told_once_and_our_own_never()
    {
        await using var market = await Market.OpenAsync();
        market.Only.Threads.Add(Thread(market.Now, ("m-1", MessageParty.Buyer), ("m-2", MessageParty.Seller)));

        var answer = await market.Host.AskAsync<Answer>(new FetchMessages(Market.One));
        await market.Host.AdvanceAsync(TimeSpan.FromMinutes(9));

        Assert.Empty(answer.Refusals);
        var told = market.Host.Published.Only<MarketplaceMessageReceived>();
        Assert.Equal(("m-1", "A-1", "Where is it?"), (told.ExternalMessageId, told.OrderRef, told.Text));
        Assert.Equal(1, await market.Repository<MarketplaceMessage>().CountAsync());
    }

    [Fact]
    public async Task An_account_that_is_not_served_is_refused()
    {
        await using var market = await Market.OpenAsync();

        var fetched = await market.Host.AskAsync<Answer>(new FetchMessages("fnac"));
        var sent = await market.Host.AskAsync<Answer>(new SendMessage("fnac", "It is on its way.", OrderRef: "A-1"));

        Assert.All([fetched, sent], answer => Assert.Equal((RefusalCode.Validation, "Account"), (Assert.Single(answer.Refusals).Code, answer.Refusals[0].Field)));
    }

    [Fact]
    public async Task Failed_fetch_is_repeated_after_a_minute()
    {
        await using var market = await Market.OpenAsync();
        market.Only.Threads.Add(Thread(market.Now, ("m-1", MessageParty.Buyer)));
        market.Only.Failing["ListThreads"] = 1;

        var answer = await market.Host.AskAsync<Answer>(new FetchMessages(Market.One));
        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(RefusalCode.ExternalUnavailable, Assert.Single(answer.Refusals).Code);
        Assert.Single(market.Host.Published.All<MarketplaceMessageReceived>());
    }

    [Fact]
    public async Task Answer_goes_out_once_though_the_process_dies()
    {
        await using var market = await Market.OpenAsync();
        market.Host.CrashNextAt(CrashPoint.AfterOutcome);

        await market.Host.SendAsync(new SendMessage(Market.One, "Tomorrow.", OrderRef: "A-1"));
        await market.Host.RestartAfterCrashAsync();
        await market.Host.SettleAsync();

        Assert.Equal("Tomorrow.", Assert.Single(market.Only.Sent).Body);
    }

    [Theory]
    [InlineData("", "A-1", null, "Text")]
    [InlineData("Hello", null, null, "ThreadId")]
    [InlineData("Hello", "A-1", 201, "Subject")]
    public async Task Wrong_message_is_refused_and_names_the_field(string text, string? order, int? subject, string field)
    {
        await using var market = await Market.OpenAsync();

        var answer = await market.Host.AskAsync<Answer>(new SendMessage(
            Market.One, text, OrderRef: order, Subject: subject is { } length ? new string('x', length) : null));

        Assert.Equal(field, Assert.Single(answer.Refusals).Field);
        Assert.Empty(market.Only.Sent);
    }

    [Fact]
    public async Task Marketplace_without_messages_refuses_both()
    {
        await using var market = await Market.OpenAsync(isPlain: true);

        var read = await market.Host.AskAsync<Answer>(new FetchMessages(Market.One));
        var sent = await market.Host.AskAsync<Answer>(new SendMessage(Market.One, "Hello", OrderRef: "A-1"));

        Assert.Equal([RefusalCode.NotSupported, RefusalCode.NotSupported], [read.Refusals[0].Code, sent.Refusals[0].Code]);
    }

    private static MessageThread Thread(DateTimeOffset at, params (string Id, MessageParty From)[] messages) => new()
    {
        Id = new ThreadId("t-1"),
        OrderId = new MarketplaceOrderId("A-1"),
        CreatedAt = at,
        UpdatedAt = at,
        Messages = [.. messages.Select(message => new ThreadMessage { Id = message.Id, From = message.From, At = at, Body = "Where is it?" })],
    };
}
