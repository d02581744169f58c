using System.Collections.Concurrent;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>Keeps labels in memory: the default, for tests and first steps.</summary>
public sealed class MemoryLabelStore : ILabelStore
{
    private readonly ConcurrentDictionary<string, ReadOnlyMemory<byte>> _labels = new(StringComparer.Ordinal);

    /// <summary>Gets the labels by name.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Labels => _labels;

    /// <inheritdoc/>
    public Task SaveAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        _labels[name] = content;
        return Task.CompletedTask;
    }
}
