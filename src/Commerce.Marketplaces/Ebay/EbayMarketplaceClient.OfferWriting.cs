using System.Text.Json.Nodes;
using Commerce.Http;
using Commerce.Marketplaces.Ebay.Wire;

namespace Commerce.Marketplaces.Ebay;

internal sealed partial class EbayMarketplaceClient
{
    private static readonly VendorOperation FindItem = new("find-item");
    private static readonly VendorOperation PutItem = new("put-item") { IsSafeToRepeat = true };
    private static readonly VendorOperation CreateOffer = new("create-offer");
    private static readonly VendorOperation UpdateOffer = new("update-offer") { IsSafeToRepeat = true };
    private static readonly VendorOperation PublishOffer = new("publish-offer");
    private static readonly VendorOperation WithdrawOffer = new("withdraw-offer");

    private static readonly string[] DraftFields =
        ["title", "description", "imageUrl", "categoryId", "listingDescription", "merchantLocationKey", "fulfillmentPolicyId", "paymentPolicyId", "returnPolicyId"];

    public async Task<OfferBatch> PutOffersAsync(IReadOnlyList<OfferDraft> offers, CancellationToken cancellationToken = default)
    {
        OfferBatch.Check(offers, static offer => offer.Key);
        var batch = new EbayBatch<OfferKey>();
        foreach (var offer in offers)
        {
            await batch.AddAsync(offer.Key, () => PutAsync(offer, cancellationToken)).ConfigureAwait(false);
        }

        return Completed([.. offers.Select(static offer => offer.Key)], batch);
    }

    public async Task<OfferBatch> EndOffersAsync(IReadOnlyList<OfferKey> offers, CancellationToken cancellationToken = default)
    {
        OfferBatch.Check(offers, static offer => offer);
        var batch = new EbayBatch<OfferKey>();
        foreach (var offer in offers)
        {
            await batch.AddAsync(offer, () => EndAsync(offer, cancellationToken)).ConfigureAwait(false);
        }

        return Completed(offers, batch);
    }

    private static OfferBatch Completed(IReadOnlyList<OfferKey> keys, EbayBatch<OfferKey> batch) =>
        new() { Kind = OfferBatchKind.Offer, State = OfferBatchState.Completed, Keys = keys, Items = batch.Outcomes() };

    private static JsonObject Child(JsonObject parent, string name)
    {
        if (parent[name] is not JsonObject child)
        {
            parent[name] = child = [];
        }

        return child;
    }

    private static void Set(JsonObject target, string name, string? value)
    {
        if (value is not null)
        {
            target[name] = value;
        }
    }

    /// <summary>Puts the draft over what eBay has of the item: a put replaces everything, so what is not ours must go back as it came.</summary>
    private static JsonObject ItemOf(OfferDraft draft, JsonObject? known)
    {
        var item = (JsonObject?)known?.DeepClone() ?? [];
        foreach (var readOnly in (string[])["sku", "locale", "groupIds", "inventoryItemGroupKeys"])
        {
            item.Remove(readOnly);
        }

        Child(Child(item, "availability"), "shipToLocationAvailability")["quantity"] = draft.Quantity;
        item["condition"] = draft.Condition;
        var product = Child(item, "product");
        if (draft.ProductIdType == "EPID")
        {
            product["epid"] = draft.ProductId;
        }
        else
        {
            product[draft.ProductIdType.ToLowerInvariant()] = new JsonArray(JsonValue.Create(draft.ProductId));
        }

        Set(product, "title", draft.VendorFields.GetValueOrDefault("title"));
        Set(product, "description", draft.VendorFields.GetValueOrDefault("description"));
        if (draft.VendorFields.GetValueOrDefault("imageUrl") is { } image)
        {
            product["imageUrls"] = new JsonArray(JsonValue.Create(image));
        }

        return item;
    }

