using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Keeps the versions of templates; keys are name, channel and language.</summary>
/// <param name="options">What each template is for.</param>
public sealed class TemplateAgent(IOptions<NotificationsOptions> options) : IHandle<SaveTemplate, TemplateVersions>, IHandle<PreviewTemplate, TemplateVersions>
{
    private const int MaxSubject = 200;
    private const int MaxText = 10_000;
    private const int MaxHtml = 100_000;
    private const int MaxPerson = 100;

    /// <inheritdoc/>
    public async Task HandleAsync(SaveTemplate message, AgentContext<TemplateVersions> context, CancellationToken cancellationToken)
    {
        var refusals = Check(message.Template);
        refusals.RequireText(message.Person, MaxPerson, "Person");
        if (refusals.Any)
        {
            context.Reply(refusals.Answer(message.Template.Name));
            return;
        }

        var repository = context.Repository<SavedTemplate>();
        if (context.State.Version > 0 && await repository.FindAsync(context.State.CurrentId).ConfigureAwait(false) is { } last)
        {
            await repository.UpdateAsync(last.Value with { IsCurrent = false }).ConfigureAwait(false);
        }

        context.State = new TemplateVersions { Version = context.State.Version + 1, CurrentId = context.NewId() };
        await repository.CreateAsync(new SavedTemplate
        {
            Id = context.State.CurrentId,
            Name = message.Template.Name,
            Template = message.Template,
            Version = context.State.Version,
            IsCurrent = true,
            SavedAt = context.Clock.GetUtcNow(),
            SavedBy = message.Person,
        }).ConfigureAwait(false);
        context.Reply(Answer.Done(context.State.CurrentId.ToString()));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(PreviewTemplate message, AgentContext<TemplateVersions> context, CancellationToken cancellationToken)
    {
        var refusals = NotificationChecks.Template(message.Template, message.Data, options.Value);
        refusals.Require(NotificationChannels.IsKnown(message.Channel), "Channel", NotificationChecks.UnknownChannel(message.Channel));
        refusals.Require(NotificationTemplate.IsLanguage(message.Language), "Language", NotificationChecks.NoLanguage);
        if (refusals.Any)
        {
            context.Reply(new TemplatePreview("", "", "", null, refusals.List));
            return;
        }

        var template = await TemplateBook.FindAsync(context, options.Value, message.Template, message.Channel, message.Language).ConfigureAwait(false);
        var (subject, text, html) = template.Fill(message.Data);
        context.Reply(new TemplatePreview(template.Language, subject, text, html, []));
    }

    private Refusals Check(NotificationTemplate template)
    {
        var refusals = new Refusals();
        if (!options.Value.Definitions.TryGetValue(template.Name, out var definition))
        {
            refusals.Add(RefusalCode.NotFound, "Name", NotificationChecks.UnknownTemplate(template.Name, options.Value));
            return refusals;
        }

        refusals.Require(template.Channel is null || NotificationChannels.IsKnown(template.Channel), "Channel", NotificationChecks.UnknownChannel(template.Channel));
        refusals.Require(NotificationTemplate.IsLanguage(template.Language), "Language", NotificationChecks.NoLanguage);
        refusals.Require(template.Subject.Length <= MaxSubject, "Subject", $"The subject has {template.Subject.Length} characters: give at most {MaxSubject}.");
        refusals.RequireText(template.Text, MaxText, "Text");
        refusals.Require(template.Html is not { Length: > MaxHtml }, "Html", $"The HTML has {template.Html?.Length ?? 0} characters: give at most {MaxHtml}.");
        refusals.Require(!template.HasStrayBraces, "Text", "There is a \"{{\" that begins no value: write values as {{name}}, without blanks.");
        foreach (var unknown in template.Names.Except(definition.Values))
        {
            refusals.Add(RefusalCode.Validation, "Text", $"The template asks for \"{unknown}\": it may use {string.Join(", ", definition.Values)}.");
        }

        return refusals;
    }
}
