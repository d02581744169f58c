using System.Security.Cryptography;
using System.Text;

namespace Commerce.Samples.Platform.Api;

/// <summary>Who may call: one key for each tenant, from the configuration <c>ApiKeys:&lt;tenant id&gt;</c>.</summary>
internal sealed class ApiKeys(IConfiguration configuration)
{
    internal const string Header = "X-Api-Key";

    private readonly (TenantId Tenant, byte[] Hash)[] _keys =
    [
        .. configuration.GetSection("ApiKeys").GetChildren()
            .Where(static entry => Guid.TryParse(entry.Key, out _) && !string.IsNullOrWhiteSpace(entry.Value))
            .Select(static entry => (new TenantId(Guid.Parse(entry.Key)), SHA256.HashData(Encoding.UTF8.GetBytes(entry.Value!)))),
    ];

    /// <summary>Gets whose request it is, once its key was found good.</summary>
    internal static TenantId TenantOf(HttpContext http) => (TenantId)http.Items[Header]!;

    /// <summary>Finds whose key it is; every key is compared in full, so the time tells nothing.</summary>
    internal TenantId? Find(string? key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key ?? ""));
        TenantId? found = null;
        foreach (var (tenant, known) in _keys)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, known))
            {
                found = tenant;
            }
        }

        return found;
    }
}
