using Commerce.Agents.Domain.CustomerCare;
using Commerce.Agents.Entities;
using Commerce.Agents.Tests.Domain.Catalog;
using Xunit;

namespace Commerce.Agents.Tests.Domain.CustomerCare;

/// <summary>Templates (CUS-5, rules 4 and 5).</summary>
public sealed class TemplateTests
{
    [Theory]
    [InlineData("fr-CA", "Bonjour du Québec A&B")]
    [InlineData("FR-be", "Bonjour A&B")]
    [InlineData("fr", "Bonjour A&B")]
    [InlineData("de", "Hello A&B")]
    public async Task The_language_falls_back_from_the_region_to_the_language_to_English(string language, string text)
    {
        await using var desk = await NotificationDesk.OpenAsync();
        await desk.DoneAsync(new SaveTemplate(Template("fr", "Bonjour {{name}}"), "ann"));
        await desk.DoneAsync(new SaveTemplate(Template("fr-CA", "Bonjour du Québec {{name}}"), "ann"));
        await desk.DoneAsync(new SetPreferences(NotificationDesk.Customer, new NotificationPreferences { Language = language }));

        await desk.DoneAsync(NotificationDesk.Send());

        Assert.Equal(text, desk.Channels[NotificationChannels.Push].Sent.Single().Text);
    }

    [Fact]
    public async Task The_contact_of_a_recipient_tells_the_language_when_the_preferences_do_not()
    {
        await using var desk = await NotificationDesk.OpenAsync(contact: new NotificationContact { Email = NotificationDesk.Staff, Language = "fr" });

        await desk.DoneAsync(new SendNotification(
            NotificationDesk.Customer, NotificationTemplates.RefundCompleted, new Dictionary<string, string> { ["number"] = "ORD-1", ["amount"] = "5.00 EUR" }, "1"));

        Assert.Equal("Votre remboursement pour ORD-1", desk.Mails.Single().Subject);
    }

    [Fact]
    public async Task The_last_version_counts_and_a_text_for_the_channel_goes_before_one_for_all()
    {
        await using var desk = await NotificationDesk.OpenAsync();
        await desk.DoneAsync(new SaveTemplate(Template("en", "one {{name}}"), "ann"));
        await desk.DoneAsync(new SaveTemplate(Template("en", "two {{name}}"), "bob"));
        await desk.DoneAsync(new SaveTemplate(Template("en", "mail {{name}}") with { Channel = NotificationChannels.Email }, "ann"));

        await desk.DoneAsync(NotificationDesk.Send());
        await desk.DoneAsync(NotificationDesk.Send(subject: "a-2", channel: NotificationChannels.Email));

        Assert.Equal("two A&B", desk.Channels[NotificationChannels.Push].Sent.Single().Text);
        Assert.Equal("mail A&B", desk.Mails.Single().Text);
        var versions = (await desk.Host.Repository<SavedTemplate>().ListAsync(new EntityQuery<SavedTemplate>())).Items.Where(static version => version.Template.Channel is null);
        Assert.Equal([(1, false, "ann"), (2, true, "bob")], versions.Select(static version => (version.Version, version.IsCurrent, version.SavedBy)).Order());
    }

    [Fact]
    public async Task Values_are_encoded_in_HTML_and_nowhere_else()
    {
        await using var desk = await NotificationDesk.OpenAsync();

        await desk.DoneAsync(NotificationDesk.Send(name: "<b>A&B</b>"));

        var sent = desk.Channels[NotificationChannels.Push].Sent.Single();
        Assert.Equal(("Hello <b>A&B</b>", "<p>Hello &lt;b&gt;A&amp;B&lt;/b&gt;</p>"), (sent.Text, sent.Html));
    }

