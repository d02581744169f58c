namespace Commerce.VendorContracts;

/// <summary>The vendors' own contracts, in the folder that the variable COMMERCE_VENDOR_SPECS names.</summary>
internal static class VendorSpecs
{
    internal static string? Folder => Environment.GetEnvironmentVariable("COMMERCE_VENDOR_SPECS") is { Length: > 0 } folder ? folder : null;

    internal static string PathOf(string area, string vendor, params string[] file) => Path.Combine([Folder!, area, vendor, "spec", .. file]);
}
