using Commerce.Testing;
using Xunit;

namespace Commerce.Tests;

public sealed class WebhookReceiverTests
{
    private readonly FakeClock _clock = new();
    private readonly List<string> _handled = [];

    [Fact]
    public async Task A_call_that_is_played_again_is_handled_once_and_told_as_a_duplicate()
    {
        var receiver = Receiver();

        var first = await receiver.ReceiveAsync(Call("event-1"), Handle);
        var again = await receiver.ReceiveAsync(Call("event-1"), Handle);
        var other = await receiver.ReceiveAsync(Call("event-2"), Handle);

        Assert.True(first.IsSuccess && other.IsSuccess);
        Assert.Equal(RefusalCode.Duplicate, again.Refusal?.Code);
        Assert.Equal(["event-1", "event-2"], _handled);
    }

    [Fact]
    public async Task A_call_that_is_not_genuine_is_neither_handled_nor_remembered()
    {
        var receiver = Receiver();

        var forged = await receiver.ReceiveAsync(Call("forged"), Handle);

        Assert.Equal(RefusalCode.Forbidden, forged.Refusal?.Code);
        Assert.Empty(_handled);
    }

    [Fact]
    public async Task A_call_whose_handling_failed_may_come_again()
    {
        var receiver = Receiver();
        await Assert.ThrowsAsync<InvalidOperationException>(() => receiver.ReceiveAsync(Call("event-1"), (_, _) => throw new InvalidOperationException()));

        var again = await receiver.ReceiveAsync(Call("event-1"), Handle);

        Assert.True(again.IsSuccess);
        Assert.Equal(["event-1"], _handled);
    }

    [Fact]
    public async Task A_call_that_is_being_handled_is_told_to_come_again_and_a_crash_frees_it_after_five_minutes()
    {
        var receiver = Receiver();
        var never = new TaskCompletionSource();
        var crashed = receiver.ReceiveAsync(Call("event-1"), async (_, _) => await never.Task);

        var busy = await receiver.ReceiveAsync(Call("event-1"), Handle);
        _clock.Advance(TimeSpan.FromMinutes(5));
        var later = await receiver.ReceiveAsync(Call("event-1"), Handle);

        Assert.Equal(RefusalCode.Conflict, busy.Refusal?.Code);
        Assert.True(later.IsSuccess);
        Assert.False(crashed.IsCompleted);
        never.SetResult();
        await crashed;
    }

    [Fact]
    public async Task What_was_handled_is_remembered_as_long_as_it_was_asked_for()
    {
        var receiver = Receiver(TimeSpan.FromHours(2));
        await receiver.ReceiveAsync(Call("event-1"), Handle);

        _clock.Advance(TimeSpan.FromMinutes(119));
        Assert.Equal(RefusalCode.Duplicate, (await receiver.ReceiveAsync(Call("event-1"), Handle)).Refusal?.Code);
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True((await receiver.ReceiveAsync(Call("event-1"), Handle)).IsSuccess);
    }

    private static WebhookRequest Call(string id) => new(System.Text.Encoding.UTF8.GetBytes(id), []);

    private ValueTask Handle(string id, CancellationToken cancellationToken)
    {
        _handled.Add(id);
        return ValueTask.CompletedTask;
    }

    private WebhookReceiver<string> Receiver(TimeSpan? memory = null) =>
        new(new Words(), new InMemoryWebhookReplayStore(_clock), "acme/first", static id => id, _clock) { Memory = memory ?? TimeSpan.FromDays(30) };

    private sealed class Words : IWebhookVerifier<string>
    {
        public ValueTask<Outcome<string>> VerifyAsync(WebhookRequest request, CancellationToken cancellationToken = default)
        {
            var id = System.Text.Encoding.UTF8.GetString(request.Body.Span);
            return ValueTask.FromResult(id == "forged" ? Outcome.Refused<string>(RefusalCode.Forbidden, "The signature is wrong.") : Outcome.Of(id));
        }
    }
}
