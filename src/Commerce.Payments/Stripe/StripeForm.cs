using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Commerce.Payments.Stripe;

/// <summary>Writes Stripe's form encoding: brackets for members and indexes, pairs in the order they are added.</summary>
internal sealed class StripeForm
{
    private static readonly MediaTypeHeaderValue Form = new("application/x-www-form-urlencoded", "utf-8");

    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    internal StripeForm Add(string name, string? value)
    {
        if (value is not null)
        {
            _names.Add(name);
            _text.Append(_text.Length == 0 ? "" : "&").Append(Uri.EscapeDataString(name).Replace("%5B", "[", StringComparison.Ordinal).Replace("%5D", "]", StringComparison.Ordinal))
                .Append('=').Append(Uri.EscapeDataString(value));
        }

        return this;
    }

    internal StripeForm Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    internal StripeForm Add(string name, bool? value) => Add(name, value switch { true => "true", false => "false", _ => null });

    internal StripeForm Add(string name, IReadOnlyDictionary<string, string> map)
    {
        foreach (var (key, value) in map)
        {
            Add($"{name}[{key}]", value);
        }

        return this;
    }

    /// <summary>Adds the caller's own fields, the last to be added; refuses a name that is taken.</summary>
    internal Refusal? AddVendorFields(IReadOnlyDictionary<string, string> fields)
    {
        foreach (var (name, value) in fields)
        {
            if (!_names.Contains(name))
            {
                Add(name, value);
                continue;
            }

            return new Refusal(RefusalCode.Validation, $"VendorFields[{name}] is set by the client itself: leave it out.") { Field = "VendorFields" };
        }

        return null;
    }

    internal ByteArrayContent ToContent()
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(_text.ToString()));
        content.Headers.ContentType = Form;
        return content;
    }

    public override string ToString() => _text.ToString();
}