    private JsonObject OfferOf(OfferDraft draft, JsonObject? known)
    {
        var offer = (JsonObject?)known?.DeepClone() ?? [];
        if (known is null)
        {
            (offer["sku"], offer["marketplaceId"], offer["format"], offer["listingDuration"]) =
                (draft.Sku.Value, draft.Channel ?? options.MarketplaceId, "FIXED_PRICE", "GTC");
        }

        foreach (var readOnly in known is null ? [] : (string[])["offerId", "sku", "marketplaceId", "format", "status", "listing"])
        {
            offer.Remove(readOnly);
        }

        offer["availableQuantity"] = draft.Quantity;
        var price = EbayMapping.Money(draft.Price);
        Child(offer, "pricingSummary")["price"] = new JsonObject { ["value"] = price.Value, ["currency"] = price.Currency };
        Set(offer, "categoryId", draft.VendorFields.GetValueOrDefault("categoryId"));
        Set(offer, "listingDescription", draft.VendorFields.GetValueOrDefault("listingDescription"));
        Set(offer, "merchantLocationKey", Value("merchantLocationKey", options.MerchantLocationKey, offer));
        var policies = Child(offer, "listingPolicies");
        Set(policies, "fulfillmentPolicyId", Value("fulfillmentPolicyId", options.FulfillmentPolicyId, policies));
        Set(policies, "paymentPolicyId", Value("paymentPolicyId", options.PaymentPolicyId, policies));
        Set(policies, "returnPolicyId", Value("returnPolicyId", options.ReturnPolicyId, policies));
        return offer;

        // The draft says it, else the offer has it, else the account's default holds.
        string? Value(string field, string? fallback, JsonObject target) =>
            draft.VendorFields.GetValueOrDefault(field) ?? (target[field] is null ? fallback : null);
    }

    private static byte[] Bytes(JsonObject body)
    {
        using var buffer = new MemoryStream();
        using (var writer = new System.Text.Json.Utf8JsonWriter(buffer))
        {
            body.WriteTo(writer);
        }

        return buffer.ToArray();
    }

    private HttpRequestMessage Write(HttpMethod method, string address, JsonObject body)
    {
        var content = new ByteArrayContent(Bytes(body));
        content.Headers.ContentType = new("application/json");
        content.Headers.ContentLanguage.Add(options.Language);
        return new HttpRequestMessage(method, address) { Content = content }.With(EbayToken.User);
    }

    private static Refusal? Check(OfferDraft draft)
    {
        if (draft.VendorFields.Keys.Any(static field => !DraftFields.Contains(field)))
        {
            return NoVendorFields(DraftFields);
        }

        if (draft.Sku.Value.Length > MaxSku || draft.LeadTimeDays is not null || draft.Taxes.Count > 0 || draft.ProductIdType is not ("EAN" or "UPC" or "ISBN" or "EPID"))
        {
            return draft.Sku.Value.Length > MaxSku
                ? new Refusal(RefusalCode.Validation, $"The SKU {draft.Sku} has more than {MaxSku} characters: eBay takes no longer one.") { Field = nameof(draft.Sku) }
                : draft.ProductIdType is not ("EAN" or "UPC" or "ISBN" or "EPID")
                    ? new Refusal(RefusalCode.Validation, $"ProductIdType is {draft.ProductIdType}: eBay knows EAN, UPC, ISBN and EPID.") { Field = nameof(draft.ProductIdType) }
                    : new Refusal(RefusalCode.NotSupported, "eBay takes the lead time and taxes from its policies and the seller's settings: leave them out.") { Field = nameof(draft.LeadTimeDays) };
        }

        return null;
    }

    private static string ItemPath(OfferDraft draft) => $"{Inventory}inventory_item/{Uri.EscapeDataString(draft.Sku.Value)}";

    private async Task<JsonObject> DraftItemAsync(OfferDraft draft, CancellationToken cancellationToken)
    {
        var read = await SendAsync(() => Get(ItemPath(draft)), FindItem, cancellationToken).ConfigureAwait(false);
        if (!read.IsSuccess && !(read.Status == 404 || read.Error.Code is "25702" or "25710"))
        {
            throw read.Failure();
        }

        return ItemOf(draft, read.IsSuccess ? Object(read) : null);
    }

