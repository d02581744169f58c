using System.Globalization;
using System.Reflection;
using Commerce.Carriers;

namespace Commerce.Agents.Tests.Domain.Json;

/// <summary>Makes values of any stored type: everything filled with values of its own, or as little as the type allows.</summary>
internal sealed class Samples(bool full)
{
    private static readonly Dictionary<Type, Func<int, object>> Known = new()
    {
        [typeof(string)] = number => $"text \"{number}\" é",
        [typeof(int)] = number => number,
        [typeof(long)] = number => (long)number << 33,
        [typeof(decimal)] = number => number + 0.125m,
        [typeof(bool)] = _ => true,
        [typeof(Guid)] = number => new Guid(number, 7, 7, 1, 2, 3, 4, 5, 6, 7, 8),
        [typeof(DateOnly)] = number => new DateOnly(2026, 2, 28).AddDays(number),
        [typeof(TimeSpan)] = number => TimeSpan.FromTicks(number + 1),
        [typeof(DateTimeOffset)] = number => new DateTimeOffset(2026, 11, 28, 23, 59, 58, TimeSpan.FromHours(2)).AddTicks(number),
        [typeof(Uri)] = number => new Uri($"https://example.com/{number}?a=b&c=%20"),
        [typeof(Money)] = number => new Money(number + 0.1250m, number % 2 == 0 ? Currency.Eur : Currency.Parse("JPY")),
        [typeof(Currency)] = _ => Currency.Parse("JPY"),
        [typeof(Weight)] = number => Weight.FromGrams(number + 1),
        [typeof(Dimensions)] = number => new Dimensions(number + 0.1m, 20, 15.5m),
        [typeof(ShipmentOptions)] = number => new ShipmentOptions { Signature = true, InsuredValue = Money.Eur(number), MinimumAge = 18, DangerousGoods = true },
        [typeof(EmailAddress)] = number => EmailAddress.Parse($"zoe.{number}@example.com"),
        [typeof(PhoneNumber)] = number => PhoneNumber.Parse($"+3332000{number:0000}"),
        [typeof(CountryCode)] = _ => CountryCode.Parse("DE"),
    };

    private readonly NullabilityInfoContext _nullability = new();
    private int _count;

    internal object Make(Type type) => Find(type) ?? (Items(type) is { } items ? Collection(type, items) : Fill(type));

    private object? Find(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (Known.TryGetValue(plain, out var make))
        {
            return make(++_count);
        }

        if (plain.IsEnum)
        {
            var values = Enum.GetValues(plain);
            return values.GetValue(full ? values.Length - 1 : 0);
        }

        var from = plain.GetMethod("From", BindingFlags.Public | BindingFlags.Static, [typeof(Guid)])
            ?? plain.GetMethod("From", BindingFlags.Public | BindingFlags.Static, [typeof(string)]);
        if (from is not null && plain.IsValueType)
        {
            return from.Invoke(null, [from.GetParameters()[0].ParameterType == typeof(Guid) ? Make(typeof(Guid)) : $"Word{++_count}"]);
        }

        return plain.IsValueType && plain.GetConstructor([typeof(string)]) is { } constructor
            ? constructor.Invoke([string.Create(CultureInfo.InvariantCulture, $"id-{++_count}")])
            : null;
    }

    private static Type[]? Items(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) || type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
            ? type.GetGenericArguments()
            : null;

    private object Collection(Type type, Type[] items)
    {
        var count = full ? 2 : 1;
        if (items.Length == 1)
        {
            var list = Array.CreateInstance(items[0], count);
            for (var i = 0; i < count; i++)
            {
                list.SetValue(Make(items[0]), i);
            }

            return list;
        }

        var dictionary = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(items))!;
        for (var i = 0; i < count; i++)
        {
            dictionary.Add(Make(items[0]), Make(items[1]));
        }

        return dictionary;
    }

    private object Fill(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).FirstOrDefault()
            ?? throw new NotSupportedException($"{type} cannot be made: tell {nameof(Samples)} how.");
        var value = constructor.Invoke([.. constructor.GetParameters().Select(parameter =>
            !full && _nullability.Create(parameter).WriteState == NullabilityState.Nullable ? null : Make(parameter.ParameterType))]);
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is not null))
        {
            Set(value, property);
        }

        return value;
    }

    private void Set(object value, PropertyInfo property)
    {
        var isRequired = property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute));
        object? content;

        // A party needs a name or a company.
        if (full || isRequired || (property.Name == nameof(Contact.Name) && value is Contact))
        {
            content = Make(property.PropertyType);
        }
        else if (_nullability.Create(property).WriteState == NullabilityState.Nullable)
        {
            content = null;
        }
        else if (Items(property.PropertyType) is { } items)
        {
            content = items.Length == 1
                ? Array.CreateInstance(items[0], 0)
                : Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(items));
        }
        else if (property.PropertyType == typeof(bool))
        {
            content = false;
        }
        else
        {
            return;
        }

        try
        {
            property.SetValue(value, content);
        }
        catch (TargetInvocationException exception) when (!full && !isRequired && exception.InnerException is ArgumentException)
        {
            // The type refuses so little: its own default stays.
        }
    }
}
