namespace Commerce.Agents.Domain.Payments;

/// <summary>Knows the form of VAT numbers only: the default.</summary>
internal sealed class VatFormatValidator : IVatNumberValidator
{
    public Task<VatNumberCheck> CheckAsync(VatNumber number, CancellationToken cancellationToken = default) =>
        Task.FromResult(new VatNumberCheck(IsValid: true, IsFormatOnly: true));
}
