using System.Text.Json.Nodes;

namespace Commerce.VendorContracts.Mirakl;

/// <summary>Mirakl's contract with the JSON part of each multipart message as the whole body, since Prism checks no JSON inside a part.</summary>
internal static class MiraklMessageContract
{
    internal static IReadOnlyList<Part> Parts { get; } =
    [
        new("/api/inbox/threads/{thread_id}/message", "/message", "message_input"),
        new("/api/orders/{order_id}/threads", "/threads", "thread_input"),
        new("/api/orders/{order_id}/documents", "/documents", "order_documents"),
    ];

    /// <summary>Writes the changed contract into a file of its own.</summary>
    /// <returns>The file; the caller deletes it.</returns>
    internal static async Task<string> WriteAsync()
    {
        var contract = JsonNode.Parse(await File.ReadAllTextAsync(VendorSpecs.PathOf("marketplaces", "mirakl", MiraklContractTests.File)))!;
        foreach (var part in Parts)
        {
            var body = contract["paths"]![part.Path]!["post"]!["requestBody"]!;
            var schema = body["content"]!["multipart/form-data"]!["schema"]!["properties"]![part.Name]!.DeepClone();
            body["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schema } };
        }

        var file = Path.Combine(Path.GetTempPath(), $"mirakl-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, contract.ToJsonString());
        return file;
    }

    /// <param name="Path">The operation's path in the contract.</param>
    /// <param name="Ending">How its addresses end.</param>
    /// <param name="Name">The part that is JSON.</param>
    internal sealed record Part(string Path, string Ending, string Name);
}
