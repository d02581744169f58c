using Commerce.Agents.Domain.Orders;
using Commerce.Payments;

namespace Commerce.Samples.Platform.Api;

/// <summary>Makes drafts of what callers send.</summary>
internal static class OrderDrafts
{
    private const int MaxItems = 200;
    private const int MaxCodes = 10;

    internal static OrderDraft? Read(OrderRequest request, Fields fields)
    {
        var draft = new OrderDraft
        {
            Customer = fields.Text("customer", request.Customer, 100),
            Items = Items(request.Items ?? [], fields),
            ShipTo = Address(request.ShipTo, fields)!,
            PaymentMethod = Token(request.PaymentMethod, fields),
            PromoCodes = Codes(request.PromoCodes ?? [], fields),
            Priority = fields.Name<OrderPriority>("priority", request.Priority) ?? OrderPriority.Normal,
            RequiredBy = fields.ParseOptional<DateOnly>("requiredBy", request.RequiredBy, 10, "give a day as 2026-12-24"),
        };
        return fields.Refusals.Count == 0 ? draft : null;
    }

    internal static PaymentMethodToken Token(string? value, Fields fields)
    {
        var text = fields.Text("paymentMethod", value, 200);
        return text.Length == 0 ? default : new PaymentMethodToken(text);
    }

    private static Dictionary<Sku, int> Items(IReadOnlyList<ItemRequest?> items, Fields fields)
    {
        var read = new Dictionary<Sku, int>();
        if (items.Count is < 1 or > MaxItems)
        {
            fields.Refuse("items", $"There are {items.Count}: order 1 to {MaxItems} products.");
            return read;
        }

        for (var i = 0; i < items.Count; i++)
        {
            var sku = fields.Parse<Sku>($"items[{i}].sku", items[i]?.Sku, 64, "give the SKU without blanks around it");
            if (items[i]?.Quantity is not (>= 1 and <= 999))
            {
                fields.Refuse($"items[{i}].quantity", "Give 1 to 999.");
            }
            else if (sku != default && !read.TryAdd(sku, items[i]!.Quantity!.Value))
            {
                fields.Refuse($"items[{i}].sku", "The product is there twice: add the quantities up.");
            }
        }

        return read;
    }

    private static List<string> Codes(IReadOnlyList<string?> codes, Fields fields)
    {
        if (codes.Count > MaxCodes)
        {
            fields.Refuse("promoCodes", $"There are {codes.Count}: give at most {MaxCodes}.");
            return [];
        }

        return [.. codes.Select((code, index) => fields.Text($"promoCodes[{index}]", code, 50))];
    }

    private static Party? Address(AddressRequest? address, Fields fields)
    {
        if (address is null)
        {
            fields.Refuse("shipTo", "It is missing: give where to ship.");
            return null;
        }

        var name = fields.Text("shipTo.name", address.Name, 100);
        var line1 = fields.Text("shipTo.line1", address.Line1, 100);
        var line2 = fields.Text("shipTo.line2", address.Line2, 100, isRequired: false);
        var postalCode = fields.Text("shipTo.postalCode", address.PostalCode, 16);
        var city = fields.Text("shipTo.city", address.City, 100);
        var country = fields.Parse<CountryCode>("shipTo.country", address.Country, 2, "give two letters, as FR");
        var email = fields.ParseOptional<EmailAddress>("shipTo.email", address.Email, 254, "give an address as name@example.com");
        var phone = fields.ParseOptional<PhoneNumber>("shipTo.phone", address.Phone, 20, "give a number as +33612345678");
        return fields.Refusals.Count > 0
            ? null
            : new Party
            {
                Contact = new Contact { Name = name, Email = email, Phone = phone },
                Address = new Address { Line1 = line1, Line2 = line2.Length == 0 ? null : line2, PostalCode = postalCode, City = city, Country = country },
            };
    }
}