    private async Task<(JsonObject Body, EbayOffer? Known)> DraftOfferAsync(OfferDraft draft, CancellationToken cancellationToken)
    {
        var channel = draft.Channel ?? options.MarketplaceId;
        var pages = await ReadOffersAsync(draft.Sku, channel, cancellationToken).ConfigureAwait(false);
        var known = pages.SelectMany(static page => page.Offers.Select((offer, index) => (Offer: offer, Raw: page.Answer, Index: index)))
            .FirstOrDefault(found => found.Offer.MarketplaceId == channel);
        return (OfferOf(draft, known.Offer is null ? null : (JsonObject)Object(known.Raw)["offers"]![known.Index]!), known.Offer);
    }

    private async Task<Refusal?> PutAsync(OfferDraft draft, CancellationToken cancellationToken)
    {
        if (Check(draft) is { } refusal)
        {
            return refusal;
        }

        var item = await DraftItemAsync(draft, cancellationToken).ConfigureAwait(false);
        var put = await SendAsync(() => Write(HttpMethod.Put, ItemPath(draft), item), PutItem, cancellationToken).ConfigureAwait(false);
        if (!put.IsSuccess)
        {
            return EbayErrors.IsRefusal(put) ? EbayErrors.Refusal(put) : throw put.Failure();
        }

        return await PutOfferAsync(draft, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Refusal?> PutOfferAsync(OfferDraft draft, CancellationToken cancellationToken)
    {
        var (body, known) = await DraftOfferAsync(draft, cancellationToken).ConfigureAwait(false);
        var id = known?.OfferId;
        var answer = id is null
            ? await SendAsync(() => Write(HttpMethod.Post, Inventory + "offer", body), CreateOffer, cancellationToken).ConfigureAwait(false)
            : await SendAsync(() => Write(HttpMethod.Put, $"{Inventory}offer/{Uri.EscapeDataString(id)}", body), UpdateOffer, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return EbayErrors.IsRefusal(answer) ? EbayErrors.Refusal(answer) : throw answer.Failure();
        }

        if (known?.IsPublished == true)
        {
            return null;
        }

        id ??= answer.ReadJson(EbayJson.Default.EbayOfferKey).OfferId is { Length: > 0 } made ? made : throw answer.Malformed("offerId is missing");
        var published = await SendAsync(() => Post($"{Inventory}offer/{Uri.EscapeDataString(id)}/publish"), PublishOffer, cancellationToken).ConfigureAwait(false);
        if (!published.IsSuccess)
        {
            return EbayErrors.IsRefusal(published) ? EbayErrors.Refusal(published) : throw published.Failure();
        }

        return string.IsNullOrEmpty(published.ReadJson(EbayJson.Default.EbayListingKey).ListingId) ? throw published.Malformed("listingId is missing") : null;
    }

    private static JsonObject Object(VendorAnswer answer)
    {
        try
        {
            return JsonNode.Parse(answer.Body.Span) as JsonObject ?? throw answer.Malformed("the body is no object");
        }
        catch (System.Text.Json.JsonException exception)
        {
            throw answer.Malformed("the body is no JSON", exception);
        }
    }

    private async Task<Refusal?> EndAsync(OfferKey key, CancellationToken cancellationToken)
    {
        if (key.Warehouse is not null)
        {
            return new Refusal(RefusalCode.NotSupported, $"{key} names a warehouse: an offer at eBay is ended as a whole.") { Field = nameof(key.Warehouse) };
        }

        var offers = await OffersOfAsync(key.Sku, key.Channel, cancellationToken).ConfigureAwait(false);
        if (offers.Count == 0)
        {
            return NoOffer(key, offers);
        }

        foreach (var offer in offers.Where(static offer => offer.IsPublished && offer.OfferId is not null))
        {
            var answer = await SendAsync(
                () => Post($"{Inventory}offer/{Uri.EscapeDataString(offer.OfferId!)}/withdraw"), WithdrawOffer, cancellationToken).ConfigureAwait(false);
            if (!answer.IsSuccess && !IsNoOffer(answer))
            {
                return EbayErrors.IsRefusal(answer) ? EbayErrors.Refusal(answer) : throw answer.Failure();
            }
        }

        return null;
    }
}
