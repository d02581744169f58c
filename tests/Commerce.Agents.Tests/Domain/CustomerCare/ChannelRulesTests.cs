using Commerce.Agents.Domain.CustomerCare;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Commerce.Agents.Tests.Domain.CustomerCare;

/// <summary>The choice of the channel (CUS-5, rules 1 to 3) by itself.</summary>
public sealed class ChannelRulesTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private static readonly Gen<(List<string> On, List<string> Reachable)> AnyChannels =
        from allowed in Gen.Choose(0, 15)
        from reachable in Gen.Choose(0, 15)
        select (Some(allowed), Some(reachable));

    [Fact]
    public void By_default_email_push_and_in_app_are_on_and_sms_and_advertisements_are_off()
    {
        var preferences = new NotificationPreferences();

        Assert.Equal(["email", "in_app", "push"], preferences.Channels.Order());
        Assert.False(preferences.AcceptsMarketing);
        Assert.Null(Choose(Question(NotificationKind.Service, [NotificationChannels.Sms])).Channel);
    }

    [Theory]
    [InlineData("2026-03-02T19:59:00Z", null)]
    [InlineData("2026-03-02T20:00:00Z", "2026-03-03T07:00:00Z")]
    [InlineData("2026-03-03T06:59:59Z", "2026-03-03T07:00:00Z")]
    [InlineData("2026-03-03T07:00:00Z", null)]
    [InlineData("2026-03-28T21:00:00Z", "2026-03-29T06:00:00Z")]
    [InlineData("2026-10-24T20:00:00Z", "2026-10-25T07:00:00Z")]
    public void Quiet_hours_are_21_to_8_by_the_clock_of_the_recipient_in_summer_and_winter(string now, string? end) => Assert.Equal(
        end is null ? null : Time(end), ChannelRules.QuietEnd(Time(now), Paris, new TimeOnly(21, 0), new TimeOnly(8, 0)));

    [Fact]
    public void A_clock_that_jumps_over_the_end_ends_the_quiet_with_the_jump() => Assert.Equal(
        Time("2026-03-29T01:00:00Z"), ChannelRules.QuietEnd(Time("2026-03-29T00:30:00Z"), Paris, new TimeOnly(21, 0), new TimeOnly(2, 30)));

    [Theory]
    [InlineData(NotificationChannels.Sms, true)]
    [InlineData(NotificationChannels.Push, true)]
    [InlineData(NotificationChannels.Email, false)]
    [InlineData(NotificationChannels.InApp, false)]
    public void Only_text_and_push_messages_wait_at_night(string channel, bool waits)
    {
        var question = Question(NotificationKind.Service, [channel]) with
        {
            Preferences = new NotificationPreferences { Channels = NotificationChannels.All }, Now = Time("2026-03-02T22:00:00Z"),
        };

        Assert.Equal(waits, Choose(question).WaitUntil is not null);
        Assert.Null(Choose(question with { IsUrgent = true }).WaitUntil);
        Assert.Null(Choose(question with { QuietUntil = question.QuietFrom }).WaitUntil);
    }

    [Fact]
    public void What_was_bought_is_told_whenever_any_channel_leads_there() => Prop.ForAll(AnyChannels.ToArbitrary(), channels =>
    {
        var chosen = Choose(Question(NotificationKind.Transactional, [NotificationChannels.Email]) with
        {
            Preferences = new NotificationPreferences { Channels = channels.On, CategoriesOff = ["x"] }, Reachable = channels.Reachable,
        }).Channel;
        return channels.Reachable.Count == 0 ? chosen is null : channels.Reachable.Contains(chosen!);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Everything_else_goes_by_the_first_channel_that_is_on_and_leads_there_or_not_at_all() => Prop.ForAll(AnyChannels.ToArbitrary(), channels =>
        Choose(Question(NotificationKind.Service, NotificationChannels.All) with
        {
            Preferences = new NotificationPreferences { Channels = channels.On }, Reachable = channels.Reachable,
        }).Channel == NotificationChannels.All.FirstOrDefault(channel => channels.On.Contains(channel) && channels.Reachable.Contains(channel)))
        .QuickCheckThrowOnFailure();

    private static ChannelChoice Choose(ChannelQuestion question) => ChannelRules.Choose(question);

    private static List<string> Some(int mask) => [.. NotificationChannels.All.Where((_, index) => (mask & (1 << index)) != 0)];

    private static ChannelQuestion Question(NotificationKind kind, IReadOnlyList<string> channels) => new()
    {
        Definition = new NotificationDefinition(kind, "x", channels, []),
        Preferences = new NotificationPreferences(),
        Reachable = [.. NotificationChannels.All],
        Now = Time("2026-03-02T12:00:00Z"),
        TimeZone = Paris,
    };

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
