using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Commerce.Testing;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Agents.Tests.Guides;

/// <summary>The guide "Operate": what stands there stands here, word for word.</summary>
public sealed partial class OperateGuideTests
{
    private readonly FakePrinter _printer = new();

    [Fact]
    public void Guide_is_this_code() => Guide.IsRunBy("operate.md", "tests/Commerce.Agents.Tests/Guides/OperateGuideTests.cs");

    [Fact]
    public async Task Parked_key_goes_on_when_it_is_told_to()
    {
        await using var host = await StartAsync();
        var operations = host.Operations;
        _printer.Fault = new CommerceException(CommerceErrorKind.Unavailable, "The printer is off.");
        await host.SendAsync(new SellGiftCard("G-1", Money.Eur(50)));
        await host.SettleAsync();

        foreach (var parked in await operations.ParkedAsync())
        {
            Console.WriteLine($"{parked.Agent} {parked.Key}: {parked.Waiting} wait for {parked.MessageType}, {parked.Error}, next try {parked.RetryAt}");
        }

        _printer.Fault = null;
        var isParked = await operations.RetryAsync("gift-cards", "G-1");
        await host.SettleAsync();

        Assert.True(isParked);
        Assert.Empty(await operations.ParkedAsync());
        Assert.Equal(1, _printer.Printed);
    }

    [Fact]
    public async Task Dead_letters_are_read_and_replayed()
    {
        await using var host = await StartAsync();
        var operations = host.Operations;
        _printer.Fault = new CommerceException(CommerceErrorKind.Invalid, "No such paper.");
        await host.SendAsync(new SellGiftCard("G-1", Money.Eur(50)));
        await host.SettleAsync();

        foreach (var letter in await operations.DeadLettersAsync(new DeadLetterQuery { Agent = "gift-cards" }))
        {
            Console.WriteLine($"{letter.Id}: {letter.MessageType} of {letter.Key}, {letter.ErrorType} after {letter.Attempts} tries");
        }

        _printer.Fault = null;
        var replayed = await operations.ReplayAsync(new DeadLetterQuery { Agent = "gift-cards", MessageType = "SellGiftCard" });
        await host.SettleAsync();

        Assert.Equal(1, replayed);
        Assert.Empty(await operations.DeadLettersAsync());
        Assert.Equal(1, _printer.Printed);
    }

    [Fact]
    public async Task Uncertain_effect_waits_for_a_person_and_is_not_repeated()
    {
        await using var host = await StartAsync();
        var operations = host.Operations;
        _printer.LosesAnswers = true;
        await host.SendAsync(new PostGiftCard("G-1"));
        await host.AdvanceAsync(TimeSpan.FromDays(2));

        var uncertain = (await operations.ParkedAsync()).Single(parked => parked.RetryAt is null);
        await operations.SettleEffectAsync("gift-cards", uncertain.MessageId, "post", new PostedCard("parcel 42"));
        await operations.RetryAsync("gift-cards", uncertain.Key);
        await host.SettleAsync();

        Assert.Equal(1, _printer.Posted);
        Assert.Equal("parcel 42", (await host.StateAsync<GiftCard>("gift-cards", "G-1")).Parcel);
        Assert.Empty(await operations.ParkedAsync());
    }

    [Fact]
    public async Task Uncertain_effect_that_never_happened_is_made_again()
    {
        await using var host = await StartAsync();
        _printer.LosesAnswers = true;
        await host.SendAsync(new PostGiftCard("G-1"));
        await host.AdvanceAsync(TimeSpan.FromDays(2));
        _printer.LosesAnswers = false;

        var uncertain = Assert.Single(await host.Operations.ParkedAsync());
        await host.Operations.SettleEffectAsync("gift-cards", uncertain.MessageId, "post", null);
        await host.Operations.RetryAsync("gift-cards", uncertain.Key);
        await host.SettleAsync();

        Assert.Equal(2, _printer.Posted);
        Assert.Equal("parcel of G-1", (await host.StateAsync<GiftCard>("gift-cards", "G-1")).Parcel);
    }

    [Fact]
    public async Task Paused_agent_keeps_its_messages()
    {
        await using var host = await StartAsync();
        var operations = host.Operations;

        await operations.PauseAsync("gift-cards");
        await host.SendAsync(new SellGiftCard("G-1", Money.Eur(50)));
        var whilePaused = _printer.Printed;
        await operations.ResumeAsync("gift-cards");
        await operations.DrainAsync();

        var lag = await operations.LagAsync();
        Console.WriteLine($"{lag.Store.OutboxDepth} wait for {lag.Store.OutboxAge}, {lag.Store.ParkedKeys} keys parked, {lag.Store.DeadLetters} dead, {lag.Broker} on the broker");
        foreach (var agent in operations.Agents())
        {
            Console.WriteLine($"{agent.Name}: {agent.Handled} handled, {agent.Failed} failed, {agent.Duplicates} repeats, paused {agent.IsPaused}");
        }

        foreach (var node in await operations.NodesAsync())
        {
            Console.WriteLine($"{node.Name} owns {node.Shards.Count} shards, seen {node.SeenAt}");
        }

        Assert.Equal((0, 1), (whilePaused, _printer.Printed));
        Assert.Equal(0, lag.Store.OutboxDepth);
    }

    [Fact]
    public async Task Guide_names_every_measurement_and_no_other()
    {
        var measured = new SortedSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == "Commerce.Agents")
                {
                    measured.Add(instrument.Name);
                }
            },
        };
        listener.Start();
        await using var host = await StartAsync();

        var named = Names().Matches(Text("guides", "operate.md")).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(measured);
        Assert.Equal(measured, named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Guide_names_only_log_events_that_exist()
    {
        var events = Text("event-ids.md");

        var named = Events().Matches(Text("guides", "operate.md")).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, number => Assert.Contains($"| {number} |", events, StringComparison.Ordinal));
    }

    private static string Text(params string[] path) => File.ReadAllText(Path.Combine([Repository.Root, "docs", .. path]));

    [GeneratedRegex(@"`((?:commerce\.agents|messaging)\.[a-z_.]+)`")]
    private static partial Regex Names();

    [GeneratedRegex(@"`event (\d+)`")]
    private static partial Regex Events();

    private Task<AgentTestHost> StartAsync() => AgentTestHost.StartAsync(
        agents => agents.AddGiftCards(),
        services => services.AddSingleton<ICardPrinter>(_printer));
}
