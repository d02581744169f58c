using System.Reflection;

namespace Commerce.Payments.Tests.Secrets;

/// <summary>Makes a request of any type with a secret or personal data wherever there is a place for them.</summary>
internal static class HiddenRequest
{
    private static readonly Dictionary<Type, object> Values = new()
    {
        [typeof(string)] = "word",
        [typeof(OperationKey)] = new OperationKey("order-1"),
        [typeof(Money)] = Money.Eur(10),
        [typeof(EmailAddress)] = EmailAddress.Parse("hidden@example.com"),
        [typeof(Uri)] = new Uri("https://shop.example.com/back?token=hiddentoken"),
        [typeof(Secret)] = new Secret("hidden-code"),
        [typeof(CountryCode)] = CountryCode.France,
        [typeof(DateTimeOffset)] = new DateTimeOffset(2026, 11, 28, 0, 0, 0, TimeSpan.Zero),
        [typeof(DateOnly)] = new DateOnly(2026, 11, 28),
        [typeof(ReadOnlyMemory<byte>)] = (ReadOnlyMemory<byte>)"Hidden Person"u8.ToArray(),
        [typeof(IReadOnlyDictionary<string, string>)] = new Dictionary<string, string> { ["payment_method_data[card][number]"] = "4242424242424242" },
        [typeof(IReadOnlyList<string>)] = (string[])["payments"],
        [typeof(IReadOnlyList<AccountCapability>)] = (AccountCapability[])[AccountCapability.Transfers],
        [typeof(bool)] = false,
        [typeof(int)] = 10,
        [typeof(CancellationToken)] = CancellationToken.None,
    };

    /// <summary>Makes a value for a parameter or a member.</summary>
    internal static object? Of(Type type, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (name is "Seller" or "seller" or "ApiVersion" or "Split" or "Payouts" or "ExpiresAt" or "Source")
        {
            return null;
        }

        if (name == "ContentType")
        {
            return "application/pdf";
        }

        if (name == "Metadata")
        {
            return new Dictionary<string, string> { ["note"] = "word" };
        }

        if (Values.TryGetValue(type, out var value))
        {
            return value;
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).GetValue(0);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var items = Array.CreateInstance(type.GetGenericArguments()[0], 1);
            items.SetValue(Of(type.GetGenericArguments()[0], name), 0);
            return items;
        }

        // Words of the gateway and its keys.
        if (type.GetConstructor([typeof(string)]) is { } word && type.IsValueType)
        {
            return word.Invoke([type == typeof(ConnectedAccountId) ? "acct_1Hidden" : "word_1"]);
        }

        var made = Activator.CreateInstance(type)!;
        foreach (var member in type.GetProperties().Where(static member => member.CanWrite))
        {
            if ((type == typeof(DisputeEvidence) && member.PropertyType == typeof(string) ? "Hidden Person" : Of(member.PropertyType, member.Name)) is { } part)
            {
                Set(made, member, part);
            }
        }

        return made;
    }

    private static void Set(object made, PropertyInfo member, object value)
    {
        try
        {
            member.SetValue(made, value);
        }
        catch (TargetInvocationException refused) when (refused.InnerException is ArgumentException && value is string)
        {
            // A word of a fixed shape stays as it is.
        }
    }
}
