using Commerce.Marketplaces.Mirakl;
using Commerce.Tests.Support;
using Xunit;

namespace Commerce.Marketplaces.Tests.Mirakl;

public sealed partial class MiraklRecordingTests
{
    [Fact]
    public async Task Conversations_are_listed_page_by_page_and_a_page_token_comes_alone()
    {
        var threads = await AllAsync(((IMessagingClient)Client(options => options.ShopId = 2000)).ListThreads(
            new ThreadQuery { OrderId = new("Order_00001-A"), IncludeMessages = true, PageSize = 1 }));

        Assert.Equal(2, threads.Count);
        Assert.Equal(
            [
                "GET /api/inbox/threads?entity_type=MMP_ORDER&entity_id=Order_00001-A&with_messages=true&shop_id=2000&limit=10",
                "GET /api/inbox/threads?page_token=bmV4dC10aHJlYWRz",
            ],
            await AddressesAsync());
        Snapshot.Match(await SentAsync());
    }

    [Fact]
    public async Task A_conversation_has_its_messages_in_order_with_who_wrote_them()
    {
        var thread = (await ((IMessagingClient)Client(options => options.ShopId = 2000)).FindThreadAsync(Thread(1)))!;

        Assert.Equal(("Order_00001-A", "Where is my lamp?", March(2).AddHours(8)), (thread.OrderId?.Value, thread.Subject, thread.AnswerDueSince));
        Assert.Equal(
            [("m-1", MessageParty.Buyer, "Where is it?"), ("m-2", MessageParty.Seller, "It leaves today."), ("m-3", MessageParty.Marketplace, "We look into it.")],
            thread.Messages.Select(message => (message.Id, message.From, message.Body)));
        Assert.Equal(["att-1"], thread.Messages[1].AttachmentIds);
        Snapshot.Match(await SentAsync());
    }

    [Fact]
    public async Task Conversations_changed_since_a_time_may_be_none()
    {
        Assert.Empty(await AllAsync(((IMessagingClient)Client()).ListThreads(new ThreadQuery { ChangedSince = March(5) })));

        Assert.Equal(["GET /api/inbox/threads?updated_since=2026-03-05T00%3A00%3A00Z&limit=50"], await AddressesAsync());
    }

    [Fact]
    public async Task An_unknown_conversation_is_not_found()
    {
        Assert.Null(await ((IMessagingClient)Client()).FindThreadAsync(Thread(9)));

        var outcome = await AnswerAsync(9);

        Assert.Equal(RefusalCode.NotFound, outcome.Refusal?.Code);
        Assert.Equal(0, mirakl.Sent("/message"));
    }

    [Theory]
    [InlineData(3, CommerceErrorKind.Unavailable, 2)]
    [InlineData(4, CommerceErrorKind.Protocol, 1)]
    public async Task Conversations_that_cannot_be_had_are_a_failure(int day, CommerceErrorKind kind, int requests)
    {
        var failure = await FailureAsync(() => AllAsync(((IMessagingClient)Client()).ListThreads(new ThreadQuery { ChangedSince = March(day) })));

        Assert.Equal((kind, "list-threads"), (failure.Kind, failure.Operation));
        Assert.Equal(requests, mirakl.Sent());
    }

    [Theory]
    [InlineData(8, CommerceErrorKind.Unavailable, 2)]
    [InlineData(7, CommerceErrorKind.Protocol, 1)]
    public async Task A_conversation_that_cannot_be_had_is_a_failure(int number, CommerceErrorKind kind, int requests)
    {
        var failure = await FailureAsync(() => ((IMessagingClient)Client()).FindThreadAsync(Thread(number)));

        Assert.Equal((kind, "find-thread"), (failure.Kind, failure.Operation));
        Assert.Equal(requests, mirakl.Sent());
    }

    [Fact]
    public async Task An_answer_goes_to_the_buyer_by_their_id()
    {
        var outcome = await AnswerAsync(20, configure: options => options.ShopId = 2000);

        Assert.Equal(new SentMessage(Thread(20), "33cc44dd-0000-4000-8000-000000000001"), outcome.Value);
        Snapshot.Match((await mirakl.RequestsAsync("/message")).Single().ToText());
    }

