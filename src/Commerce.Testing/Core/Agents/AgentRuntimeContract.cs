using Commerce.Agents;
using Commerce.Agents.Entities;
using Commerce.Agents.Storage;
using Commerce.Agents.Transport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Testing;

/// <summary>What a runtime promises, whatever it stores in and sends over. Derive, say which store and transport, and run.</summary>
public abstract class AgentRuntimeContract
{
    private readonly OutsideWorld _world = new();

    /// <summary>Says what every process of a test stores in and sends over.</summary>
    /// <returns>What to register at each start of a process; <see langword="null"/> for memory.</returns>
    protected abstract Task<Action<AgentsBuilder>?> CreateStorageAsync();

    /// <summary>One key's messages are handled in order, and everyone who listens hears the result.</summary>
    [Fact]
    public async Task Handles_the_messages_of_a_key_in_order()
    {
        await using var host = await StartAsync();

        for (var value = 1; value <= 500; value++)
        {
            await host.SendAsync(new Add("a", value));
        }

        await host.SettleAsync();
        Assert.Equal(Enumerable.Range(1, 500), (await host.StateAsync<Sum>("sum", "a")).Values);
        Assert.Equal(new Heard { Count = 500, Last = 125_250 }, await host.StateAsync<Heard>("listener", "a"));
    }

    /// <summary>The same id is handled once.</summary>
    /// <param name="isTimed">Whether the id is a UUID of version 7, as the runtime's own are, or any.</param>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Handles_a_message_that_comes_twice_once(bool isTimed)
    {
        await using var host = await StartAsync();
        var options = new PublishOptions { MessageId = isTimed ? Guid.CreateVersion7(host.Clock.GetUtcNow()) : Guid.NewGuid() };

        await host.SendAsync(new Add("a", 5), options);
        await host.SendAsync(new Add("a", 5), options);
        await host.SettleAsync();
        await host.SendAsync(new Add("a", 5), options);
        await host.SettleAsync();

        Assert.Equal(5, (await host.StateAsync<Sum>("sum", "a")).Total);
        Assert.Single(host.Published.All<Added>());
        Assert.Equal(2, host.Operations.Agents().Single(agent => agent.Name == "sum").Duplicates);
    }

    /// <summary>A lost answer is looked up, not bought again.</summary>
    [Fact]
    public async Task Looks_a_lost_answer_up_by_its_key()
    {
        _world.LoseAnswers = 1;
        await using var host = await StartAsync();

        await host.SendAsync(new CallOutside("a", LostAnswerRecovery.LookUpByReference));
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal("outcome-1", (await host.StateAsync<Sum>("sum", "a")).Outside);
        Assert.Equal(1, _world.Calls);
    }

    /// <summary>Where repeating is safe, the call is repeated with the same key.</summary>
    [Fact]
    public async Task Repeats_a_call_with_the_same_key_where_that_is_safe()
    {
        _world.LoseAnswers = 1;
        await using var host = await StartAsync();

        await host.SendAsync(new CallOutside("a", LostAnswerRecovery.RepeatIsSafe));
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal("outcome-1", (await host.StateAsync<Sum>("sum", "a")).Outside);
        Assert.Single(_world.Done);
        Assert.Equal(2, _world.Calls);
    }

    /// <summary>Where nothing can tell, the key waits for a person, who settles it.</summary>
    [Fact]
    public async Task Holds_an_uncertain_effect_for_a_person()
    {
        _world.LoseAnswers = 1;
        await using var host = await StartAsync();

        await host.SendAsync(new CallOutside("a", LostAnswerRecovery.None));
        await host.AdvanceAsync(TimeSpan.FromDays(2));
        var parked = Assert.Single(await host.Operations.ParkedAsync());

        Assert.Null(parked.RetryAt);
        Assert.Equal(1, _world.Calls);
        await host.Operations.SettleEffectAsync("sum", parked.MessageId, "call", "seen at the vendor");
        Assert.True(await host.Operations.RetryAsync("sum", "a"));
        await host.SettleAsync();
        Assert.Equal("seen at the vendor", (await host.StateAsync<Sum>("sum", "a")).Outside);
        Assert.Empty(await host.Operations.ParkedAsync());
    }

    /// <summary>A failing message holds its own key in order and nobody else.</summary>
    [Fact]
    public async Task Parks_a_failing_key_in_order_and_lets_others_pass()
    {
        _world.Failures = 2;
        await using var host = await StartAsync();

        await host.SendAsync(new Add("bad", 0));
        await host.SendAsync(new Add("bad", 1));
        await host.SendAsync(new Add("good", 7));
        await host.SettleAsync();

        Assert.Equal(7, (await host.StateAsync<Sum>("sum", "good")).Total);
        Assert.Null(await host.FindStateAsync<Sum>("sum", "bad"));
        Assert.Equal(2, Assert.Single(await host.Operations.ParkedAsync()).Waiting);
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal([0, 1], (await host.StateAsync<Sum>("sum", "bad")).Values);
        Assert.Empty(await host.Operations.ParkedAsync());
    }

