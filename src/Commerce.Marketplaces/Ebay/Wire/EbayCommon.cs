using System.Text.Json;
using System.Text.Json.Serialization;
using Commerce.Http;

namespace Commerce.Marketplaces.Ebay.Wire;

internal sealed record EbayAccessToken(
    [property: JsonPropertyName("access_token")] string? Token, [property: JsonPropertyName("expires_in")] int? ExpiresIn);

internal sealed record EbayErrorBody
{
    public IReadOnlyList<EbayError>? Errors { get; init; }

    /// <summary>A word at the token endpoint, a list at Post-Order.</summary>
    public JsonElement? Error { get; init; }

    [JsonPropertyName("error_description")]
    public string? ErrorDescription { get; init; }

    public EbayErrorMessage? ErrorMessage { get; init; }
}

internal sealed record EbayErrorMessage(
    [property: JsonConverter(typeof(OneOrManyConverter<EbayError>))] IReadOnlyList<EbayError>? Error);

internal sealed record EbayError
{
    public string? ErrorId { get; init; }

    public string? Message { get; init; }

    public string? LongMessage { get; init; }

    public IReadOnlyList<EbayErrorParameter>? Parameters { get; init; }

    /// <summary>Post-Order's name of <see cref="Parameters"/>.</summary>
    public IReadOnlyList<EbayErrorParameter>? Parameter { get; init; }
}

internal sealed record EbayErrorParameter(string? Name, string? Value);

/// <summary>An amount as eBay tells it: a text with any number of decimals, or a number at Post-Order.</summary>
internal sealed record EbayAmount(decimal? Value, string? Currency);

/// <summary>An amount as eBay is told it.</summary>
internal sealed record EbayMoney(string Value, string Currency);

/// <summary>A time at Post-Order.</summary>
internal sealed record EbayDate(DateTimeOffset? Value);

/// <summary>A time that Post-Order is told.</summary>
internal sealed record EbayDateInput(string Value);

internal sealed record EbayText(string? Content);

internal sealed record EbayPagination(int? TotalEntries);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(TextOrNumberConverter)])]
[JsonSerializable(typeof(EbayAccessToken))]
[JsonSerializable(typeof(EbayErrorBody))]
[JsonSerializable(typeof(IReadOnlyList<EbayError>))]
[JsonSerializable(typeof(EbayOrders))]
[JsonSerializable(typeof(EbayOrder))]
[JsonSerializable(typeof(EbayFulfilments))]
[JsonSerializable(typeof(EbayFulfilmentInput))]
[JsonSerializable(typeof(EbayRefundInput))]
[JsonSerializable(typeof(EbayRefunded))]
[JsonSerializable(typeof(EbayCancellationInput))]
[JsonSerializable(typeof(EbayCancellationKey))]
[JsonSerializable(typeof(EbayCancellations))]
[JsonSerializable(typeof(EbayRejection))]
[JsonSerializable(typeof(EbayEligibilityInput))]
[JsonSerializable(typeof(EbayEligibilityAnswer))]
[JsonSerializable(typeof(EbayReturns))]
[JsonSerializable(typeof(EbayReturnDecision))]
[JsonSerializable(typeof(EbayComments))]
[JsonSerializable(typeof(EbayReturnRefund))]
[JsonSerializable(typeof(EbayRefundStatus))]
[JsonSerializable(typeof(EbayResolutions))]
[JsonSerializable(typeof(EbayShipmentInfo))]
[JsonSerializable(typeof(EbayMessageText))]
[JsonSerializable(typeof(EbayDisputes))]
[JsonSerializable(typeof(EbayDispute))]
[JsonSerializable(typeof(EbayDisputeAnswer))]
[JsonSerializable(typeof(EbayPriceQuantities))]
[JsonSerializable(typeof(EbayPriceQuantityAnswers))]
[JsonSerializable(typeof(EbayInventoryItems))]
[JsonSerializable(typeof(EbayOffers))]
[JsonSerializable(typeof(EbayOfferKey))]
[JsonSerializable(typeof(EbayListingKey))]
[JsonSerializable(typeof(EbayConversations))]
[JsonSerializable(typeof(EbayConversationMessages))]
[JsonSerializable(typeof(EbayMessageInput))]
[JsonSerializable(typeof(EbayMessage))]
[JsonSerializable(typeof(EbayConversationUpdate))]
[JsonSerializable(typeof(EbayUser))]
[JsonSerializable(typeof(EbaySubscriptions))]
[JsonSerializable(typeof(EbaySubscription))]
[JsonSerializable(typeof(EbaySubscriptionInput))]
[JsonSerializable(typeof(EbayDestinations))]
[JsonSerializable(typeof(EbayDestinationInput))]
[JsonSerializable(typeof(EbayTopic))]
[JsonSerializable(typeof(EbayConfig))]
[JsonSerializable(typeof(EbayPublicKey))]
[JsonSerializable(typeof(EbaySignatureHeader))]
[JsonSerializable(typeof(EbayPushed))]
[JsonSerializable(typeof(EbayChallengeAnswer))]
[JsonSerializable(typeof(EbaySigningKeyInput))]
[JsonSerializable(typeof(EbaySigningKeyAnswer))]
[JsonSerializable(typeof(EbayRateLimits))]
[JsonSerializable(typeof(EbayFeedInput))]
[JsonSerializable(typeof(EbayFeedTask))]
internal sealed partial class EbayJson : JsonSerializerContext;
