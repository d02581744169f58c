namespace Commerce.Marketplaces.Refurbed;

/// <summary>What a seller at Refurbed can do by the API, and how a lost answer is recovered.</summary>
internal static class RefurbedCapabilities
{
    private const string NoPush = "Refurbed pushes nothing to sellers: poll.";

    internal static MarketplaceCapabilities All { get; } = new()
    {
        Features = new Dictionary<MarketplaceFeature, Support>
        {
            [MarketplaceFeature.OrderAcceptance] = Support.Yes,
            [MarketplaceFeature.PartialAcceptance] = Support.Yes,
            [MarketplaceFeature.SeveralParcels] = Support.Yes,
            [MarketplaceFeature.CarrierList] = Support.Yes,
            [MarketplaceFeature.OrderCancellation] = Support.When("For the seller's reasons an accepted item is cancelled only once CancelAcceptedForSeller is decided."),
            [MarketplaceFeature.Refunds] = Support.When("Items are paid back one by one, or the whole order; Refurbed may ask for a ticket first."),
            [MarketplaceFeature.OfferReading] = Support.When("Offers that have no SKU cannot be named and are left out."),
            [MarketplaceFeature.OfferWriting] = Support.When("New offers need a taxation and a shipping profile, by the options or by the draft."),
            [MarketplaceFeature.OfferPreview] = Support.Yes,
            [MarketplaceFeature.ChannelPriceRemoval] = Support.Yes,
            [MarketplaceFeature.OrderDocuments] = Support.When("Invoices of any order that can be invoiced, and commercial invoices of orders that leave the EU."),
            [MarketplaceFeature.Messages] = Support.Yes,
            [MarketplaceFeature.MessageSending] = Support.Yes,
            [MarketplaceFeature.ThreadUpdates] = Support.When("Tickets are solved and reopened; there is no mark for what was read."),
            [MarketplaceFeature.Returns] = Support.When("Refurbed accepts returns by itself: the seller confirms what came in."),
            [MarketplaceFeature.MessageAttachments] = Support.No("Refurbed gives public addresses of files in the message itself: fetch them without the seller's token."),
            [MarketplaceFeature.CancellationRequests] = Support.No("Refurbed has no requests of buyers to cancel: they write a ticket."),
            [MarketplaceFeature.Notifications] = Support.No(NoPush),
            [MarketplaceFeature.NotificationReading] = Support.No(NoPush),
            [MarketplaceFeature.NotificationSubscriptions] = Support.No(NoPush),
        },
        ListsByChange = false,
        OrderPollInterval = TimeSpan.FromMinutes(5),
        HasAsynchronousImports = false,
        Recovery = new Dictionary<string, LostAnswerRecovery>
        {
            ["update-item-states"] = LostAnswerRecovery.RepeatIsSafe,
            ["update-items"] = LostAnswerRecovery.RepeatIsSafe,
            ["refund-item"] = LostAnswerRecovery.None,
            ["refund-item-to"] = LostAnswerRecovery.RepeatIsSafe,
            ["refund-order"] = LostAnswerRecovery.RepeatIsSafe,
            ["set-invoice"] = LostAnswerRecovery.RepeatIsSafe,
            ["upload-commercial-invoice"] = LostAnswerRecovery.RepeatIsSafe,
            ["update-offers"] = LostAnswerRecovery.RepeatIsSafe,
            ["create-offers"] = LostAnswerRecovery.RepeatIsSafe,
            ["delete-offers"] = LostAnswerRecovery.RepeatIsSafe,
            ["update-market-offers"] = LostAnswerRecovery.RepeatIsSafe,
            ["create-market-offers"] = LostAnswerRecovery.RepeatIsSafe,
            ["delete-market-offers"] = LostAnswerRecovery.RepeatIsSafe,
            ["send-message"] = LostAnswerRecovery.None,
            ["create-ticket"] = LostAnswerRecovery.None,
            ["update-ticket"] = LostAnswerRecovery.RepeatIsSafe,
            ["send-return-label"] = LostAnswerRecovery.None,
        },
    };
}
