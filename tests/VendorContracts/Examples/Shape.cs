using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Commerce.VendorContracts.Examples;

/// <summary>Everything that a result tells a user, as text; the vendor's raw words are left out.</summary>
internal static class Shape
{
    internal static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(text, value, depth: 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value, int depth)
    {
        switch (value)
        {
            case null:
                text.Append('-');
                break;
            case Exception exception:
                text.Append(exception.GetType().Name).Append(' ').Append(exception.Message);
                break;
            case Secret secret:
                text.Append(secret.Reveal());
                break;
            case ReadOnlyMemory<byte> bytes:
                text.Append(Convert.ToHexString(bytes.Span));
                break;
            case string or bool or Enum or IFormattable:
                text.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
            case IEnumerable list:
                foreach (var item in list)
                {
                    text.Append("\n[");
                    Write(text, item, depth + 1);
                    text.Append(']');
                }

                break;
            default:
                var properties = value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(property => property.GetIndexParameters().Length == 0 && !property.Name.StartsWith("Raw", StringComparison.Ordinal));
                foreach (var property in depth > 12 ? [] : properties)
                {
                    object? inner;
                    try
                    {
                        inner = property.GetValue(value);
                    }
                    catch (TargetInvocationException)
                    {
                        // The value of a refused outcome, say: it has none.
                        continue;
                    }

                    text.Append('\n').Append(property.Name).Append('=');
                    Write(text, inner, depth + 1);
                }

                text.Append(value.GetType().GetProperties().Length == 0 ? value.ToString() : "");
                break;
        }
    }
}
