namespace Commerce.Marketplaces.Ebay;

/// <summary>What an account at eBay can do. Source: eBay's REST and Post-Order APIs, as the README lists them.</summary>
internal static class EbayCapabilities
{
    internal static MarketplaceCapabilities Of(EbayMarketplaceOptions options)
    {
        var signed = options.SigningKeyJwe is { Length: > 0 }
            ? Support.Yes
            : Support.When("Sellers of the EU and the UK need a signing key: without SigningKeyJwe and SigningPrivateKey eBay refuses what pays money back.");
        return new MarketplaceCapabilities
        {
            Features = new Dictionary<MarketplaceFeature, Support>
            {
                [MarketplaceFeature.OrderAcceptance] = Support.No("An order at eBay that is paid is binding: there is no step in which the seller accepts it."),
                [MarketplaceFeature.PartialAcceptance] = Support.No("An order at eBay that is paid is binding: there is no step in which the seller accepts it."),
                [MarketplaceFeature.OrderCancellation] = signed,
                [MarketplaceFeature.Refunds] = signed,
                [MarketplaceFeature.SeveralParcels] = Support.Yes,
                [MarketplaceFeature.OfferReading] = Support.When("Listings made outside the Inventory API are not seen."),
                [MarketplaceFeature.OfferWriting] = Support.When("A new offer needs a location and three policies: from the options or the draft's vendor fields."),
                [MarketplaceFeature.OfferPreview] = Support.Yes,
                [MarketplaceFeature.ChannelPriceRemoval] = Support.No("Each offer at eBay belongs to one site and has one price: there is no general price behind it."),
                [MarketplaceFeature.MessageSending] = Support.Yes,
                [MarketplaceFeature.Messages] = Support.Yes,
                [MarketplaceFeature.ThreadUpdates] = Support.Yes,
                [MarketplaceFeature.MessageAttachments] = Support.No("The files of messages lie at an address of their own, which is the attachment's id: fetch it from there."),
                [MarketplaceFeature.Returns] = signed,
                [MarketplaceFeature.CancellationRequests] = signed,
                [MarketplaceFeature.CarrierList] = Support.No("eBay's list of carriers differs by site and is in the old Trading API only: names that eBay does not know are taken as they are."),
                [MarketplaceFeature.OrderDocuments] = Support.No("eBay takes no papers of orders from sellers."),
                [MarketplaceFeature.Notifications] = Support.When("eBay calls an https endpoint that answers its challenge; which topics are open to the app eBay decides."),
                [MarketplaceFeature.NotificationSubscriptions] = Support.When("NotificationEndpoint and VerificationToken must be set to register a destination, AlertEmail before the first subscription."),
                [MarketplaceFeature.NotificationReading] = Support.No("eBay pushes to https endpoints only: there is no queue to read."),
            },
            ListsByChange = true,
            OrderPollInterval = TimeSpan.FromMinutes(5),
            HasAsynchronousImports = false,
            Recovery = new Dictionary<string, LostAnswerRecovery>
            {
                ["ship-order"] = LostAnswerRecovery.RepeatIsSafe,
                ["refund-order"] = LostAnswerRecovery.LookUpByReference,
                ["refund-return"] = LostAnswerRecovery.LookUpByReference,
                ["cancel-order"] = LostAnswerRecovery.RepeatIsSafe,
                ["answer-cancellation"] = LostAnswerRecovery.RepeatIsSafe,
                ["decide-return"] = LostAnswerRecovery.LookUpByReference,
                ["send-message"] = LostAnswerRecovery.LookUpByReference,
                ["update-price-quantity"] = LostAnswerRecovery.RepeatIsSafe,
                ["put-item"] = LostAnswerRecovery.RepeatIsSafe,
                ["create-offer"] = LostAnswerRecovery.RepeatIsSafe,
                ["update-offer"] = LostAnswerRecovery.RepeatIsSafe,
                ["publish-offer"] = LostAnswerRecovery.RepeatIsSafe,
                ["withdraw-offer"] = LostAnswerRecovery.RepeatIsSafe,
                ["update-conversation"] = LostAnswerRecovery.RepeatIsSafe,
                ["put-config"] = LostAnswerRecovery.RepeatIsSafe,
                ["create-destination"] = LostAnswerRecovery.RepeatIsSafe,
                ["create-subscription"] = LostAnswerRecovery.RepeatIsSafe,
                ["enable-subscription"] = LostAnswerRecovery.RepeatIsSafe,
                ["delete-subscription"] = LostAnswerRecovery.RepeatIsSafe,
                ["test-subscription"] = LostAnswerRecovery.RepeatIsSafe,
                ["provide-shipment"] = LostAnswerRecovery.RepeatIsSafe,
                ["refund-resolution"] = LostAnswerRecovery.LookUpByReference,
                ["answer-dispute"] = LostAnswerRecovery.LookUpByReference,

                // The messages of an inquiry and the reports are not listed.
                ["write-to-inquiry"] = LostAnswerRecovery.None,
                ["request-report"] = LostAnswerRecovery.None,
                ["create-signing-key"] = LostAnswerRecovery.None,
            },
        };
    }
}
