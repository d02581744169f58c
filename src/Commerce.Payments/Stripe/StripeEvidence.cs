using System.Collections.Frozen;
using System.Globalization;

namespace Commerce.Payments.Stripe;

/// <summary>Evidence for a dispute in Stripe's words. Source: Stripe API reference, Disputes.</summary>
internal static class StripeEvidence
{
    private const int MaxText = 150_000;

    private static readonly FrozenSet<string> Files =
        ("cancellation_policy customer_communication customer_signature duplicate_charge_documentation receipt refund_policy "
            + "service_documentation shipping_documentation uncategorized_file").Split(' ').Select(Name).ToFrozenSet(StringComparer.Ordinal);

    internal static Refusal? ToForm(DisputeEvidence request, StripeForm form)
    {
        (string Name, string? Value)[] ours =
        [
            (Name("shipping_carrier"), request.Carrier),
            (Name("shipping_tracking_number"), request.TrackingNumber),
            (Name("shipping_date"), request.ShippedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            (Name("product_description"), request.ProductDescription),
            (Name("uncategorized_text"), request.Text),
        ];
        foreach (var (name, value) in ours)
        {
            form.Add(name, value);
        }

        var others = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in request.VendorFields)
        {
            others[Name(name)] = value;
        }

        var length = ours.Sum(static field => field.Value?.Length ?? 0)
            + others.Where(static field => !Files.Contains(field.Key)).Sum(static field => field.Value?.Length ?? 0);
        return length > MaxText
            ? new Refusal(RefusalCode.Validation, $"The texts have {length} characters together: Stripe takes {MaxText}.") { Field = nameof(request.VendorFields) }
            : form.Add("submit", request.Submit).AddVendorFields(others);
    }

    /// <summary>Puts a field under evidence, where Stripe has it: <c>a[b]</c> becomes <c>evidence[a][b]</c>.</summary>
    private static string Name(string field)
    {
        if (field.StartsWith("evidence[", StringComparison.Ordinal))
        {
            return field;
        }

        var bracket = field.IndexOf('[', StringComparison.Ordinal);
        return bracket < 0 ? $"evidence[{field}]" : $"evidence[{field[..bracket]}]{field[bracket..]}";
    }
}