    [Fact]
    public async Task A_preview_says_what_would_be_sent_and_what_is_missing()
    {
        await using var desk = await NotificationDesk.OpenAsync();
        var data = new Dictionary<string, string> { ["name"] = "A&B" };

        var preview = await desk.Host.AskAsync<TemplatePreview>(new PreviewTemplate(NotificationDesk.Service, "push", "fr", data));
        Assert.Equal(("en", "Account A&B", "Hello A&B", "<p>Hello A&amp;B</p>"), (preview.Language, preview.Subject, preview.Text, preview.Html));

        PreviewTemplate[] refused =
        [
            new("nothing", "push", "fr", data), new(NotificationDesk.Service, "pigeon", "fr", data), new(NotificationDesk.Service, "push", "", data),
            new(NotificationDesk.Service, "push", "fr", new Dictionary<string, string>()),
        ];
        var fields = new List<string?>();
        foreach (var command in refused)
        {
            fields.Add(Assert.Single((await desk.Host.AskAsync<TemplatePreview>(command)).Refusals).Field);
        }

        Assert.Equal(["Template", "Channel", "Language", "Data"], fields);
        Assert.Empty(desk.Host.Published.All<NotificationSent>());
    }

    [Fact]
    public async Task A_text_that_asks_for_unknown_values_or_has_wrong_braces_is_not_saved()
    {
        await using var desk = await NotificationDesk.OpenAsync();
        (string Field, SaveTemplate Command)[] refused =
        [
            ("Text", new SaveTemplate(Template("en", "Hello {{nom}}"), "ann")), ("Text", new SaveTemplate(Template("en", "Hello {{ name }}"), "ann")),
            ("Text", new SaveTemplate(Template("en", " "), "ann")), ("Text", new SaveTemplate(Template("en", "x") with { Html = "{{nom}}" }, "ann")),
            ("Name", new SaveTemplate(new NotificationTemplate("nothing", "en", "x", "x"), "ann")),
            ("Channel", new SaveTemplate(Template("en", "x") with { Channel = "pigeon" }, "ann")), ("Language", new SaveTemplate(Template("english!", "x"), "ann")),
            ("Subject", new SaveTemplate(Template("en", "x") with { Subject = new string('x', 201) }, "ann")),
            ("Html", new SaveTemplate(Template("en", "x") with { Html = new string('x', 100_001) }, "ann")), ("Person", new SaveTemplate(Template("en", "x"), "")),
        ];
        foreach (var (field, command) in refused)
        {
            Assert.Equal(field, Assert.Single(await desk.RefusedAsync(command)).Field);
        }

        Assert.Empty((await desk.Host.Repository<SavedTemplate>().ListAsync(new EntityQuery<SavedTemplate>())).Items);
    }

    [Fact]
    public void Every_template_is_there_in_English_and_French_and_uses_all_its_values_between_subject_and_text()
    {
        foreach (var (name, definition) in NotificationTemplates.Definitions)
        {
            foreach (var language in new[] { "en", "fr" })
            {
                var template = NotificationTemplates.Default.Single(text => text.Name == name && text.Language == language && text.Channel is null);
                Assert.All(definition.Values, value => Assert.Contains($"{{{{{value}}}}}", template.Subject + template.Text, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task A_text_message_of_a_departure_is_short()
    {
        await using var desk = await NotificationDesk.OpenAsync();
        await desk.DoneAsync(new SetPreferences(NotificationDesk.Customer, new NotificationPreferences { Channels = [NotificationChannels.Sms] }));

        await desk.DoneAsync(new SendNotification(
            NotificationDesk.Customer,
            NotificationTemplates.OrderShipped,
            new Dictionary<string, string> { ["number"] = "ORD-1", ["carrier"] = "ups", ["tracking"] = "1Z", ["eta"] = "2026-03-05" },
            "1"));

        var sent = desk.Channels[NotificationChannels.Sms].Sent.Single();
        Assert.Equal(("Order ORD-1 left with ups, 1Z. Arrival: 2026-03-05.", "+33102030405"), (sent.Text, sent.Phone?.Value));
    }

    private static NotificationTemplate Template(string language, string text) => new(NotificationDesk.Service, language, "Account", text);
}
