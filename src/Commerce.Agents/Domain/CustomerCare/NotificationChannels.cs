namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>The names of channels, which <see cref="INotificationChannel.Name"/> tells.</summary>
public static class NotificationChannels
{
    /// <summary>E-mail. Needs an address.</summary>
    public const string Email = "email";

    /// <summary>Text messages. Needs a telephone number.</summary>
    public const string Sms = "sms";

    /// <summary>Messages to the recipient's devices, which the channel finds by the recipient's key.</summary>
    public const string Push = "push";

    /// <summary>Messages inside the shop's own pages, which the channel finds by the recipient's key.</summary>
    public const string InApp = "in_app";

    /// <summary>Gets all, in the order in which they take each other's place.</summary>
    public static IReadOnlyList<string> All { get; } = [Email, Push, InApp, Sms];

    internal static bool IsKnown(string channel) => All.Contains(channel);
}
