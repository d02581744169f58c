using System.Security.Cryptography;
using System.Text;

namespace Commerce.Agents.Domain.Orders;

/// <summary>Makes order ids from foreign keys, and short references.</summary>
public static class OrderKeys
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Makes the id of an order that has a key elsewhere: the same key always gives the same id.</summary>
    /// <param name="source">Where the key is from: a marketplace account, a shop.</param>
    /// <param name="key">The key: a marketplace's order id, a caller's idempotency key.</param>
    /// <returns>A UUID version 8 of a hash of both.</returns>
    public static OrderId From(string source, string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        ArgumentException.ThrowIfNullOrEmpty(key);
        return new OrderId(NamedIds.From(source, key));
    }

    /// <summary>Makes a fingerprint of a basket: the same products, quantities and total give the same.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="total">The total.</param>
    /// <returns>32 hexadecimal digits.</returns>
    internal static string Basket(IReadOnlyList<OrderLine> lines, Money total)
    {
        return Hash(lines.OrderBy(static line => line.Sku).Select(static line => $"{line.Sku}*{line.Quantity}").Append(total.ToString()));
    }

    /// <summary>Makes a fingerprint of a draft, that tells the same draft sent again from another one under the same id.</summary>
    /// <param name="draft">The draft.</param>
    /// <returns>32 hexadecimal digits.</returns>
    internal static string Fingerprint(OrderDraft draft)
    {
        var items = draft.Items.OrderBy(static item => item.Key).Select(static item => $"{item.Key}*{item.Value}");
        List<string?> rest =
        [
            draft.Customer, Text(draft.ShipTo), Text(draft.BillTo), draft.PaymentMethod.Value, draft.Language, $"{draft.RequiredBy:O}", draft.Priority.ToString(),
            string.Join('\n', draft.PromoCodes),
        ];

        // What came later counts only where it is given: fingerprints of older drafts stay as they are.
        if (draft.AllowsBackorder)
        {
            rest.Add("backorder");
        }

        if (draft.VatNumber is { } number)
        {
            rest.Add($"vat {number}");
        }

        return Hash(items.Concat(rest));

        static string Text(Party? party) => party is null ? "" : string.Join('\n', new[]
        {
            party.Contact.Name, party.Contact.Company, party.Contact.Email?.ToString(), party.Contact.Phone?.ToString(), party.Address.Line1, party.Address.Line2,
            party.Address.Line3, party.Address.PostalCode, party.Address.City, party.Address.Region, party.Address.Country.Value,
        });
    }

    /// <summary>Makes a short reference: the day and six characters of Crockford's base 32.</summary>
    /// <param name="prefix">Three letters.</param>
    /// <param name="at">The day.</param>
    /// <param name="id">An id whose bits become the characters.</param>
    /// <returns>The reference.</returns>
    internal static string Number(string prefix, DateTimeOffset at, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var bits = BitConverter.ToUInt32(bytes[12..]);
        Span<char> code = stackalloc char[6];
        for (var i = 0; i < code.Length; i++)
        {
            code[i] = Alphabet[(int)(bits >> (i * 5)) & 31];
        }

        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{prefix}-{at:yyyyMMdd}-{code}");
    }

    private static string Hash(IEnumerable<string?> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))).AsSpan(0, 16));
}
