namespace Commerce.Marketplaces.BackMarket;

/// <summary>What Back Market can do, and why not. Source: Back Market seller API 0.1.1.</summary>
internal static class BackMarketCapabilities
{
    private const string NoPush = "Back Market pushes nothing: poll, and read open orders again every few hours, because some changes do not touch their time of change.";

    internal static readonly MarketplaceCapabilities All = new()
    {
        Features = new Dictionary<MarketplaceFeature, Support>
        {
            [MarketplaceFeature.OrderAcceptance] = Support.When("The time within which an order must be accepted is not published: accept at once, AcceptBy is not told."),
            [MarketplaceFeature.PartialAcceptance] = Support.When("Lines with the same SKU are decided together."),
            [MarketplaceFeature.OrderCancellation] = Support.When("Lines are cancelled whole, those with the same SKU together; what is accepted already is paid back before shipping."),
            [MarketplaceFeature.Refunds] = Support.When("Before shipping a line is paid back whole; a part of it goes back after shipping only."),
            [MarketplaceFeature.SeveralParcels] = Support.No("Back Market ships an order whole, in one parcel with one tracking number."),
            [MarketplaceFeature.OfferReading] = Support.Yes,
            [MarketplaceFeature.OfferWriting] = Support.When("ConditionColumn and UnnamedItem must be set: the columns and the reports of new listings are not public."),
            [MarketplaceFeature.OfferPreview] = Support.Yes,
            [MarketplaceFeature.MessageSending] = Support.When("Only the buyer opens a conversation; the seller answers in it."),
            [MarketplaceFeature.Messages] = Support.Yes,
            [MarketplaceFeature.MessageAttachments] = Support.No("Files of messages are on another host, whose address stands in AttachmentIds: fetch them there without the account's token."),
            [MarketplaceFeature.ThreadUpdates] = Support.No("The API does not close conversations and does not mark them as read; a message opens a closed one again."),
            [MarketplaceFeature.Returns] = Support.When("Only returns with a BackShip label are listed, and they are not decided by the API: refund, or send the item back in its care folder."),
            [MarketplaceFeature.OrderDocuments] = Support.When("The invoice of an order, nothing else."),
            [MarketplaceFeature.CarrierList] = Support.When("The list is the one of the contract 0.1.1; the API has no call for it."),
            [MarketplaceFeature.CancellationRequests] = Support.No("Back Market has no requests of buyers to cancel: they write in a care folder."),
            [MarketplaceFeature.ChannelPriceRemoval] = Support.No("A listing has a price of its own in each market; to take it off sale, set its quantity to 0."),
            [MarketplaceFeature.Notifications] = Support.No(NoPush),
            [MarketplaceFeature.NotificationReading] = Support.No(NoPush),
            [MarketplaceFeature.NotificationSubscriptions] = Support.No(NoPush),
        },
        ListsByChange = true,
        OrderPollInterval = TimeSpan.FromMinutes(5),
        HasAsynchronousImports = true,
        Recovery = new Dictionary<string, LostAnswerRecovery>
        {
            ["accept-order"] = LostAnswerRecovery.RepeatIsSafe,
            ["cancel-order"] = LostAnswerRecovery.RepeatIsSafe,
            ["ship-order"] = LostAnswerRecovery.RepeatIsSafe,
            ["set-identifiers"] = LostAnswerRecovery.None,
            ["refund-line"] = LostAnswerRecovery.LookUpByReference,
            ["refund-amount"] = LostAnswerRecovery.None,
            ["upload-invoice"] = LostAnswerRecovery.RepeatIsSafe,
            ["update-listing"] = LostAnswerRecovery.RepeatIsSafe,
            ["import-listings"] = LostAnswerRecovery.RepeatIsSafe,
            ["send-message"] = LostAnswerRecovery.LookUpByReference,
            ["declare-problem"] = LostAnswerRecovery.LookUpByReference,
            ["transfer-item"] = LostAnswerRecovery.RepeatIsSafe,
        },
    };
}
