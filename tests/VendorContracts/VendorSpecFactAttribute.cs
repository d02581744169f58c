using Xunit;

namespace Commerce.VendorContracts;

/// <summary>A test that needs the vendors' contracts, and says so when they are not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class VendorSpecFactAttribute : FactAttribute
{
    public VendorSpecFactAttribute()
    {
        if (VendorSpecs.Folder is null)
        {
            Skip = "COMMERCE_VENDOR_SPECS names no folder with the vendors' contracts.";
        }
    }
}
