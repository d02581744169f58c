using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Payments;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Payments;

public sealed class BlockListTests
{
    public static TheoryData<BlockedKind, string> Values => new()
    {
        { BlockedKind.Email, " ZOE@example.com" },
        { BlockedKind.NetworkAddress, "::ffff:203.0.113.7" },
        { BlockedKind.Device, "device-1" },
        { BlockedKind.Card, "card-1" },
        { BlockedKind.Phone, "0033 1 02 03 04 05" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task What_is_blocked_is_found_in_an_order_until_the_block_ends(BlockedKind kind, string value)
    {
        await using var desk = await RiskDesk.OpenAsync();

        var before = await desk.AssessAsync(Order(1));
        var block = await desk.AskAsync<Answer>(new BlockEntity(kind, value, "stolen card"));
        var during = await desk.AssessAsync(Order(2));
        var unblock = await desk.AskAsync<Answer>(new UnblockEntity(kind, value));
        var after = await desk.AssessAsync(Order(3));

        Assert.Empty(block.Refusals);
        Assert.Empty(unblock.Refusals);
        Assert.Equal([FraudDecision.Approved, FraudDecision.Blocked, FraudDecision.Approved], [before.Decision, during.Decision, after.Decision]);
    }

    [Fact]
    public async Task A_block_expires()
    {
        await using var desk = await RiskDesk.OpenAsync();
        await desk.AskAsync<Answer>(new BlockEntity(BlockedKind.Card, "card-1", "stolen", desk.Host.Clock.GetUtcNow().AddDays(1)));

        var during = await desk.AssessAsync(Order(1));
        await desk.Host.AdvanceAsync(TimeSpan.FromDays(1));
        var after = await desk.AssessAsync(Order(2));

        Assert.Equal((FraudDecision.Blocked, FraudDecision.Approved), (during.Decision, after.Decision));
    }

    [Fact]
    public async Task Only_a_keyed_hash_is_kept_and_told()
    {
        await using var desk = await RiskDesk.OpenAsync();

        await desk.AskAsync<Answer>(new BlockEntity(BlockedKind.Email, "Zoe@Example.com", "stolen card"));
        await desk.AskAsync<Answer>(new BlockEntity(BlockedKind.Email, "zoe@example.com", "once more"));

        var block = Assert.Single(await desk.ListAsync<BlockedEntity>());
        Assert.Equal("once more", block.Reason);
        Assert.Matches("^[0-9a-f]{64}$", block.ValueHash);
        Assert.All(desk.Host.Published.All<EntityBlocked>(), told => Assert.Equal(block.ValueHash, told.ValueHash));
        await using var other = await RiskDesk.OpenAsync(options => options.Fraud.BlockingKey = new Secret(new string('x', 32)));
        await other.AskAsync<Answer>(new BlockEntity(BlockedKind.Email, "zoe@example.com", "another key"));
        Assert.NotEqual(block.ValueHash, Assert.Single(await other.ListAsync<BlockedEntity>()).ValueHash);
    }

    [Fact]
    public async Task The_end_of_a_block_is_told()
    {
        await using var desk = await RiskDesk.OpenAsync();
        await desk.AskAsync<Answer>(new BlockEntity(BlockedKind.Device, "device-1", "bots"));

        await desk.AskAsync<Answer>(new UnblockEntity(BlockedKind.Device, "device-1"));

        Assert.Equal(desk.Host.Published.Only<EntityBlocked>().ValueHash, desk.Host.Published.Only<EntityUnblocked>().ValueHash);
        Assert.Empty(await desk.ListAsync<BlockedEntity>());
    }

    [Theory]
    [InlineData(BlockedKind.Email, "no address", "stolen", 1, "Value")]
    [InlineData(BlockedKind.NetworkAddress, "here", "stolen", 1, "Value")]
    [InlineData(BlockedKind.Phone, "0102030405", "stolen", 1, "Value")]
    [InlineData(BlockedKind.Card, " ", "stolen", 1, "Value")]
    [InlineData(BlockedKind.Card, "card-1", " ", 1, "Reason")]
    [InlineData(BlockedKind.Card, "card-1", "stolen", 0, "Until")]
    public async Task Wrong_blocks_are_refused_by_field(BlockedKind kind, string value, string reason, int days, string field)
    {
        await using var desk = await RiskDesk.OpenAsync();

        var answer = await desk.AskAsync<Answer>(new BlockEntity(kind, value, reason, desk.Host.Clock.GetUtcNow().AddDays(days)));

        Assert.Equal((RefusalCode.Validation, field), (Assert.Single(answer.Refusals).Code, answer.Refusals[0].Field));
        Assert.Empty(await desk.ListAsync<BlockedEntity>());
        Assert.Empty(desk.Host.Published.All<EntityBlocked>());
    }

    [Fact]
    public async Task What_is_not_blocked_cannot_be_unblocked()
    {
        await using var desk = await RiskDesk.OpenAsync();

        Assert.Equal(RefusalCode.NotFound, Assert.Single((await desk.AskAsync<Answer>(new UnblockEntity(BlockedKind.Card, "card-1"))).Refusals).Code);
        Assert.Equal("Value", Assert.Single((await desk.AskAsync<Answer>(new UnblockEntity(BlockedKind.Email, "card-1"))).Refusals).Field);
    }

    [Fact]
    public async Task Without_a_key_nothing_is_blocked()
    {
        await using var desk = await RiskDesk.OpenAsync(options => options.Fraud.BlockingKey = null);

        var answer = await desk.AskAsync<Answer>(new BlockEntity(BlockedKind.Card, "card-1", "stolen"));

        Assert.Equal("Fraud.BlockingKey", Assert.Single(answer.Refusals).Field);
        Assert.Equal(FraudDecision.Approved, (await desk.AssessAsync(Order(1))).Decision);
    }

    [Fact]
    public async Task Blocks_that_can_no_longer_be_read_send_orders_to_a_person()
    {
        PaymentAgentOptions? set = null;
        await using var desk = await RiskDesk.OpenAsync(options => set = options);
        await desk.AskAsync<Answer>(new BlockEntity(BlockedKind.Card, "another card", "stolen"));
        set!.Fraud.BlockingKey = null;

        Assert.Equal(FraudDecision.Review, (await desk.AssessAsync(Order(1))).Decision);
    }

    [Fact]
    public async Task A_phone_number_that_cannot_be_compared_with_blocked_ones_needs_a_person()
    {
        await using var desk = await RiskDesk.OpenAsync();
        var order = Order(1) with { Phone = PhoneNumber.Parse("0102030405") };

        var before = await desk.AssessAsync(order);
        await desk.AskAsync<Answer>(new BlockEntity(BlockedKind.Phone, "+33999999999", "bots"));
        var after = await desk.AssessAsync(order with { OrderId = RiskDesk.Order(2) });

        Assert.Equal((FraudDecision.Approved, FraudDecision.Review), (before.Decision, after.Decision));
        Assert.Contains("Phone", after.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crash_sets_a_block_once()
    {
        await using var desk = await RiskDesk.OpenAsync();
        desk.Host.CrashNextAt(CrashPoint.BeforeCommit);
        await desk.Host.SendAsync(new BlockEntity(BlockedKind.Card, "card-1", "stolen"));
        await desk.Host.RestartAfterCrashAsync();
        await desk.Host.SettleAsync();

        Assert.Single(await desk.ListAsync<BlockedEntity>());
        desk.Host.Published.Only<EntityBlocked>();
    }

    private static AssessOrder Order(int number) => RiskDesk.Assess(number) with
    {
        Email = EmailAddress.Parse("Zoe@example.com"),
        NetworkAddress = "203.0.113.7",
        Device = "device-1",
        Phone = PhoneNumber.Parse("+33102030405"),
        PaymentMethodFingerprint = "card-1",
        AccountOpenedAt = DateTimeOffset.UnixEpoch,
    };
}
