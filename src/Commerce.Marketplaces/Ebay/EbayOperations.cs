using Commerce.Http;

namespace Commerce.Marketplaces.Ebay;

/// <summary>The names of limits that operations share.</summary>
internal static class EbayOperations
{
    internal const string Notifications = "notification";
    internal const string Tokens = "refresh-token";
    internal const string ApplicationTokens = "application-token";
    internal const string PublicKeys = "public-key";

    internal static VendorOperation Notification(string name, bool isSafeToRepeat = false) =>
        new(name) { Limit = Notifications, IsSafeToRepeat = isSafeToRepeat };
}
