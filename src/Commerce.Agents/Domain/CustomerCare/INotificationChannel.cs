namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Hands notifications over, for example to a mail server. Register your own; by default they stay in memory.</summary>
public interface INotificationChannel
{
    /// <summary>Gets the channel's name: <c>email</c>.</summary>
    string Name { get; }

    /// <summary>Hands one notification over.</summary>
    /// <param name="notification">The notification.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>A task that ends when the channel has it.</returns>
    /// <exception cref="CommerceException">It could not; it is tried again after 1, 5 and 30 minutes when the failure is transient.</exception>
    Task SendAsync(Notification notification, CancellationToken cancellationToken = default);
}
