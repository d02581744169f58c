using Commerce.Http;
using System.Text.Json.Serialization;

namespace Commerce.Marketplaces.Refurbed.Wire;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(TextOrNumberConverter)])]
[JsonSerializable(typeof(RefurbedEmpty))]
[JsonSerializable(typeof(RefurbedId))]
[JsonSerializable(typeof(RefurbedOrderKey))]
[JsonSerializable(typeof(RefurbedStatus))]
[JsonSerializable(typeof(RefurbedResults))]
[JsonSerializable(typeof(RefurbedOrdersRequest))]
[JsonSerializable(typeof(RefurbedOrders))]
[JsonSerializable(typeof(RefurbedOrderAnswer))]
[JsonSerializable(typeof(RefurbedItemAnswer))]
[JsonSerializable(typeof(RefurbedStateUpdates))]
[JsonSerializable(typeof(RefurbedItemUpdates))]
[JsonSerializable(typeof(RefurbedRefundRequest))]
[JsonSerializable(typeof(RefurbedRefundAnswer))]
[JsonSerializable(typeof(List<RefurbedFilePart>))]
[JsonSerializable(typeof(RefurbedFileAnswer))]
[JsonSerializable(typeof(RefurbedCarriers))]
[JsonSerializable(typeof(RefurbedMarketsRequest))]
[JsonSerializable(typeof(RefurbedMarkets))]
[JsonSerializable(typeof(RefurbedReturnsRequest))]
[JsonSerializable(typeof(RefurbedReturns))]
[JsonSerializable(typeof(RefurbedOffersRequest))]
[JsonSerializable(typeof(RefurbedOffers))]
[JsonSerializable(typeof(RefurbedMarketOffersRequest))]
[JsonSerializable(typeof(RefurbedMarketOffers))]
[JsonSerializable(typeof(RefurbedOfferUpdates))]
[JsonSerializable(typeof(RefurbedOfferCreates))]
[JsonSerializable(typeof(RefurbedOfferDeletes))]
[JsonSerializable(typeof(RefurbedMarketOfferUpdates))]
[JsonSerializable(typeof(RefurbedMarketOfferCreates))]
[JsonSerializable(typeof(RefurbedMarketOfferDeletes))]
[JsonSerializable(typeof(RefurbedTicketsRequest))]
[JsonSerializable(typeof(RefurbedTickets))]
[JsonSerializable(typeof(RefurbedTicketKey))]
[JsonSerializable(typeof(RefurbedTicketAnswer))]
[JsonSerializable(typeof(RefurbedTicketUpdate))]
[JsonSerializable(typeof(RefurbedTicketCreate))]
internal sealed partial class RefurbedJson : JsonSerializerContext;
