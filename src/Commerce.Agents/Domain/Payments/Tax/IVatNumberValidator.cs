namespace Commerce.Agents.Domain.Payments;

/// <summary>Asks the authority about VAT numbers. Register your own; by default the form alone is checked, and the answer says so.</summary>
public interface IVatNumberValidator
{
    /// <summary>Asks about a number.</summary>
    /// <param name="number">The number; it has the form of its country.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>What the authority says. After any exception the number counts as not checked, and tax is charged.</returns>
    Task<VatNumberCheck> CheckAsync(VatNumber number, CancellationToken cancellationToken = default);
}
