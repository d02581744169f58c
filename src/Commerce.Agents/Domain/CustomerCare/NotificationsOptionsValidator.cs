using System.Globalization;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.CustomerCare;

internal sealed class NotificationsOptionsValidator : IValidateOptions<NotificationsOptions>
{
    private const int MaxRetries = 10;

    public ValidateOptionsResult Validate(string? name, NotificationsOptions options)
    {
        var mistakes = new List<string>();
        CheckDefinitions(options, mistakes);
        CheckTemplates(options, mistakes);
        CheckTimes(options, mistakes);
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static void CheckDefinitions(NotificationsOptions options, List<string> mistakes)
    {
        foreach (var (name, definition) in options.Definitions)
        {
            if (definition.Channels.Count == 0 || !definition.Channels.All(NotificationChannels.IsKnown))
            {
                mistakes.Add($"Definitions[{name}] goes by \"{string.Join(", ", definition.Channels)}\": give one or more of {string.Join(", ", NotificationChannels.All)}.");
            }
        }

        mistakes.AddRange(NotificationTemplates.Definitions.Keys.Where(needed => !options.Definitions.ContainsKey(needed))
            .Select(static needed => $"Definitions lacks {needed}, which is sent: add it."));
    }

    private static void CheckTemplates(NotificationsOptions options, List<string> mistakes)
    {
        foreach (var template in options.Templates)
        {
            if (!options.Definitions.TryGetValue(template.Name, out var definition))
            {
                mistakes.Add($"Templates has \"{template.Name}\", which Definitions does not: add it there, or use one of {string.Join(", ", options.Definitions.Keys)}.");
                continue;
            }

            mistakes.AddRange(template.Names.Except(definition.Values).Select(unknown =>
                $"Templates: {template.Name} ({template.Language}) asks for \"{unknown}\": it may use {string.Join(", ", definition.Values)}."));
            if (template.Channel is { } channel && !NotificationChannels.IsKnown(channel))
            {
                mistakes.Add($"Templates: {template.Name} ({template.Language}) is for \"{channel}\": give one of {string.Join(", ", NotificationChannels.All)}.");
            }
        }

        mistakes.AddRange(options.Definitions.Keys
            .Where(needed => !options.Templates.Any(template =>
                template.Name == needed && template.Language == NotificationTemplate.FallbackLanguage && template.Channel is null))
            .Select(static needed => $"Templates lacks {needed} in {NotificationTemplate.FallbackLanguage} for every channel: add it."));
    }

    private static void CheckTimes(NotificationsOptions options, List<string> mistakes)
    {
        Check("RepeatAfter", options.RepeatAfter, TimeSpan.FromMinutes(1), TimeSpan.FromDays(30));
        foreach (var wait in options.RetryWaits)
        {
            Check("RetryWaits", wait, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
        }

        if (options.RetryWaits.Count > MaxRetries)
        {
            mistakes.Add($"RetryWaits has {options.RetryWaits.Count} times: give at most {MaxRetries}.");
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
        {
            mistakes.Add($"TimeZone is \"{options.TimeZone}\", which this machine does not know: give an IANA name such as Europe/Paris, or UTC.");
        }

        void Check(string field, TimeSpan value, TimeSpan least, TimeSpan most)
        {
            if (value < least || value > most)
            {
                mistakes.Add(string.Create(CultureInfo.InvariantCulture, $"{field} is {value}: give {least} to {most}."));
            }
        }
    }
}
