namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>What is checked of notifications, and the words of its refusals.</summary>
internal static class NotificationChecks
{
    internal const int MaxKey = 200;
    internal const string NoLanguage = "This is no language: give one such as fr or fr-CA.";

    internal static string UnknownChannel(string? channel) => $"There is no channel \"{channel}\": give one of {string.Join(", ", NotificationChannels.All)}.";

    internal static string UnknownTemplate(string name, NotificationsOptions options) =>
        $"There is no template \"{name}\": use one of {string.Join(", ", options.Definitions.Keys)}, or add it to the options.";

    /// <summary>Checks that a template is known and has all its values.</summary>
    internal static Refusals Template(string name, IReadOnlyDictionary<string, string> data, NotificationsOptions options)
    {
        var refusals = new Refusals();
        if (!options.Definitions.TryGetValue(name, out var definition))
        {
            refusals.Add(RefusalCode.NotFound, "Template", UnknownTemplate(name, options));
            return refusals;
        }

        foreach (var missing in definition.Values.Where(value => !data.ContainsKey(value)))
        {
            refusals.Add(RefusalCode.Validation, "Data", $"The template {name} needs the value \"{missing}\": give it.");
        }

        return refusals;
    }

    internal static Refusals Notification(SendNotification message, NotificationsOptions options)
    {
        var refusals = Template(message.Template, message.Data, options);
        refusals.RequireText(message.Recipient, MaxKey, "Recipient");
        refusals.RequireText(message.SubjectId, MaxKey, "SubjectId");
        refusals.Require(message.Channel is null || NotificationChannels.IsKnown(message.Channel), "Channel", UnknownChannel(message.Channel));
        return refusals;
    }

    internal static Refusals Preferences(SetPreferences message)
    {
        const int maxCategories = 50;
        var (refusals, preferences) = (new Refusals(), message.Preferences);
        refusals.RequireText(message.Recipient, MaxKey, "Recipient");
        foreach (var channel in preferences.Channels.Where(static channel => !NotificationChannels.IsKnown(channel)))
        {
            refusals.Add(RefusalCode.Validation, "Channels", UnknownChannel(channel));
        }

        refusals.Require(
            preferences.CategoriesOff.Count <= maxCategories && preferences.CategoriesOff.All(static category => Refusals.IsText(category, MaxKey)),
            "CategoriesOff",
            $"Give at most {maxCategories} categories of 1 to {MaxKey} characters.");
        refusals.Require(preferences.Language is null || NotificationTemplate.IsLanguage(preferences.Language), "Language", NoLanguage);
        refusals.Require(
            preferences.TimeZone is null || TimeZoneInfo.TryFindSystemTimeZoneById(preferences.TimeZone, out _),
            "TimeZone",
            "This machine does not know the time zone: give an IANA name such as Europe/Paris.");
        return refusals;
    }
}
