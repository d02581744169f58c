namespace Commerce.Marketplaces.Cdiscount;

/// <summary>What Octopia's seller API v2 can do, and why not.</summary>
internal static class CdiscountCapabilities
{
    private const string NothingPushed = "Octopia pushes nothing to sellers: poll orders every 5 to 15 minutes and discussions every 10 to 15.";

    internal static MarketplaceCapabilities All { get; } = new()
    {
        Features = new Dictionary<MarketplaceFeature, Support>
        {
            [MarketplaceFeature.OrderAcceptance] = Support.When("Only accounts with manual acceptance have orders that wait; the others never need it."),
            [MarketplaceFeature.PartialAcceptance] = Support.No("Octopia takes or refuses whole orders; cancel single lines afterwards."),
            [MarketplaceFeature.SeveralParcels] = Support.When("A line is shipped whole: Octopia knows no pieces of a line."),
            [MarketplaceFeature.OrderCancellation] = Support.When(
                "CancellationField must be set for whole orders; older documents say that Cdiscount itself takes cancellations through its first API only."),
            [MarketplaceFeature.Refunds] = Support.When("As commercial gestures of shipped orders, up to the amount that Octopia allows; never by line."),
            [MarketplaceFeature.OrderDocuments] = Support.When("Invoices as PDF only."),
            [MarketplaceFeature.OfferReading] = Support.Yes,
            [MarketplaceFeature.OfferWriting] = Support.When("TaxEncoding must be set: the sources about it contradict each other."),
            [MarketplaceFeature.OfferPreview] = Support.Yes,
            [MarketplaceFeature.ChannelPriceRemoval] = Support.No("An offer at Octopia belongs to one sales channel and has one price: end the offer or change its price."),
            [MarketplaceFeature.Messages] = Support.Yes,
            [MarketplaceFeature.MessageSending] = Support.When("MessageForm must be set for answers: the sources about it contradict each other."),
            [MarketplaceFeature.MessageAttachments] = Support.No("How a file of a message is downloaded is not published in a form that could be relied on: use the seller portal."),
            [MarketplaceFeature.ThreadUpdates] = Support.Yes,
            [MarketplaceFeature.CarrierList] = Support.Yes,
            [MarketplaceFeature.Returns] = Support.No(
                "Octopia's returns concern goods in its own warehouses; buyers of a seller's goods open a discussion, which ends as a gesture or a cancellation."),
            [MarketplaceFeature.CancellationRequests] = Support.No(
                "Octopia has no list of buyers' requests: an order and its lines say that the buyer asked to cancel; cancel it or ship it all the same."),
            [MarketplaceFeature.Notifications] = Support.No(NothingPushed),
            [MarketplaceFeature.NotificationReading] = Support.No(NothingPushed),
            [MarketplaceFeature.NotificationSubscriptions] = Support.No(NothingPushed),
        },
        ListsByChange = true,
        OrderPollInterval = TimeSpan.FromMinutes(10),
        HasAsynchronousImports = true,
        Recovery = new Dictionary<string, LostAnswerRecovery>
        {
            // Each of them looks at the order first and counts what is there as done.
            ["decide-order"] = LostAnswerRecovery.RepeatIsSafe,
            ["ship-order"] = LostAnswerRecovery.RepeatIsSafe,
            ["cancel-order"] = LostAnswerRecovery.RepeatIsSafe,
            ["cancel-lines"] = LostAnswerRecovery.RepeatIsSafe,
            ["create-gesture"] = LostAnswerRecovery.RepeatIsSafe,

            // Octopia never works on a package that was not made ready, and quantities and prices are absolute.
            ["create-offer-package"] = LostAnswerRecovery.RepeatIsSafe,
            ["add-offer-requests"] = LostAnswerRecovery.RepeatIsSafe,
            ["ready-offer-package"] = LostAnswerRecovery.RepeatIsSafe,
            ["send-message"] = LostAnswerRecovery.LookUpByReference,
            ["create-discussion"] = LostAnswerRecovery.LookUpByReference,
            ["update-discussion"] = LostAnswerRecovery.RepeatIsSafe,
            ["update-message"] = LostAnswerRecovery.RepeatIsSafe,
            ["upload-invoice"] = LostAnswerRecovery.None,
        },
    };
}
