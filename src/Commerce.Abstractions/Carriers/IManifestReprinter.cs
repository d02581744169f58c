namespace Commerce.Carriers;

/// <summary>A carrier that gives a manifest's document again.</summary>
public interface IManifestReprinter
{
    /// <summary>Fetches a manifest again. Safe to repeat.</summary>
    /// <param name="number">Its number: <see cref="Manifest.Number"/>.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The manifest, or a refusal when it is not known.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<Manifest>> ReprintManifestAsync(string number, CancellationToken cancellationToken = default);
}
