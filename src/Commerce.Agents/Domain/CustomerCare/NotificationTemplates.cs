namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>The templates that come with the package, in English and French.</summary>
public static class NotificationTemplates
{
    /// <summary>An order is confirmed. Values: <c>number</c>, <c>lines</c>.</summary>
    public const string OrderConfirmed = "order-confirmed";

    /// <summary>A payment was declined. Values: <c>number</c>, <c>advice</c>.</summary>
    public const string PaymentFailed = "payment-failed";

    /// <summary>An order was cancelled. Values: <c>number</c>.</summary>
    public const string OrderCancelled = "order-cancelled";

    /// <summary>An order is with the carrier. Values: <c>number</c>, <c>carrier</c>, <c>tracking</c>, <c>eta</c>.</summary>
    public const string OrderShipped = "order-shipped";

    /// <summary>An order has arrived. Values: <c>number</c>, <c>date</c>.</summary>
    public const string OrderDelivered = "order-delivered";

    /// <summary>Gets the names of the values of each template.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Values { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        [OrderConfirmed] = ["number", "lines"],
        [PaymentFailed] = ["number", "advice"],
        [OrderCancelled] = ["number"],
        [OrderShipped] = ["number", "carrier", "tracking", "eta"],
        [OrderDelivered] = ["number", "date"],
    };

    /// <summary>Gets the texts.</summary>
    public static IReadOnlyList<NotificationTemplate> Default { get; } =
    [
        new(OrderConfirmed, "en", "Your order {{number}}", "Thank you for your order {{number}}:\n\n{{lines}}\n\nWe write again when it leaves."),
        new(OrderConfirmed, "fr", "Votre commande {{number}}", "Merci pour votre commande {{number}} :\n\n{{lines}}\n\nNous vous écrirons à son départ."),
        new(PaymentFailed, "en", "The payment of {{number}} failed", "The payment of your order {{number}} was declined.\n\n{{advice}}"),
        new(PaymentFailed, "fr", "Le paiement de {{number}} a échoué", "Le paiement de votre commande {{number}} a été refusé.\n\n{{advice}}"),
        new(OrderCancelled, "en", "Your order {{number}} is cancelled", "Your order {{number}} was cancelled. Money that was held is free again."),
        new(OrderCancelled, "fr", "Votre commande {{number}} est annulée", "Votre commande {{number}} a été annulée. Le montant réservé est libéré."),
        new(OrderShipped, "en", "Your order {{number}} is on its way", "Your order {{number}} left with {{carrier}}, tracking number {{tracking}}.\nExpected arrival: {{eta}}."),
        new(OrderShipped, "fr", "Votre commande {{number}} est en route", "Votre commande {{number}} est partie avec {{carrier}}, numéro de suivi {{tracking}}.\nArrivée prévue : {{eta}}."),
        new(OrderDelivered, "en", "Your order {{number}} has arrived", "Your order {{number}} was delivered on {{date}}."),
        new(OrderDelivered, "fr", "Votre commande {{number}} est arrivée", "Votre commande {{number}} a été livrée le {{date}}."),
    ];

    internal static NotificationTemplate Find(IEnumerable<NotificationTemplate> templates, string name, string language)
    {
        var known = templates.Where(template => template.Name == name).ToList();
        return Of(language) ?? Of(language.Split('-')[0]) ?? Of(NotificationTemplate.FallbackLanguage)!;

        NotificationTemplate? Of(string wanted) => known.LastOrDefault(template => template.Language.Equals(wanted, StringComparison.OrdinalIgnoreCase));
    }
}