    /// <summary>A message that fails for good becomes a dead letter; its key goes on, and it can be replayed.</summary>
    [Fact]
    public async Task Makes_a_dead_letter_of_what_fails_for_good_and_replays_it()
    {
        _world.Failures = 1;
        _world.Error = static () => new CommerceException(CommerceErrorKind.Invalid, "No such street.");
        await using var host = await StartAsync();

        await host.SendAsync(new Add("a", 0));
        await host.SendAsync(new Add("a", 4));
        await host.SettleAsync();
        var letter = Assert.Single(await host.Operations.DeadLettersAsync());

        Assert.Equal(("sum", "a", nameof(CommerceException), 1), (letter.Agent, letter.Key, letter.ErrorType, letter.Attempts));
        Assert.Equal([4], (await host.StateAsync<Sum>("sum", "a")).Values);
        Assert.Equal(1, await host.Operations.ReplayAsync());
        await host.SettleAsync();
        Assert.Equal([4, 0], (await host.StateAsync<Sum>("sum", "a")).Values);
        Assert.Empty(await host.Operations.DeadLettersAsync());
    }

    /// <summary>Tries end: quick ones, slow ones, then the message is given up.</summary>
    [Fact]
    public async Task Gives_a_message_up_when_its_tries_are_used()
    {
        _world.Failures = int.MaxValue;
        await using var host = await StartAsync();

        await host.SendAsync(new Add("a", 0));
        await host.AdvanceAsync(TimeSpan.FromHours(4));

        Assert.Equal(14, Assert.Single(await host.Operations.DeadLettersAsync()).Attempts);
        Assert.Empty(await host.Operations.ParkedAsync());
    }

    /// <summary>Timers fire once, at their time, also over a restart; a cancelled one never does.</summary>
    [Fact]
    public async Task Fires_timers_once_at_their_time()
    {
        await using var host = await StartAsync();

        await host.SendAsync(new StartTimer("a", TimeSpan.FromHours(1)));
        await host.SendAsync(new StartTimer("b", TimeSpan.FromHours(1)));
        await host.SettleAsync();
        await host.SendAsync(new StartTimer("b", default, Cancel: true));
        await host.AdvanceAsync(TimeSpan.FromMinutes(59));
        Assert.Null(await host.FindStateAsync<Sum>("sum", "a"));
        await host.RestartAsync();
        await host.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(1, (await host.StateAsync<Sum>("sum", "a")).Timers);
        Assert.Null(await host.FindStateAsync<Sum>("sum", "b"));
    }

    /// <summary>A recurring job runs by its schedule, in its time zone.</summary>
    [Fact]
    public async Task Runs_recurring_jobs_by_their_schedule()
    {
        await using var host = await StartAsync();

        await host.AdvanceAsync(TimeSpan.FromDays(3));

        Assert.Equal(3, (await host.StateAsync<Sum>("sum", "nightly")).Total);
        Assert.Equal(3, host.Published.All<Added>().Count(added => added.Key == "nightly"));
    }

    /// <summary>A saga goes its steps, or back again, the last step first.</summary>
    [Fact]
    public async Task Compensates_a_saga_in_reverse()
    {
        await using var host = await StartAsync();

        await host.SendAsync(new StartJourney("good", Fails: false));
        await host.SendAsync(new StartJourney("bad", Fails: true));
        await host.SendAsync(new StepTaken("unknown", "one", Failed: false));
        await host.SettleAsync();

        Assert.Equal("done", (await host.StateAsync<Journey>("journey", "good")).Status);
        Assert.Equal("compensated", (await host.StateAsync<Journey>("journey", "bad")).Status);
        Assert.Null(await host.FindStateAsync<Journey>("journey", "unknown"));
        Assert.Equal(
            ["one", "two", "fail", "undo-two", "undo-one"],
            host.Published.All<TakeStep>().Where(step => step.Key == "bad").Select(step => step.Step));
    }

    /// <summary>An answer reaches who asked.</summary>
    [Fact]
    public async Task Answers_who_asks()
    {
        await using var host = await StartAsync();
        await host.SendAsync(new Add("a", 42));

        Assert.Equal(new TotalIs(42), await host.AskAsync<TotalIs>(new AskTotal("a")));
    }

    /// <summary>Entities are committed with the message, or not at all; the same query runs everywhere.</summary>
    [Fact]
    public async Task Commits_entities_with_their_message()
    {
        await using var host = await StartAsync();
        var ids = Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7(host.Clock.GetUtcNow())).ToList();
        await host.SendAsync(new WriteNote(ids[0], "red lamp"));
        await host.SendAsync(new WriteNote(ids[1], "Green Lamp"));
        await host.SendAsync(new WriteNote(ids[2], "fail"));
        await host.SendAsync(new WriteNote(ids[3], "chair"));
        await host.SettleAsync();
        var notes = host.Services.GetRequiredService<IRepository<Note>>();

