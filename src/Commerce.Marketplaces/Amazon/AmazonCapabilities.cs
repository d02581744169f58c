namespace Commerce.Marketplaces.Amazon;

/// <summary>What Amazon's API can do, and why not. The same for every account.</summary>
internal static class AmazonCapabilities
{
    internal static MarketplaceCapabilities All { get; } = new()
    {
        Features = new Dictionary<MarketplaceFeature, Support>
        {
            [MarketplaceFeature.OrderAcceptance] = Support.No("Amazon has no acceptance of orders: one that is UNSHIPPED is paid and waits for shipping."),
            [MarketplaceFeature.PartialAcceptance] = Support.No("Amazon has no acceptance of orders: one that is UNSHIPPED is paid and waits for shipping."),
            [MarketplaceFeature.SeveralParcels] = Support.Yes,
            [MarketplaceFeature.OrderCancellation] = Support.When("Whole lines before they are shipped, through a feed that takes minutes to hours."),
            [MarketplaceFeature.Refunds] = Support.When("Lines after they are shipped, through a feed that takes minutes to hours."),
            [MarketplaceFeature.OfferReading] = Support.Yes,
            [MarketplaceFeature.OfferWriting] = Support.When("Offers on products that Amazon's catalogue has."),
            [MarketplaceFeature.OfferPreview] = Support.Yes,
            [MarketplaceFeature.ChannelPriceRemoval] = Support.No("A store's price at Amazon is not taken away by itself: end the offer in that store."),
            [MarketplaceFeature.MessageSending] = Support.When("About an order, under one of the topics that Amazon allows for it."),
            [MarketplaceFeature.Messages] = Support.No("Amazon's API has no inbox: buyers' answers come by e-mail and in Seller Central."),
            [MarketplaceFeature.MessageAttachments] = Support.No("Amazon's API has no inbox: buyers' files come by e-mail and in Seller Central."),
            [MarketplaceFeature.ThreadUpdates] = Support.No("Amazon's API has no conversations that could be closed or marked as read."),
            [MarketplaceFeature.Returns] = Support.When("Returns of external-fulfilment (SmartConnect) locations are listed; all others come in reports, and Seller Central decides."),
            [MarketplaceFeature.CancellationRequests] = Support.When("A request is accepted by a cancellation; shipping the order is the only way to refuse it."),
            [MarketplaceFeature.OrderDocuments] = Support.When("Invoices, sent to the buyer with a message, where Amazon allows that for the order."),
            [MarketplaceFeature.CarrierList] = Support.No("Amazon publishes no list of its carrier codes; the README names the usual ones."),
            [MarketplaceFeature.Notifications] = Support.No("Amazon calls no web address: it writes to a queue (SQS or EventBridge) of the seller's, see notification reading."),
            [MarketplaceFeature.NotificationReading] = Support.Yes,
            [MarketplaceFeature.NotificationSubscriptions] = Support.Yes,
        },
        ListsByChange = true,
        OrderPollInterval = TimeSpan.FromMinutes(5),
        HasAsynchronousImports = true,
        Recovery = new Dictionary<string, LostAnswerRecovery>
        {
            ["ship-order"] = LostAnswerRecovery.RepeatIsSafe,
            ["update-pickup"] = LostAnswerRecovery.RepeatIsSafe,
            ["patch-listing"] = LostAnswerRecovery.RepeatIsSafe,
            ["put-listing"] = LostAnswerRecovery.RepeatIsSafe,
            ["delete-listing"] = LostAnswerRecovery.RepeatIsSafe,
            ["create-feed"] = LostAnswerRecovery.RepeatIsSafe,
            ["cancel-order"] = LostAnswerRecovery.RepeatIsSafe,

            // A feed has no key: feeds of the kind and the minute are listed, but do not tell what is in them.
            ["refund-order"] = LostAnswerRecovery.None,
            ["send-message"] = LostAnswerRecovery.None,
            ["request-review"] = LostAnswerRecovery.RepeatIsSafe,
            ["create-report"] = LostAnswerRecovery.RepeatIsSafe,
            ["create-subscription"] = LostAnswerRecovery.RepeatIsSafe,
            ["delete-subscription"] = LostAnswerRecovery.RepeatIsSafe,
            ["create-queue"] = LostAnswerRecovery.LookUpByReference,
            ["rotate-secret"] = LostAnswerRecovery.None,
        },
    };
}
