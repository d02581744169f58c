using Commerce.Agents.Domain;
using Commerce.Agents.Domain.CustomerCare;
using Commerce.Agents.Entities;
using Commerce.Agents.Tests.Domain.Catalog;
using Xunit;

namespace Commerce.Agents.Tests.Domain.CustomerCare;

/// <summary>What recipients want to hear, and how (CUS-5, rules 1 and 2).</summary>
public sealed class PreferencesTests
{
    [Fact]
    public async Task A_disabled_channel_is_passed_over_and_the_next_one_that_is_on_is_taken_with_the_reasons_kept()
    {
        await using var desk = await NotificationDesk.OpenAsync();
        await desk.DoneAsync(new SetPreferences(NotificationDesk.Customer, new NotificationPreferences { Channels = [NotificationChannels.Email] }));

        var id = await desk.DoneAsync(NotificationDesk.Send());

        Assert.Empty(desk.Channels[NotificationChannels.Push].Sent);
        Assert.Equal((NotificationStatus.Sent, "email"), ((await desk.EntryAsync(id)).Status, (await desk.EntryAsync(id)).Channel));
        Assert.Equal(new NotificationSent(null, id, "email", NotificationDesk.Service), desk.Host.Published.Only<NotificationSent>());
        var decision = (await desk.Host.Repository<Decision>().ListAsync(new EntityQuery<Decision>())).Items.Single();
        Assert.Equal(["push: turned off", "email"], decision.Parts.Select(static part => part.Name));
    }

    [Fact]
    public async Task A_recipient_with_every_channel_off_is_skipped_but_not_for_what_was_bought()
    {
        await using var desk = await NotificationDesk.OpenAsync();
        await desk.DoneAsync(new SetPreferences(NotificationDesk.Customer, new NotificationPreferences { Channels = [] }));

        var service = await desk.DoneAsync(NotificationDesk.Send());
        var refund = await desk.DoneAsync(Refund());

        Assert.Equal(NotificationStatus.Skipped, (await desk.EntryAsync(service)).Status);
        Assert.Equal((NotificationStatus.Sent, "email"), ((await desk.EntryAsync(refund)).Status, (await desk.EntryAsync(refund)).Channel));
        Assert.Empty(desk.Host.Published.All<NotificationFailed>());
    }

    [Fact]
    public async Task Categories_that_are_off_are_honoured_and_what_was_bought_is_told_all_the_same()
    {
        await using var desk = await NotificationDesk.OpenAsync();
        await desk.DoneAsync(new SetPreferences(NotificationDesk.Customer, new NotificationPreferences { CategoriesOff = ["account", "payments"] }));

        Assert.Equal(NotificationStatus.Skipped, (await desk.EntryAsync(await desk.DoneAsync(NotificationDesk.Send()))).Status);
        Assert.Equal(NotificationStatus.Sent, (await desk.EntryAsync(await desk.DoneAsync(Refund()))).Status);
    }

    [Fact]
    public async Task Advertisements_go_only_to_who_has_agreed()
    {
        await using var desk = await NotificationDesk.OpenAsync();
        Assert.Equal(NotificationStatus.Skipped, (await desk.EntryAsync(await desk.DoneAsync(NotificationDesk.Send(NotificationDesk.Offer)))).Status);

        await desk.DoneAsync(new SetPreferences(NotificationDesk.Customer, new NotificationPreferences { AcceptsMarketing = true }));

        Assert.Equal(NotificationStatus.Sent, (await desk.EntryAsync(await desk.DoneAsync(NotificationDesk.Send(NotificationDesk.Offer, "a-2")))).Status);
    }

    [Fact]
    public async Task The_time_zone_of_the_preferences_goes_before_that_of_the_options()
    {
        await using var desk = await NotificationDesk.OpenAsync(at: TimeSpan.FromHours(20.5));
        await desk.DoneAsync(new SetPreferences(NotificationDesk.Customer, new NotificationPreferences { TimeZone = "America/New_York" }));

        await desk.DoneAsync(NotificationDesk.Send());

        Assert.Single(desk.Channels[NotificationChannels.Push].Sent);
    }

    private static SendNotification Refund() => new(
        NotificationDesk.Customer, NotificationTemplates.RefundCompleted, new Dictionary<string, string> { ["number"] = "ORD-1", ["amount"] = "5.00 EUR" }, "ORD-1");
}
