namespace Commerce.Carriers;

/// <summary>A carrier that checks addresses.</summary>
public interface IAddressValidator
{
    /// <summary>Checks an address. Safe to repeat.</summary>
    /// <param name="address">The address.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The verdict with proposals, or a refusal when the country is not covered.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<AddressVerdict>> ValidateAddressAsync(Address address, CancellationToken cancellationToken = default);
}
