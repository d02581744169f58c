namespace Commerce.Agents.Domain.Shipping;

/// <summary>Where the files of price lists are.</summary>
public interface ITariffFileStore
{
    /// <summary>Opens a file.</summary>
    /// <param name="name">Its name; the ending tells the format: .csv, .xlsx or .pdf.</param>
    /// <param name="cancellationToken">Stops opening.</param>
    /// <returns>The content, which the caller closes; nothing when there is no such file.</returns>
    Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken = default);
}
