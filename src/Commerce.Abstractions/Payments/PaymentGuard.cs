using System.Runtime.CompilerServices;

namespace Commerce.Payments;

internal static class PaymentGuard
{
    internal static Money Amount(Money value, [CallerMemberName] string name = "")
    {
        Guard.Positive(value, name);
        return value.Round() == value
            ? value
            : throw new ArgumentException($"{name} is {value}: round it to {value.Currency.Exponent} decimals.", name);
    }

    internal static IReadOnlyDictionary<string, string> Metadata(
        IReadOnlyDictionary<string, string>? value, [CallerMemberName] string name = "")
    {
        ArgumentNullException.ThrowIfNull(value, name);
        if (value.Count > 50)
        {
            throw new ArgumentException($"{name} has {value.Count} entries: at most 50.", name);
        }

        foreach (var (key, text) in value)
        {
            if (key.Length is 0 or > 40 || key.Contains('[', StringComparison.Ordinal) || key.Contains(']', StringComparison.Ordinal))
            {
                throw new ArgumentException($"{name} has the key \"{key}\": give 1 to 40 characters without square brackets.", name);
            }

            if (text is null || text.Length > 500)
            {
                throw new ArgumentException($"{name}[{key}] has {text?.Length ?? 0} characters: give at most 500.", name);
            }
        }

        return value;
    }
}
