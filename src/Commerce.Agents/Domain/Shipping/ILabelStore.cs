namespace Commerce.Agents.Domain.Shipping;

/// <summary>Where labels are kept until they are printed.</summary>
public interface ILabelStore
{
    /// <summary>Keeps a label. Safe to repeat: the same name means the same label.</summary>
    /// <param name="name">The file name: order number, tracking number and format.</param>
    /// <param name="content">The document.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    /// <returns>A task that ends when the label is kept.</returns>
    Task SaveAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default);
}
