namespace Commerce.Marketplaces.Refurbed;

/// <summary>Tracking pages: Refurbed takes http and https addresses only.</summary>
internal static class RefurbedTracking
{
    private const string Number = "{number}";

    internal static Uri? FromTemplate(string? template, string number)
    {
        if (template?.Contains(Number, StringComparison.Ordinal) != true)
        {
            return null;
        }

        return Uri.TryCreate(template.Replace(Number, Uri.EscapeDataString(number), StringComparison.Ordinal), UriKind.Absolute, out var address) && IsWeb(address)
            ? address
            : null;
    }

    internal static bool IsWeb(Uri address) => address is { IsAbsoluteUri: true, Scheme: "http" or "https" };

    /// <summary>Tells whether the item carries this address already, however it is spelled.</summary>
    internal static bool IsSame(string? known, Uri address) => Uri.TryCreate(known, UriKind.Absolute, out var other) && other == address;
}
