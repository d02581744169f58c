namespace Commerce.Carriers;

/// <summary>A carrier that closes the day: the list of parcels handed to the driver.</summary>
public interface IManifestClient
{
    /// <summary>Closes parcels. Whether it may be repeated is in the feature's note.</summary>
    /// <param name="request">The parcels, or all that wait.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The manifests with their documents, several where the carrier limits the parcels on one; or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<IReadOnlyList<Manifest>>> CloseManifestAsync(ManifestRequest request, CancellationToken cancellationToken = default);
}
