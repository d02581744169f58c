using Commerce.Agents.Domain.CustomerCare;

namespace Commerce.Agents.Tests.Domain.CustomerCare;

/// <summary>Takes notifications, after as many failures as a test wants.</summary>
internal sealed class ScriptedChannel(string name, TimeProvider clock) : INotificationChannel
{
    public string Name => name;

    internal List<Notification> Sent { get; } = [];

    internal List<DateTimeOffset> Tries { get; } = [];

    internal Queue<CommerceErrorKind> Failures { get; } = [];

    public Task SendAsync(Notification notification, CancellationToken cancellationToken = default)
    {
        Tries.Add(clock.GetUtcNow());
        if (Failures.TryDequeue(out var kind))
        {
            throw new CommerceException(kind, "The channel is away.");
        }

        Sent.Add(notification);
        return Task.CompletedTask;
    }
}
