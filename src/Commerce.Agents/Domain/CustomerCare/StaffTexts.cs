namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>What the staff is told.</summary>
internal static class StaffTexts
{
    internal static readonly NotificationTemplate[] All =
    [
        new(NotificationTemplates.LowStock, "en", "Low stock: {{sku}}", "{{available}} units of {{sku}} are left in {{warehouse}}. Suggested order: {{suggested}}."),
        new(NotificationTemplates.LowStock, "fr", "Stock bas : {{sku}}", "Il reste {{available}} unités de {{sku}} dans {{warehouse}}. Commande suggérée : {{suggested}}."),
        new(NotificationTemplates.StockOut, "en", "Out of stock: {{sku}}", "{{available}} units of {{sku}} are left in {{warehouse}}: it cannot be sold. Suggested order: {{suggested}}."),
        new(NotificationTemplates.StockOut, "fr", "Rupture de stock : {{sku}}", "Il reste {{available}} unités de {{sku}} dans {{warehouse}} : plus rien à vendre. Commande suggérée : {{suggested}}."),
        new(NotificationTemplates.Overstock, "en", "Too much stock: {{sku}}", "There are {{available}} units of {{sku}} in {{warehouse}}: more than there should be."),
        new(NotificationTemplates.Overstock, "fr", "Surstock : {{sku}}", "Il y a {{available}} unités de {{sku}} dans {{warehouse}} : plus que prévu."),
        new(NotificationTemplates.ExpiringSoon, "en", "Units of {{sku}} expire", "{{quantity}} units of {{sku}} in {{warehouse}} expire, the first of them on {{date}}."),
        new(NotificationTemplates.ExpiringSoon, "fr", "Des unités de {{sku}} expirent", "{{quantity}} unités de {{sku}} dans {{warehouse}} expirent, les premières le {{date}}."),
        new(NotificationTemplates.AlertRaised, "en", "{{severity}}: {{rule}}", "The rule {{rule}} has raised an alert ({{severity}}) about {{subject}}."),
        new(NotificationTemplates.AlertRaised, "fr", "{{severity}} : {{rule}}", "La règle {{rule}} a levé une alerte ({{severity}}) pour {{subject}}."),
        new(NotificationTemplates.PayoutPaid, "en", "Payout of {{merchant}} arrived", "The payout of {{amount}} to {{merchant}} for {{period}} has arrived."),
        new(NotificationTemplates.PayoutPaid, "fr", "Versement à {{merchant}} arrivé", "Le versement de {{amount}} à {{merchant}} pour le {{period}} est arrivé."),
        new(NotificationTemplates.PayoutFailed, "en", "Payout of {{merchant}} failed", "The payout of {{amount}} to {{merchant}} for {{period}} has failed: {{reason}}. It goes into the next run."),
        new(NotificationTemplates.PayoutFailed, "fr", "Versement à {{merchant}} échoué", "Le versement de {{amount}} à {{merchant}} pour le {{period}} a échoué : {{reason}}. Il sera repris au prochain passage."),
        new(NotificationTemplates.RefundFailed, "en", "A refund needs you", "The refund of {{amount}} for the order {{order}} has failed: {{reason}}"),
        new(NotificationTemplates.RefundFailed, "fr", "Un remboursement demande votre aide", "Le remboursement de {{amount}} pour la commande {{order}} a échoué : {{reason}}"),
        new(NotificationTemplates.OrderWaits, "en", "{{number}} waits for you", "The order {{number}} is on hold: {{reason}}. It goes on when a person has decided."),
        new(NotificationTemplates.OrderWaits, "fr", "{{number}} attend votre décision", "La commande {{number}} est bloquée : {{reason}}. Elle reprendra quand une personne aura décidé."),
        new(NotificationTemplates.CancellationWaits, "en", "A cancellation waits for you", "The order {{order}} is to be cancelled ({{reason}}): decide by {{due}} UTC."),
        new(NotificationTemplates.CancellationWaits, "fr", "Une annulation attend votre décision", "L'annulation de la commande {{order}} est demandée ({{reason}}) : décidez avant le {{due}} UTC."),
        new(NotificationTemplates.CancellationOverdue, "en", "A cancellation is overdue", "Nobody has decided in time about the cancellation of the order {{order}}."),
        new(NotificationTemplates.CancellationOverdue, "fr", "Une annulation est en retard", "Personne n'a décidé à temps de l'annulation de la commande {{order}}."),
        new(NotificationTemplates.RefundWaits, "en", "A refund of {{amount}} waits for you", "A second person must agree to the refund of {{amount}} for the order {{order}}: {{reason}}."),
        new(NotificationTemplates.RefundWaits, "fr", "Un remboursement de {{amount}} attend votre décision", "Une seconde personne doit accepter le remboursement de {{amount}} pour la commande {{order}} : {{reason}}."),
        new(NotificationTemplates.TariffImported, "en", "Prices of {{carrier}} are active", "The price list of {{account}} ({{carrier}}) with {{rows}} prices is active."),
        new(NotificationTemplates.TariffImported, "fr", "Les tarifs de {{carrier}} sont actifs", "La grille tarifaire de {{account}} ({{carrier}}) avec {{rows}} prix est active."),
        new(NotificationTemplates.TariffRejected, "en", "Prices of {{carrier}} were refused", "The price list of {{account}} ({{carrier}}) cannot become active:\n\n{{errors}}"),
        new(NotificationTemplates.TariffRejected, "fr", "Les tarifs de {{carrier}} sont refusés", "La grille tarifaire de {{account}} ({{carrier}}) ne peut pas être activée :\n\n{{errors}}"),
        new(NotificationTemplates.ProductApproval, "en", "{{sku}} waits for you", "The product {{sku}} waits for a decision: {{kind}}."),
        new(NotificationTemplates.ProductApproval, "fr", "{{sku}} attend votre décision", "Le produit {{sku}} attend une décision : {{kind}}."),
    ];
}
