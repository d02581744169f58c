using System.Text.Json.Serialization;

namespace Commerce.Marketplaces.BackMarket.Wire;

// Money comes as text and, from some places, as a number; ids do too.
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(BackMarketTimeConverter)])]
[JsonSerializable(typeof(BackMarketPage<BackMarketOrder>), TypeInfoPropertyName = "Orders")]
[JsonSerializable(typeof(BackMarketOrder))]
[JsonSerializable(typeof(BackMarketOrderUpdate))]
[JsonSerializable(typeof(BackMarketRefund))]
[JsonSerializable(typeof(BackMarketNumbers))]
[JsonSerializable(typeof(BackMarketPage<BackMarketListing>), TypeInfoPropertyName = "Listings")]
[JsonSerializable(typeof(BackMarketListing))]
[JsonSerializable(typeof(BackMarketListingUpdate))]
[JsonSerializable(typeof(BackMarketCatalog))]
[JsonSerializable(typeof(BackMarketTaskStarted))]
[JsonSerializable(typeof(BackMarketTask))]
[JsonSerializable(typeof(BackMarketPage<BackMarketFolder>), TypeInfoPropertyName = "Folders")]
[JsonSerializable(typeof(BackMarketFolderDetails))]
[JsonSerializable(typeof(BackMarketSentMessage))]
[JsonSerializable(typeof(BackMarketTransfer))]
[JsonSerializable(typeof(BackMarketPage<BackMarketReturn>), TypeInfoPropertyName = "Returns")]
[JsonSerializable(typeof(BackMarketPage<BackMarketShipment>), TypeInfoPropertyName = "Shipments")]
[JsonSerializable(typeof(IReadOnlyList<BackMarketRival>), TypeInfoPropertyName = "Rivals")]
internal sealed partial class BackMarketJson : JsonSerializerContext;
