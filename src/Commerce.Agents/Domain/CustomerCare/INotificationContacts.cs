namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>
/// Finds recipients that are not known from an order: customers, merchants. Register your own; by default nobody is found, and only channels that
/// know recipients by their key reach them.
/// </summary>
public interface INotificationContacts
{
    /// <summary>Finds where a recipient can be reached.</summary>
    /// <param name="recipient">The recipient's key.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The addresses; nothing when the recipient is not known.</returns>
    Task<NotificationContact?> FindAsync(string recipient, CancellationToken cancellationToken = default);
}

internal sealed class NoNotificationContacts : INotificationContacts
{
    public Task<NotificationContact?> FindAsync(string recipient, CancellationToken cancellationToken = default) => Task.FromResult<NotificationContact?>(null);
}
