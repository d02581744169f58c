using System.Globalization;
using System.Text;

namespace Commerce.Marketplaces.Mirakl;

/// <summary>Writes import files, reads error reports. Source: Mirakl seller API, STO01, PRI01.</summary>
internal static class MiraklFiles
{
    internal static string Stock(IEnumerable<StockChange> changes) => Write(
        ["offer-sku", "quantity", "warehouse-code", "update-delete"],
        changes.OrderBy(static change => change.Sku).Select(static change => (string[])
            [change.Sku.Value, change.Quantity.ToString(CultureInfo.InvariantCulture), change.Warehouse ?? "", ""]));

    internal static string Prices(IReadOnlyList<PriceChange> changes)
    {
        var byChannel = changes.Any(static change => change.Channel is not null);
        var byTime = changes.Any(static change => change.ValidFrom is not null || change.ValidUntil is not null);
        string[] header =
        [
            "offer-sku", "price", "discount-price", .. byTime ? ["discount-start-date", "discount-end-date"] : Array.Empty<string>(), .. byChannel ? ["channels"] : Array.Empty<string>(),
        ];
        return Write(header, changes.OrderBy(static change => change.Sku).Select(change => (string[])
        [
            // A struck-through price is Mirakl's price, and what the buyer pays its discount.
            change.Sku.Value,
            Number(change.OriginalPrice ?? change.Price),
            change.OriginalPrice is null ? "" : Number(change.Price),
            .. byTime ? [Time(change.ValidFrom), Time(change.ValidUntil)] : Array.Empty<string>(),
            .. byChannel ? [change.Channel ?? ""] : Array.Empty<string>(),
        ]));
    }

    internal static HttpRequestMessage Upload(string address, string fileName, string csv) =>
        new MiraklMultipart().AddFile("file", fileName, "text/csv", Encoding.UTF8.GetBytes(csv)).ToRequest(address);

    /// <summary>Finds why an item was refused; a report that names only SKUs speaks of every item of that SKU.</summary>
    internal static string? ErrorOf(IReadOnlyDictionary<OfferKey, string> errors, OfferKey key) =>
        errors.TryGetValue(key, out var error) || errors.TryGetValue(new OfferKey(key.Sku), out error) ? error : null;

    /// <summary>Reads which items an import refused, and why.</summary>
    internal static IReadOnlyDictionary<OfferKey, string> Errors(ReadOnlyMemory<byte> report)
    {
        var rows = Read(Encoding.UTF8.GetString(report.Span).TrimStart('\uFEFF')).ToList();
        var errors = new Dictionary<OfferKey, string>();
        if (rows.Count == 0)
        {
            return errors;
        }

        var sku = rows[0].FindIndex(static name => name is "offer-sku" or "sku");
        var message = rows[0].FindIndex(static name => name is "error-message" or "errors" or "error");
        var warehouse = rows[0].IndexOf("warehouse-code");
        var channel = rows[0].IndexOf("channels");
        if (sku < 0)
        {
            throw new FormatException("The error report has no column offer-sku.");
        }

        foreach (var row in rows.Skip(1).Where(row => row.Count > sku))
        {
            if (Sku.TryParse(row[sku], null, out var name))
            {
                errors[new OfferKey(name, Cell(row, channel), Cell(row, warehouse))] = Cell(row, message) ?? "refused";
            }
        }

        return errors;
    }

    private static string? Cell(List<string> row, int column) =>
        column >= 0 && column < row.Count && row[column].Length > 0 ? row[column] : null;

    private static string Write(string[] header, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(header))
        {
            text.AppendJoin(';', row.Select(static field => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<List<string>> Read(string text)
    {
        var row = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append(c);
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ';' && !quoted)
            {
                row.Add(field.ToString());
                field.Clear();
            }
            else if (c == '\n' && !quoted)
            {
                row.Add(field.ToString().TrimEnd('\r'));
                field.Clear();
                yield return row;
                row = [];
            }
            else
            {
                field.Append(c);
            }
        }

        if (field.Length > 0 || row.Count > 0)
        {
            row.Add(field.ToString());
            yield return row;
        }
    }

    private static string Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? "";

    private static string Number(Money money) => money.Amount.ToString("0.00##", CultureInfo.InvariantCulture);
}
