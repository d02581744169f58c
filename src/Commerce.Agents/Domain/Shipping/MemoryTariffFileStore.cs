using System.Collections.Concurrent;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>Keeps the files of price lists in memory: the default, for tests and first steps.</summary>
public sealed class MemoryTariffFileStore : ITariffFileStore
{
    private readonly ConcurrentDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    /// <summary>Puts a file in, in the place of one of the same name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">Its bytes.</param>
    public void Put(string name, ReadOnlySpan<byte> content)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        _files[name] = content.ToArray();
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Task.FromResult<Stream?>(_files.TryGetValue(name, out var content) ? new MemoryStream(content, writable: false) : null);
    }
}
