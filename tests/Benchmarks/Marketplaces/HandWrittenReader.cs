using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Commerce.Benchmarks.Marketplaces;

/// <summary>What a team writes in an afternoon: reads the same pages, keeps each order's number with a hash of what matters.</summary>
internal static class HandWrittenReader
{
    internal static async Task<int> ReadAsync(HttpClient http, string key)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int offset = 0, total = 1; offset < total; offset += 100)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, string.Create(
                CultureInfo.InvariantCulture, $"mirakl/api/orders?start_update_date={DateTime.UtcNow.AddHours(-24):yyyy-MM-ddTHH:mm:ssZ}&max=100&offset={offset}"));
            request.Headers.TryAddWithoutValidation("Authorization", key);
            using var response = await http.SendAsync(request);
            response.EnsureSuccessStatusCode();
            using var page = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
            total = page.RootElement.GetProperty("total_count").GetInt32();
            foreach (var order in page.RootElement.GetProperty("orders").EnumerateArray())
            {
                var mapped = Map(order);
                known[mapped.Id] = mapped.Hash;
            }
        }

        return known.Count;
    }

    private static Order Map(JsonElement order)
    {
        var lines = order.GetProperty("order_lines").EnumerateArray().Select(static line => new Line(
            line.GetProperty("order_line_id").GetString()!,
            line.GetProperty("offer_sku").GetString()!,
            line.GetProperty("quantity").GetInt32(),
            line.GetProperty("price").GetDecimal(),
            line.GetProperty("shipping_price").GetDecimal(),
            line.GetProperty("taxes").EnumerateArray().Sum(static tax => tax.GetProperty("amount").GetDecimal()))).ToList();
        var customer = order.GetProperty("customer");
        var (id, state, total) = (order.GetProperty("order_id").GetString()!, order.GetProperty("order_state").GetString()!, order.GetProperty("total_price").GetDecimal());
        var name = $"{customer.GetProperty("firstname").GetString()} {customer.GetProperty("lastname").GetString()}";
        var text = new StringBuilder().Append(id).Append('|').Append(state).Append('|').Append(total).Append('|').Append(name).Append('|').Append(order.GetProperty("created_date").GetDateTimeOffset());
        foreach (var line in lines)
        {
            text.Append('|').Append(line);
        }

        return new Order(id, state, total, name, lines, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))));
    }

    private sealed record Order(string Id, string State, decimal Total, string Buyer, IReadOnlyList<Line> Lines, string Hash);

    private sealed record Line(string Id, string Sku, int Quantity, decimal Price, decimal Shipping, decimal Tax);
}
