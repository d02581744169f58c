namespace Commerce.Carriers;

/// <summary>A carrier that gives a label again.</summary>
public interface ILabelReprinter
{
    /// <summary>Fetches the label of a shipment again. Safe to repeat; nothing is bought.</summary>
    /// <param name="request">The shipment and the form.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The documents, or a refusal when the carrier does not have them.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<IReadOnlyList<ShippingDocument>>> ReprintAsync(ReprintRequest request, CancellationToken cancellationToken = default);
}
