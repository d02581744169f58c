using System.Collections.Concurrent;

namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Keeps notifications in memory: the default, for tests and first steps.</summary>
public sealed class MemoryNotificationChannel : INotificationChannel
{
    private readonly ConcurrentQueue<Notification> _sent = new();

    /// <inheritdoc/>
    public string Name => "email";

    /// <summary>Gets what was sent, oldest first.</summary>
    public IReadOnlyCollection<Notification> Sent => _sent;

    /// <inheritdoc/>
    public Task SendAsync(Notification notification, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(notification);
        _sent.Enqueue(notification);
        return Task.CompletedTask;
    }
}
