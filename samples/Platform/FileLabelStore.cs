using Commerce.Agents.Domain.Shipping;

namespace Commerce.Samples.Platform;

/// <summary>Keeps labels as files, ready to be printed.</summary>
internal sealed class FileLabelStore(string folder) : ILabelStore
{
    public async Task SaveAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, name), content, cancellationToken);
    }
}
