using System.Globalization;
using System.Text;

namespace Commerce.Marketplaces.Amazon;

/// <summary>Writes the tab-separated feeds of cancellations and refunds, and reads their reports. Source: order feed type values; the report's form is the one that flat-file feeds have always had.</summary>
internal static class AmazonFlatFiles
{
    internal static byte[] Cancellation(string orderId, string reason, IEnumerable<string> lineIds) => Write(
        ["order-id", "cancellation-reason-code", "amazon-order-item-code"],
        lineIds.Select(lineId => (string[])[orderId, reason, lineId]));

    internal static byte[] Refund(string orderId, string reason, IEnumerable<AmazonRefundRow> rows) => Write(
        ["order-id", "order-item-id", "adjustment-reason-code", "currency", "item-price-adj", "item-tax-adj", "shipping-price-adj", "shipping-tax-adj"],
        rows.Select(row => (string[])
        [
            orderId,
            row.LineId,
            reason,
            row.Currency.Code,
            Number(row.Goods, row.Currency),
            Number(row.Tax, row.Currency),
            Number(row.Shipping, row.Currency),
            Number(row.ShippingTax, row.Currency),
        ]));

    /// <summary>Reads which records were refused.</summary>
    /// <param name="report">The processing report.</param>
    /// <param name="lineIds">The lines in the order in which they were sent.</param>
    /// <returns>The reason of each line that was refused.</returns>
    /// <exception cref="FormatException">The report does not say it for certain.</exception>
    internal static IReadOnlyDictionary<string, (string? Code, string Message)> Errors(string report, IReadOnlyList<string> lineIds)
    {
        var lines = report.TrimStart('\uFEFF').Split('\n').Select(static line => line.TrimEnd('\r')).ToList();
        var processed = Count(lines, "records processed") ?? throw new FormatException("records processed");
        var successful = Count(lines, "records successful") ?? throw new FormatException("records successful");
        var errors = new Dictionary<string, (string?, string)>(StringComparer.Ordinal);
        var head = lines.FindIndex(static line => line.StartsWith("original-record-number", StringComparison.Ordinal));
        if (head >= 0)
        {
            var names = lines[head].Split('\t').ToList();
            var (number, code, type, message) = (0, names.IndexOf("error-code"), names.IndexOf("error-type"), names.IndexOf("error-message"));
            foreach (var cells in lines.Skip(head + 1).Select(static line => line.Split('\t')).Where(static cells => cells.Length > 1))
            {
                if (Cell(cells, type)?.Equals("Warning", StringComparison.OrdinalIgnoreCase) == true)
                {
                    continue;
                }

                var at = int.TryParse(cells[number], NumberStyles.None, CultureInfo.InvariantCulture, out var record) && record >= 1 && record <= lineIds.Count
                    ? record - 1
                    : throw new FormatException("original-record-number");
                errors[lineIds[at]] = (Cell(cells, code), Cell(cells, message) ?? "no reason given");
            }
        }

        return processed >= lineIds.Count && processed - successful == errors.Count ? errors : throw new FormatException("records successful");
    }

    private static string? Cell(string[] cells, int column) => column >= 0 && column < cells.Length && cells[column].Length > 0 ? cells[column] : null;

    private static int? Count(List<string> lines, string name) =>
        lines.Find(line => line.Contains(name, StringComparison.OrdinalIgnoreCase)) is { } found
        && int.TryParse(found.Split('\t', StringSplitOptions.RemoveEmptyEntries)[^1].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : null;

    private static string Number(decimal? amount, Currency currency) => amount is null
        ? ""
        : amount.Value.ToString(currency.Exponent == 0 ? "0" : "0." + new string('0', currency.Exponent), CultureInfo.InvariantCulture);

    private static byte[] Write(string[] header, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(header))
        {
            text.AppendJoin('\t', row).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}

/// <summary>What goes back for one line.</summary>
internal sealed record AmazonRefundRow(string LineId, Currency Currency, decimal? Goods, decimal? Tax, decimal? Shipping, decimal? ShippingTax);
