using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Finds the text of a template.</summary>
internal static class TemplateBook
{
    private const int MaxVersions = 500;

    /// <summary>Finds the text in the nearest language, one for the channel before one for every channel, saved ones before those of the options.</summary>
    internal static async Task<NotificationTemplate> FindAsync(AgentContext context, NotificationsOptions options, string name, string channel, string language)
    {
        var saved = await context.Repository<SavedTemplate>().ListAsync(new EntityQuery<SavedTemplate>
        {
            Where = template => template.Name == name && template.IsCurrent, Limit = MaxVersions,
        }).ConfigureAwait(false);
        return Find(options.Templates.Where(template => template.Name == name).Concat(saved.Items.Select(static version => version.Template)).ToList(), channel, language);
    }

    private static NotificationTemplate Find(List<NotificationTemplate> known, string channel, string language)
    {
        return Of(language) ?? Of(language.Split('-')[0]) ?? Of(NotificationTemplate.FallbackLanguage)!;

        NotificationTemplate? Of(string wanted) => In(wanted, channel) ?? In(wanted, null);

        NotificationTemplate? In(string wanted, string? by) => known.LastOrDefault(template =>
            template.Channel == by && template.Language.Equals(wanted, StringComparison.OrdinalIgnoreCase));
    }
}
