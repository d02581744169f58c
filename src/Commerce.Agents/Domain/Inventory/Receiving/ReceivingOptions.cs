using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Which units are inspected when they arrive.</summary>
public sealed class ReceivingOptions
{
    /// <summary>Gets the products that are always inspected.</summary>
    /// <value>None by default.</value>
    public ISet<Sku> InspectedSkus { get; } = new HashSet<Sku>();

    /// <summary>Gets the codes of the suppliers whose units are always inspected: 1 to 32 characters each.</summary>
    /// <value>None by default.</value>
    public ISet<string> InspectedSuppliers { get; } = new HashSet<string>(StringComparer.Ordinal);
}

internal sealed class ReceivingOptionsValidator : IValidateOptions<ReceivingOptions>
{
    public ValidateOptionsResult Validate(string? name, ReceivingOptions options) =>
        options.InspectedSkus.Contains(default) || !options.InspectedSuppliers.All(InventoryKeys.IsCode)
            ? ValidateOptionsResult.Fail(
                $"InspectedSkus or InspectedSuppliers has an empty entry: give SKUs, and suppliers' codes of 1 to {InventoryKeys.MaxCode} characters.")
            : ValidateOptionsResult.Success;
}