        Assert.Equal(3, await notes.CountAsync());
        Assert.Null(await notes.FindAsync(ids[2]));
        var lamps = await notes.ListAsync(new EntityQuery<Note> { Search = "LAMP", SearchIn = [note => note.Text], OrderBy = note => note.Length });
        Assert.Equal(["red lamp", "Green Lamp"], lamps.Items.Select(note => note.Text));
        var wanted = new[] { "chair", "table" };
        Assert.Equal(1, await notes.CountAsync(note => wanted.Contains(note.Text) || note.Length > 100));
        var page = await notes.ListAsync(new EntityQuery<Note> { OrderBy = note => note.Text, Limit = 2 });
        Assert.Equal((2, 3, true), (page.Items.Count, page.Total, page.HasNext));
    }

    /// <summary>Messages of one key see what those before them wrote, however many are handled together.</summary>
    [Fact]
    public async Task Messages_of_a_key_see_the_entities_of_those_before_them()
    {
        await using var host = await StartAsync();
        var id = Guid.CreateVersion7(host.Clock.GetUtcNow());
        await host.Operations.PauseAsync("listener");
        for (var i = 0; i < 30; i++)
        {
            await host.SendAsync(new ExtendNote(id));
        }

        await host.Operations.ResumeAsync("listener");
        await host.SettleAsync();

        var notes = host.Services.GetRequiredService<IRepository<Note>>();
        var note = (await notes.FindAsync(id))!.Value;
        Assert.Equal(string.Concat(Enumerable.Range(1, 30).Select(number => $"{number} ")), note.Text);
        Assert.Equal(30, note.Length);
        Assert.Equal(31, await notes.CountAsync());
    }

    /// <summary>Writes by version: who is late is told so, and nothing is half done.</summary>
    [Fact]
    public async Task Refuses_a_write_of_a_version_that_is_gone()
    {
        await using var host = await StartAsync();
        var notes = host.Services.GetRequiredService<IRepository<Note>>();
        var id = Guid.CreateVersion7(host.Clock.GetUtcNow());
        await notes.CreateAsync(new Note(id, "first", 5));

        await notes.UpdateAsync(new Note(id, "second", 6), version: 1);
        var late = await Assert.ThrowsAsync<CommerceException>(() => notes.UpdateAsync(new Note(id, "late", 4), version: 1));
        var twice = await Assert.ThrowsAsync<CommerceException>(
            () => notes.CreateManyAsync([new Note(Guid.CreateVersion7(host.Clock.GetUtcNow()), "new", 3), new Note(id, "again", 5)]));

        var nameless = await Assert.ThrowsAsync<CommerceException>(() => notes.CreateAsync(new Note(Guid.Empty, "nameless", 8)));

        Assert.Equal((CommerceErrorKind.Invalid, "Id"), (nameless.Kind, nameless.Field));
        Assert.Equal(CommerceErrorKind.Conflict, late.Kind);
        Assert.Equal(CommerceErrorKind.Conflict, twice.Kind);
        Assert.Equal(new Note(id, "second", 6), (await notes.FindAsync(id))!.Value);
        Assert.Equal(1, await notes.CountAsync());
    }

    /// <summary>A filter that a database could not run is refused in every store.</summary>
    [Fact]
    public void Refuses_a_filter_that_a_database_could_not_run()
    {
        Assert.Throws<NotSupportedException>(() => new EntityQuery<Note> { Where = note => note.Text.GetHashCode() == 1 });
        Assert.Throws<NotSupportedException>(() => new EntityQuery<Note> { Where = note => note.Text.Substring(1) == "x" });
    }

    /// <summary>A paused agent handles nothing until it is resumed.</summary>
    [Fact]
    public async Task Keeps_messages_of_a_paused_agent()
    {
        await using var host = await StartAsync();
        await host.Operations.PauseAsync("sum");
        await host.SendAsync(new Add("a", 1));
        await host.SendAsync(new StartJourney("good", Fails: false));
        await WaitForAsync(async () => await host.FindStateAsync<Journey>("journey", "good") is { Status: "done" });
        Assert.Null(await host.FindStateAsync<Sum>("sum", "a"));
        await host.Operations.ResumeAsync("sum");
        await host.SettleAsync();

        Assert.Equal(1, (await host.StateAsync<Sum>("sum", "a")).Total);
    }

    /// <summary>Stopping handles what was begun; what was not begun is there at the next start.</summary>
    [Fact]
    public async Task Loses_nothing_when_it_stops()
    {
        await using var host = await StartAsync();
        for (var value = 1; value <= 1000; value++)
        {
            await host.SendAsync(new Add($"key-{value % 7}", 1));
        }

        await host.StopAsync();
        await host.RestartAsync();
        await host.SettleAsync();

        var total = 0;
        for (var key = 0; key < 7; key++)
        {
            total += (await host.StateAsync<Sum>("sum", $"key-{key}")).Total;
        }

        Assert.Equal(1000, total);
    }

    private static async Task WaitForAsync(Func<Task<bool>> condition)
    {
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(30), "The condition did not come true.");
            await Task.Yield();
        }
    }

    private async Task<AgentTestHost> StartAsync() => await AgentTestHost.StartAsync(
        RuntimeContractAgents.Register, services => services.AddSingleton(_world), storage: await CreateStorageAsync());
}
