using System.Globalization;
using System.Text;

namespace Commerce.Payments.Stripe;

/// <summary>Writes Stripe's search language. Source: Stripe documentation, Search query language.</summary>
internal static class StripeSearch
{
    internal static string Write(PaymentQuery query, Func<DateTimeOffset?, long?> seconds)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in query.Metadata)
        {
            And(text).Append("metadata[").Append(Quoted(name)).Append("]:").Append(Quoted(value));
        }

        if (query.Customer is { } customer)
        {
            And(text).Append("customer:").Append(Quoted(customer.Value));
        }

        if (seconds(query.CreatedFrom) is { } from)
        {
            And(text).Append(CultureInfo.InvariantCulture, $"created>={from}");
        }

        if (seconds(query.CreatedBefore) is { } before)
        {
            And(text).Append(CultureInfo.InvariantCulture, $"created<{before}");
        }

        return text.ToString();
    }

    private static StringBuilder And(StringBuilder text) => text.Length == 0 ? text : text.Append(" AND ");

    /// <summary>Quotes a word, so that nothing in it ends the quotation.</summary>
    private static string Quoted(string word) =>
        $"'{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
