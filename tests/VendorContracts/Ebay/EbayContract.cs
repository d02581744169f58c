using System.Text.Json.Nodes;

namespace Commerce.VendorContracts.Ebay;

/// <summary>
/// eBay's contracts, one file for each API, put together into one that a single mock opens: paths with their base, schemas under names of their
/// own. Bodies are closed: a member that the contract does not name breaks it. Files are JSON here, since the mock writes nothing else.
/// </summary>
internal static class EbayContract
{
    internal static readonly string[] Files =
    [
        "sell_fulfillment_v1_oas3", "sell_inventory_v1_oas3.trimmed", "sell_feed_v1_oas3.trimmed", "commerce_message_v1_oas3",
        "commerce_notification_v1_oas3", "commerce_identity_v1_oas3", "developer_analytics_v1_beta_oas3", "developer_key_management_v1_oas3",
        "post_order_cancellation_oas3", "post_order_return_oas3", "post_order_inquiry_oas3", "post_order_case_oas3",
    ];

    private static readonly string[] Methods = ["get", "put", "post", "delete"];

    internal static string Write()
    {
        var (paths, schemas, security) = (new JsonObject(), new JsonObject(), new JsonObject());
        for (var i = 0; i < Files.Length; i++)
        {
            var text = File.ReadAllText(VendorSpecs.PathOf("marketplaces", "ebay", Files[i] + ".json"));
            var whole = JsonNode.Parse(text.Replace("#/components/schemas/", $"#/components/schemas/A{i}_", StringComparison.Ordinal).Replace("\"api_auth\"", $"\"auth{i}\"", StringComparison.Ordinal)
                .Replace("application/octet-stream", "application/json", StringComparison.Ordinal))!.AsObject();
            var root = whole["servers"]![0]!["variables"]!["basePath"]!["default"]!.GetValue<string>();
            foreach (var (path, operations) in whole["paths"]!.AsObject())
            {
                var target = new JsonObject();
                foreach (var (method, operation) in operations!.AsObject().Where(entry => Methods.Contains(entry.Key)))
                {
                    var copy = operation!.DeepClone().AsObject();
                    if (method == "post" && root.StartsWith("/post-order/", StringComparison.Ordinal) && copy["requestBody"] is null)
                    {
                        // These contracts describe no bodies, and a mock takes none then: any object will do.
                        copy["requestBody"] = new JsonObject { ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "object" } } } };
                    }

                    target[method] = copy;
                }

                paths[root + path] = target;
            }

            foreach (var (name, schema) in whole["components"]?["schemas"]?.AsObject() ?? [])
            {
                var closed = schema!.DeepClone().AsObject();
                if (closed["properties"] is JsonObject)
                {
                    closed["additionalProperties"] = false;
                }

                schemas[$"A{i}_{name}"] = closed;
            }

            foreach (var (name, scheme) in whole["components"]?["securitySchemes"]?.AsObject() ?? [])
            {
                security[name] = scheme!.DeepClone();
            }
        }

        var contract = new JsonObject
        {
            ["openapi"] = "3.0.0",
            ["info"] = new JsonObject { ["title"] = "eBay", ["version"] = "1" },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas, ["securitySchemes"] = security },
        };
        var file = Path.Combine(Path.GetTempPath(), $"ebay-{Guid.NewGuid():N}.json");
        File.WriteAllText(file, contract.ToJsonString());
        return file;
    }
}
