namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>
/// Hands notifications over, for example to a mail server. Register one for each channel that you have; of two with one name the last counts. By
/// default there is one, of e-mails that stay in memory.
/// </summary>
public interface INotificationChannel
{
    /// <summary>Gets the channel's name: one of <see cref="NotificationChannels"/>.</summary>
    string Name { get; }

    /// <summary>Hands one notification over.</summary>
    /// <param name="notification">The notification.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>A task that ends when the channel has it.</returns>
    /// <exception cref="CommerceException">
    /// It could not: after 1, 5 and 30 minutes it is tried again when the failure is transient; else the next channel is.
    /// </exception>
    Task SendAsync(Notification notification, CancellationToken cancellationToken = default);
}
