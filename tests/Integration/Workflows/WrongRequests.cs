using System.Text;
using System.Text.Json.Nodes;

namespace Commerce.Integration.Workflows;

/// <summary>Makes wrong requests: each has at least one fault, chosen by its number.</summary>
internal sealed class WrongRequests(string known, Func<int, JsonObject> order)
{
    private static readonly string[] Required = ["customer", "items", "shipTo", "paymentMethod"];
    private static readonly string[] Address = ["name", "line1", "postalCode", "city", "country"];

    internal HttpRequestMessage Make(int seed, out string what)
    {
        var random = new Random(seed);
        var body = order(2);
        string text;
        switch (random.Next(18))
        {
            case 0:
                var missing = Pick(random, Required);
                body.Remove(missing);
                what = $"no {missing}";
                return Post("orders", body, seed);
            case 1:
                missing = Pick(random, Address);
                body["shipTo"]!.AsObject().Remove(missing);
                what = $"no shipTo.{missing}";
                return Post("orders", body, seed);
            case 2:
                var field = Pick(random, Required);
                body[field] = Wrong(random, field);
                what = $"wrong type of {field}: {body[field]?.ToJsonString()}";
                return Post(random.Next(2) == 0 ? "orders" : "quotes", body, seed);
            case 3:
                field = Pick(random, ["customer", "paymentMethod"]);
                body[field] = new string('x', random.Next(300, 20_000));
                what = $"huge {field}";
                return Post("orders", body, seed);
            case 4:
                var quantity = Pick(random, [0, -1, 1_000, int.MaxValue, int.MinValue]);
                body["items"]![0]!["quantity"] = quantity;
                what = $"quantity {quantity}";
                return Post("orders", body, seed);
            case 5:
                var number = Pick<JsonNode>(random, [1.5, 1e300, "two", true, long.MaxValue]);
                body["items"]![0]!["quantity"] = number;
                what = $"quantity {number}";
                return Post("orders", body, seed);
            case 6:
                body["items"]![0]!["sku"] = Pick(random, ["NOTHING", " LAMP-1", "lamp-1", "'; drop table orders; --", "LAMP-1\u0000", new string('S', 5_000), "\ud83d\ude00", ""]);
                what = $"sku {body["items"]![0]!["sku"]}";
                return Post("orders", body, seed);
            case 7:
                body["shipTo"]!["country"] = Pick(random, ["BR", "ZZ", "F", "fra", "", "??"]);
                what = $"country {body["shipTo"]!["country"]}";
                return Post("orders", body, seed);
            case 8:
                body[Pick(random, ["price", "discount", "total", "Id"])] = random.Next();
                what = "an unknown field";
                return Post("orders", body, seed);
            case 9:
                body["items"]![0]!["quantity"] = random.Next(3, 900);
                what = "the key of another order";
                return Post("orders", body, "basket-1");
            case 10:
                text = body.ToJsonString();
                what = "half a body";
                return Post("orders", text[..random.Next(0, text.Length - 1)], $"wrong-{seed}", "application/json");
            case 11:
                what = "another media type";
                return Post("orders", body.ToJsonString(), $"wrong-{seed}", Pick(random, ["text/plain", "application/xml"]));
            case 12:
                body["customer"] = new string('x', 70_000);
                what = "a body that is too large";
                return Post("orders", body, seed);
            case 13:
                what = "no or a huge key";
                return Post("orders", body.ToJsonString(), random.Next(2) == 0 ? "" : new string('k', random.Next(65, 2_000)), "application/json");
            case 14:
                var path = Pick(random, ["limit=0", "limit=101", "limit=-1", "limit=x", "skip=-5", "skip=99999999999", "status=Nowhere", "status=7", $"customer={new string('c', 101)}"]);
                what = path;
                return new HttpRequestMessage(HttpMethod.Get, $"orders?{path}");
            case 15:
                path = Pick(random, [$"orders/{Guid.NewGuid()}", "orders/7", "orders/%27", "stock/NOTHING", $"stock/{new string('S', 300)}", "decisions", "decisions?subject=x&limit=0", "stock/LAMP-1?warehouse=nowhere"]);
                what = path;
                return new HttpRequestMessage(HttpMethod.Get, path);
            case 16:
                what = "a command for an order that is not there, or without its fields";
                return random.Next(2) == 0
                    ? Post($"orders/{Guid.NewGuid()}/release", new JsonObject { ["actor"] = "ann" }, seed)
                    : Post($"orders/{known}/{Pick(random, ["release", "cancellation", "payment"])}", [], seed);
            default:
                what = "an order of another tenant";
                var request = Post($"orders/{known}/release", new JsonObject { ["actor"] = "ann" }, seed);
                request.Headers.Add("X-Api-Key", "nobody");
                return request;
        }
    }

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];

    private static JsonNode? Wrong(Random random, string field) => random.Next(5) switch
    {
        0 => random.Next(),
        1 => true,
        2 => field is "items" ? new JsonObject() : new JsonArray(1, 2),
        3 => field is "customer" or "paymentMethod" ? new JsonObject() : "text",
        _ => null,
    };

    private static HttpRequestMessage Post(string path, JsonObject body, int seed) => Post(path, body.ToJsonString(), $"wrong-{seed}", "application/json");

    private static HttpRequestMessage Post(string path, JsonObject body, string key) => Post(path, body.ToJsonString(), key, "application/json");

    private static HttpRequestMessage Post(string path, string body, string key, string type)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, type) };
        if (key.Length > 0)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return request;
    }
}
