using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Sets what buyers are told.</summary>
public sealed class NotificationsOptions
{
    /// <summary>Gets the texts; the last one of a name and language counts, so that adding one replaces ours.</summary>
    public IList<NotificationTemplate> Templates { get; } = [.. NotificationTemplates.Default];
}

internal sealed class NotificationsOptionsValidator : IValidateOptions<NotificationsOptions>
{
    public ValidateOptionsResult Validate(string? name, NotificationsOptions options)
    {
        var mistakes = new List<string>();
        foreach (var template in options.Templates)
        {
            if (!NotificationTemplates.Values.TryGetValue(template.Name, out var values))
            {
                mistakes.Add($"Templates has \"{template.Name}\", which nothing sends: use one of {string.Join(", ", NotificationTemplates.Values.Keys)}.");
                continue;
            }

            mistakes.AddRange(template.Names.Except(values).Select(unknown =>
                $"Templates: {template.Name} ({template.Language}) asks for \"{unknown}\": it may use {string.Join(", ", values)}."));
        }

        mistakes.AddRange(NotificationTemplates.Values.Keys
            .Where(needed => !options.Templates.Any(template => template.Name == needed && template.Language == NotificationTemplate.FallbackLanguage))
            .Select(needed => $"Templates lacks {needed} in {NotificationTemplate.FallbackLanguage}: add it."));
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