    [Fact]
    public async Task An_answer_goes_to_the_operator_without_an_id()
    {
        await AnswerAsync(20, MessageParty.Marketplace);

        Snapshot.Match((await mirakl.RequestsAsync("/message")).Single().ToText());
    }

    [Fact]
    public async Task A_conversation_about_an_order_is_opened_with_its_subject()
    {
        var outcome = await OpenAsync(20, "Your lamp", configure: options => options.ShopId = 2000);

        Assert.Equal(Thread(20), outcome.Value.ThreadId);
        Snapshot.Match(await SentAsync());
    }

    [Fact]
    public async Task A_conversation_with_the_operator_is_named_after_the_order()
    {
        await OpenAsync(20, to: MessageParty.Marketplace);

        Snapshot.Match(await SentAsync());
    }

    [Fact]
    public async Task Who_may_not_be_written_to_is_told_unsent()
    {
        var outcome = await AnswerAsync(3);

        Assert.Equal(RefusalCode.NotSupported, outcome.Refusal?.Code);
        Assert.Equal(0, mirakl.Sent("/message"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_that_does_not_fit_is_refused(bool isAnswer)
    {
        var outcome = await WriteAsync(isAnswer, 21);

        Assert.Equal(
            ("VALIDATION_ERROR", "mirakl refused: The topic may not be answered any more", "body"),
            (outcome.Refusal?.VendorCode, outcome.Refusal?.Message, outcome.Refusal?.Field));
    }

    [Theory]
    [InlineData(true, 22, CommerceErrorKind.Throttled, false)]
    [InlineData(false, 22, CommerceErrorKind.Throttled, false)]
    [InlineData(true, 23, CommerceErrorKind.Protocol, true)]
    [InlineData(false, 23, CommerceErrorKind.Protocol, true)]
    [InlineData(true, 24, CommerceErrorKind.Unavailable, true)]
    [InlineData(false, 24, CommerceErrorKind.Unavailable, true)]
    [InlineData(true, 25, CommerceErrorKind.Unavailable, true)]
    [InlineData(false, 25, CommerceErrorKind.Unavailable, true)]
    [InlineData(true, 26, CommerceErrorKind.Unavailable, true)]
    [InlineData(false, 26, CommerceErrorKind.Unavailable, true)]
    [InlineData(true, 27, CommerceErrorKind.Unavailable, true)]
    [InlineData(false, 27, CommerceErrorKind.Unavailable, true)]
    public async Task A_message_that_fails_is_sent_once(bool isAnswer, int number, CommerceErrorKind kind, bool isUnknown)
    {
        var failure = await FailureAsync(() => WriteAsync(isAnswer, number, ShortDeadline));

        Assert.Equal((kind, isUnknown, "send-message"), (failure.Kind, failure.IsOutcomeUnknown, failure.Operation));
        Assert.Equal(1, mirakl.Sent(isAnswer ? "/message" : "/threads"));
    }

    private static ThreadId Thread(int number) => new($"11aa22bb-0000-4000-8000-0000000000{number:D2}");

    private Task<Outcome<SentMessage>> WriteAsync(bool isAnswer, int number, Action<MiraklMarketplaceOptions>? configure = null) =>
        isAnswer ? AnswerAsync(number, configure: configure) : OpenAsync(number, configure: configure);

    private Task<Outcome<SentMessage>> AnswerAsync(
        int number, MessageParty to = MessageParty.Buyer, Action<MiraklMarketplaceOptions>? configure = null) =>
        ((IMessagingClient)Client(configure)).SendMessageAsync(
            new SendMessageRequest { ThreadId = Thread(number), Body = "It leaves \"today\",\nas promised: déjà emballé.", To = to });

    private Task<Outcome<SentMessage>> OpenAsync(
        int number, string? subject = null, MessageParty to = MessageParty.Buyer, Action<MiraklMarketplaceOptions>? configure = null) =>
        ((IMessagingClient)Client(configure)).SendMessageAsync(
            new SendMessageRequest { OrderId = new($"Order_000{number}-A"), Subject = subject, Body = "Your lamp leaves today.", To = to });
}
