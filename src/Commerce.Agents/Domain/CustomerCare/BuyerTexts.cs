namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>What buyers are told.</summary>
internal static class BuyerTexts
{
    internal static readonly NotificationTemplate[] All =
    [
        new(NotificationTemplates.OrderConfirmed, "en", "Your order {{number}}", "Thank you for your order {{number}}:\n\n{{lines}}\n\nWe write again when it leaves."),
        new(NotificationTemplates.OrderConfirmed, "fr", "Votre commande {{number}}", "Merci pour votre commande {{number}} :\n\n{{lines}}\n\nNous vous écrirons à son départ."),
        new(NotificationTemplates.PaymentFailed, "en", "The payment of {{number}} failed", "The payment of your order {{number}} was declined.\n\n{{advice}}"),
        new(NotificationTemplates.PaymentFailed, "fr", "Le paiement de {{number}} a échoué", "Le paiement de votre commande {{number}} a été refusé.\n\n{{advice}}"),
        new(NotificationTemplates.PaymentReceived, "en", "We have your payment of {{number}}", "We have received {{amount}} for your order {{number}}."),
        new(NotificationTemplates.PaymentReceived, "fr", "Nous avons reçu votre paiement pour {{number}}", "Nous avons reçu {{amount}} pour votre commande {{number}}."),
        new(NotificationTemplates.OrderModified, "en", "Your order {{number}} was changed", "Your order {{number}} is now:\n\n{{lines}}\n\nTotal: {{total}}."),
        new(NotificationTemplates.OrderModified, "fr", "Votre commande {{number}} a été modifiée", "Votre commande {{number}} comprend désormais :\n\n{{lines}}\n\nTotal : {{total}}."),
        new(NotificationTemplates.OrderCancelled, "en", "Your order {{number}} is cancelled", "Your order {{number}} was cancelled. Money that was held is free again."),
        new(NotificationTemplates.OrderCancelled, "fr", "Votre commande {{number}} est annulée", "Votre commande {{number}} a été annulée. Le montant réservé est libéré."),
        new(NotificationTemplates.CancellationRefused, "en", "Your order {{number}} could not be cancelled", "Your order {{number}} is too far on its way to be cancelled. You can send it back when it has arrived."),
        new(NotificationTemplates.CancellationRefused, "fr", "Votre commande {{number}} n'a pas pu être annulée", "Votre commande {{number}} est trop avancée pour être annulée. Vous pourrez la retourner à son arrivée."),
        new(NotificationTemplates.OrderPartiallyShipped, "en", "A part of your order {{number}} is on its way", "Part {{part}} of {{parts}} of your order {{number}} has left. We write again when all has."),
        new(NotificationTemplates.OrderPartiallyShipped, "fr", "Une partie de votre commande {{number}} est en route", "La partie {{part}} sur {{parts}} de votre commande {{number}} est partie. Nous vous écrirons quand tout sera parti."),
        new(NotificationTemplates.OrderShipped, "en", "Your order {{number}} is on its way", "Your order {{number}} left with {{carrier}}, tracking number {{tracking}}.\nExpected arrival: {{eta}}."),
        new(NotificationTemplates.OrderShipped, "fr", "Votre commande {{number}} est en route", "Votre commande {{number}} est partie avec {{carrier}}, numéro de suivi {{tracking}}.\nArrivée prévue : {{eta}}."),
        new(NotificationTemplates.OrderShipped, "en", "", "Order {{number}} left with {{carrier}}, {{tracking}}. Arrival: {{eta}}.") { Channel = NotificationChannels.Sms },
        new(NotificationTemplates.OrderShipped, "fr", "", "Commande {{number}} partie avec {{carrier}}, {{tracking}}. Arrivée : {{eta}}.") { Channel = NotificationChannels.Sms },
        new(NotificationTemplates.ShipmentDelayed, "en", "Your order {{number}} is late", "A parcel of your order {{number}} was promised for {{promised}} and is late. We now expect it on {{eta}}. We are sorry."),
        new(NotificationTemplates.ShipmentDelayed, "fr", "Votre commande {{number}} est en retard", "Un colis de votre commande {{number}} était prévu le {{promised}} et a du retard. Nous l'attendons maintenant le {{eta}}. Veuillez nous excuser."),
        new(NotificationTemplates.PartDelivered, "en", "A part of your order {{number}} has arrived", "Part {{part}} of {{parts}} of your order {{number}} was delivered."),
        new(NotificationTemplates.PartDelivered, "fr", "Une partie de votre commande {{number}} est arrivée", "La partie {{part}} sur {{parts}} de votre commande {{number}} a été livrée."),
        new(NotificationTemplates.OrderDelivered, "en", "Your order {{number}} has arrived", "Your order {{number}} was delivered on {{date}}."),
        new(NotificationTemplates.OrderDelivered, "fr", "Votre commande {{number}} est arrivée", "Votre commande {{number}} a été livrée le {{date}}."),
        new(NotificationTemplates.ReturnLabel, "en", "The label for your return of {{number}}", "The label for your return of order {{number}} is ready: {{carrier}}, tracking number {{tracking}}. Use it by {{until}}."),
        new(NotificationTemplates.ReturnLabel, "fr", "L'étiquette de retour pour {{number}}", "L'étiquette de retour de votre commande {{number}} est prête : {{carrier}}, numéro de suivi {{tracking}}. À utiliser avant le {{until}}."),
        new(NotificationTemplates.RefundCompleted, "en", "Your refund for {{number}}", "We have paid {{amount}} back for your order {{number}}. Your bank may need some days to show it."),
        new(NotificationTemplates.RefundCompleted, "fr", "Votre remboursement pour {{number}}", "Nous vous avons remboursé {{amount}} pour votre commande {{number}}. Votre banque peut mettre quelques jours à l'afficher."),
    ];
}
