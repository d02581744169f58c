using System.Text.Json.Nodes;

namespace Commerce.VendorContracts.FedEx;

/// <summary>
/// A contract of FedEx without its samples. FedEx lists the full shape of a body beside shapes of samples and says that exactly one must fit;
/// the samples' fit whatever the full one fits. Only the full one is kept.
/// </summary>
internal sealed class FedExContract : IDisposable
{
    internal FedExContract(string name)
    {
        var contract = JsonNode.Parse(System.IO.File.ReadAllBytes(VendorSpecs.PathOf("carriers", "fedex", name)))!;
        foreach (var (_, schema) in contract["components"]!["schemas"]!.AsObject())
        {
            if (schema is JsonObject body && body["oneOf"] is JsonArray { Count: > 1 } shapes && ((string?)shapes[0]!["$ref"])?.Contains("Full", StringComparison.Ordinal) == true)
            {
                var full = shapes[0]!.DeepClone();
                shapes.Clear();
                shapes.Add(full);
            }
        }

        System.IO.File.WriteAllText(File, contract.ToJsonString());
    }

    /// <summary>Gets the file; deleted with this object.</summary>
    internal string File { get; } = Path.Combine(Path.GetTempPath(), $"fedex-{Guid.NewGuid():N}.json");

    public void Dispose() => System.IO.File.Delete(File);
}
