using Commerce.Agents.Domain.CustomerCare;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Agents.Tests.Domain.CustomerCare;

/// <summary>Sending, scheduling, reading and listing notifications (CUS-5, rule 3).</summary>
public sealed class SendingTests
{
    [Fact]
    public async Task The_channel_that_was_asked_for_goes_first()
    {
        await using var desk = await NotificationDesk.OpenAsync();

        await desk.DoneAsync(NotificationDesk.Send(channel: NotificationChannels.InApp));

        Assert.Single(desk.Channels[NotificationChannels.InApp].Sent);
        Assert.Empty(desk.Channels[NotificationChannels.Push].Sent);
    }

    [Fact]
    public async Task The_same_template_recipient_and_subject_is_sent_once_in_24_hours()
    {
        await using var desk = await NotificationDesk.OpenAsync();
        var first = await desk.DoneAsync(NotificationDesk.Send());
        await desk.Host.AdvanceAsync(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));

        Assert.Equal(first, await desk.DoneAsync(NotificationDesk.Send(name: "other")));
        Assert.NotEqual(first, await desk.DoneAsync(NotificationDesk.Send(subject: "a-2")));
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.NotEqual(first, await desk.DoneAsync(NotificationDesk.Send()));
        Assert.Equal(3, desk.Channels[NotificationChannels.Push].Sent.Count);
    }

    [Fact]
    public async Task A_channel_that_does_not_answer_is_tried_after_1_5_and_30_minutes_and_then_given_up()
    {
        await using var desk = await NotificationDesk.OpenAsync();
        Fail(desk.Channels[NotificationChannels.Push], CommerceErrorKind.Unavailable, 4);
        var start = desk.Host.Clock.GetUtcNow();

        var id = await desk.DoneAsync(NotificationDesk.Send());
        Assert.Equal((NotificationStatus.Pending, start.AddMinutes(1)), ((await desk.EntryAsync(id)).Status, (await desk.EntryAsync(id)).DueAt));
        await desk.Host.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal([0, 1, 6, 36], desk.Channels[NotificationChannels.Push].Tries.Select(at => (at - start).TotalMinutes));
        Assert.Equal((NotificationStatus.Failed, 4), ((await desk.EntryAsync(id)).Status, (await desk.EntryAsync(id)).Tries));
        Assert.Equal(id, desk.Host.Published.Only<NotificationFailed>().NotificationId);
    }

    [Fact]
    public async Task A_channel_that_refuses_for_good_gives_way_to_the_next()
    {
        await using var desk = await NotificationDesk.OpenAsync();
        Fail(desk.Channels[NotificationChannels.Push], CommerceErrorKind.NotFound, 1);

        await desk.DoneAsync(NotificationDesk.Send());

        Assert.Equal(NotificationDesk.Service, Assert.Single(desk.Mails).Template);
        Assert.Empty(desk.Host.Published.All<NotificationFailed>());
    }

    [Fact]
    public async Task When_every_channel_refuses_for_good_the_notification_has_failed()
    {
        await using var desk = await NotificationDesk.OpenAsync();
        Fail(desk.Channels[NotificationChannels.Push], CommerceErrorKind.Invalid, 1);
        Fail(desk.Channels[NotificationChannels.Email], CommerceErrorKind.Invalid, 1);

        var id = await desk.DoneAsync(NotificationDesk.Send());

        Assert.Equal(NotificationStatus.Failed, (await desk.EntryAsync(id)).Status);
        Assert.Equal("email", desk.Host.Published.Only<NotificationFailed>().Channel);
    }

    [Fact]
    public async Task A_push_message_at_night_waits_for_8_o_clock_of_the_recipient_and_an_urgent_one_does_not()
    {
        await using var desk = await NotificationDesk.OpenAsync(at: TimeSpan.FromHours(20.5));
        await desk.DoneAsync(NotificationDesk.Send());
        await desk.DoneAsync(NotificationDesk.Send(subject: "now", isUrgent: true));
        var push = desk.Channels[NotificationChannels.Push];
        Assert.Single(push.Sent);

        await desk.Host.AdvanceAsync(TimeSpan.FromHours(10.5) - TimeSpan.FromSeconds(1));
        Assert.Single(push.Sent);
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(2, push.Sent.Count);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 7, 0, 0, TimeSpan.Zero), push.Tries[^1]);
    }

    [Fact]
    public async Task A_scheduled_notification_goes_at_its_time_and_one_that_was_taken_back_never_and_may_be_asked_for_again()
    {
        await using var desk = await NotificationDesk.OpenAsync();
        var at = desk.Host.Clock.GetUtcNow() + TimeSpan.FromHours(2);
        var kept = await desk.DoneAsync(new ScheduleNotification(NotificationDesk.Send(), at));
        var cancelled = await desk.DoneAsync(new ScheduleNotification(NotificationDesk.Send(subject: "a-2"), at));
        await desk.DoneAsync(new CancelNotification(cancelled));
        Assert.NotEqual(cancelled, await desk.DoneAsync(NotificationDesk.Send(subject: "a-2")));
        Assert.Single(desk.Channels[NotificationChannels.Push].Sent);

        await desk.Host.AdvanceAsync(TimeSpan.FromHours(3));

        Assert.Equal([kept], desk.Channels[NotificationChannels.Push].Sent.Skip(1).Select(static sent => sent.Id));
        Assert.Equal(at, desk.Channels[NotificationChannels.Push].Tries[^1]);
        Assert.Equal(NotificationStatus.Cancelled, (await desk.EntryAsync(cancelled)).Status);
        Assert.Equal(RefusalCode.InvalidTransition, (await desk.RefusedAsync(new CancelNotification(kept)))[0].Code);
    }

    [Fact]
    public async Task What_is_read_is_told_once()
    {
        await using var desk = await NotificationDesk.OpenAsync();
        var id = await desk.DoneAsync(NotificationDesk.Send());
        await desk.DoneAsync(new MarkRead(id));

        Assert.Equal(new NotificationRead(null, id, "push", NotificationDesk.Service), desk.Host.Published.Only<NotificationRead>());
        Assert.Equal((NotificationStatus.Read, desk.Host.Clock.GetUtcNow()), ((await desk.EntryAsync(id)).Status, (await desk.EntryAsync(id)).ReadAt));
        Assert.Equal(RefusalCode.InvalidTransition, (await desk.RefusedAsync(new MarkRead(id)))[0].Code);
        Assert.Equal((RefusalCode.NotFound, "NotificationId"), await RefusalAsync(desk, new MarkRead(Guid.NewGuid())));
    }

    [Fact]
    public async Task What_was_skipped_cannot_be_read()
    {
        await using var desk = await NotificationDesk.OpenAsync();
        var id = await desk.DoneAsync(NotificationDesk.Send(NotificationDesk.Offer));

        Assert.Equal(RefusalCode.InvalidTransition, (await desk.RefusedAsync(new MarkRead(id)))[0].Code);
        Assert.Empty(desk.Host.Published.All<NotificationRead>());
    }

    [Fact]
    public async Task History_lists_page_by_page_newest_first_what_one_recipient_was_told()
    {
        await using var desk = await NotificationDesk.OpenAsync();
        var ids = new List<Guid>();
        foreach (var subject in new[] { "1", "2", "3" })
        {
            ids.Insert(0, await desk.DoneAsync(NotificationDesk.Send(subject: subject)));
            await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        await desk.DoneAsync(NotificationDesk.Send() with { Recipient = "other" });
        var first = await desk.Host.AskAsync<NotificationHistory>(new GetHistory(NotificationDesk.Customer, Limit: 2));
        var second = await desk.Host.AskAsync<NotificationHistory>(new GetHistory(NotificationDesk.Customer, first.Items[^1].Id, 2));

        Assert.Equal(ids, [.. first.Items.Concat(second.Items).Select(static entry => entry.Id)]);
        Assert.Equal((true, false), (first.HasNext, second.HasNext));
        Assert.Equal("Limit", (await desk.Host.AskAsync<NotificationHistory>(new GetHistory(NotificationDesk.Customer, Limit: 0))).Refusals[0].Field);
    }

    [Fact]
    public async Task Refused_commands_name_their_field_and_send_nothing()
    {
        await using var desk = await NotificationDesk.OpenAsync();
        var now = desk.Host.Clock.GetUtcNow();
        (string Field, IMessage Command)[] refused =
        [
            ("Template", NotificationDesk.Send("nothing")), ("Recipient", NotificationDesk.Send() with { Recipient = " " }),
            ("SubjectId", NotificationDesk.Send(subject: new string('x', 201))), ("Channel", NotificationDesk.Send(channel: "pigeon")),
            ("Data", NotificationDesk.Send() with { Data = new Dictionary<string, string>() }),
            ("At", new ScheduleNotification(NotificationDesk.Send(), now.AddSeconds(-1))), ("At", new ScheduleNotification(NotificationDesk.Send(), now.AddDays(400))),
            ("Recipient", new SetPreferences("", new NotificationPreferences())),
            ("Channels", new SetPreferences("zoe", new NotificationPreferences { Channels = ["pigeon"] })),
            ("CategoriesOff", new SetPreferences("zoe", new NotificationPreferences { CategoriesOff = [""] })),
            ("Language", new SetPreferences("zoe", new NotificationPreferences { Language = "f" })),
            ("TimeZone", new SetPreferences("zoe", new NotificationPreferences { TimeZone = "Europe/Nowhere" })),
            ("NotificationId", new CancelNotification(Guid.NewGuid())),
        ];
        foreach (var (field, command) in refused)
        {
            Assert.Equal(field, Assert.Single(await desk.RefusedAsync(command)).Field);
        }

        await desk.Host.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.All(desk.Channels.Values, static channel => Assert.Empty(channel.Tries));
    }

    [Theory]
    [InlineData(CrashPoint.BeforeCommit)]
    [InlineData(CrashPoint.AfterOutcome)]
    [InlineData(CrashPoint.AfterCommit)]
    public async Task A_crash_sends_nothing_twice(CrashPoint point)
    {
        await using var desk = await NotificationDesk.OpenAsync();
        desk.Host.CrashNextAt(point);
        await desk.Host.SendAsync(NotificationDesk.Send());
        await desk.Host.RestartAfterCrashAsync();
        await desk.Host.SettleAsync();

        Assert.Single(desk.Channels[NotificationChannels.Push].Sent);
    }

    [Fact]
    public void A_notification_goes_only_the_listed_steps() => Assert.Equal(
        ["Delivered > Read", "Pending > Cancelled", "Pending > Failed", "Pending > Sent", "Pending > Skipped", "Sent > Delivered", "Sent > Failed"],
        Steps.Of(NotificationTransitions.Table));

    [Fact]
    public async Task Personal_data_is_in_no_message_and_the_values_are_forgotten_when_it_is_sent()
    {
        await using var desk = await NotificationDesk.OpenAsync();
        var id = await desk.DoneAsync(NotificationDesk.Send());

        Assert.Null((await desk.Host.StateAsync<NotificationDelivery>(CustomerCareAgentsBuilderExtensions.DeliveryAgentName, id.ToString())).Request);
        Assert.DoesNotContain("example.com", desk.Channels[NotificationChannels.Push].Sent[0].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("example.com", new NotificationContact { Email = NotificationDesk.Staff }.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_settings_are_told_together()
    {
        var services = new ServiceCollection();
        services.AddCommerceAgents(agents => agents.AddNotifications(options =>
        {
            (options.RepeatAfter, options.TimeZone) = (TimeSpan.Zero, "Europe/Nowhere");
            options.RetryWaits[0] = TimeSpan.Zero;
            options.Definitions["x"] = new NotificationDefinition(NotificationKind.Service, "x", ["pigeon"], []);
            options.Definitions.Remove(NotificationTemplates.LowStock);
        }));
        using var provider = services.BuildServiceProvider();

        var told = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<NotificationsOptions>>().Value).Message;

        Assert.All(
            ["RepeatAfter is", "TimeZone is", "RetryWaits is", "Definitions[x]", "Definitions lacks low-stock", "Templates lacks x in en", "Templates has \"low-stock\""],
            expected => Assert.Contains(expected, told, StringComparison.Ordinal));
    }

    private static async Task<(RefusalCode, string?)> RefusalAsync(NotificationDesk desk, IMessage command)
    {
        var refusal = (await desk.RefusedAsync(command))[0];
        return (refusal.Code, refusal.Field);
    }

    private static void Fail(ScriptedChannel channel, CommerceErrorKind kind, int times)
    {
        for (var i = 0; i < times; i++)
        {
            channel.Failures.Enqueue(kind);
        }
    }
}
