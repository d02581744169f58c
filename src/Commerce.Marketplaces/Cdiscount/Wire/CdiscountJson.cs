using Commerce.Http;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Commerce.Marketplaces.Cdiscount.Wire;

internal sealed record CdiscountToken(
    [property: JsonPropertyName("access_token")] string? AccessToken, [property: JsonPropertyName("expires_in")] long? ExpiresIn);

/// <summary>Problem details, the gateway's message and the token host's error in one.</summary>
internal sealed record CdiscountProblem
{
    public string? Title { get; init; }

    public string? Detail { get; init; }

    public string? Message { get; init; }

    public string? Error { get; init; }

    [JsonPropertyName("error_description")]
    public string? ErrorDescription { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>?>? Errors { get; init; }
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(TextOrNumberConverter)])]
[JsonSerializable(typeof(CdiscountToken))]
[JsonSerializable(typeof(CdiscountProblem))]
[JsonSerializable(typeof(CdiscountOrders))]
[JsonSerializable(typeof(CdiscountOrder))]
[JsonSerializable(typeof(CdiscountCount))]
[JsonSerializable(typeof(CdiscountApproval))]
[JsonSerializable(typeof(IReadOnlyList<CdiscountParcel>))]
[JsonSerializable(typeof(IReadOnlyList<CdiscountCarrier>))]
[JsonSerializable(typeof(CdiscountReasons))]
[JsonSerializable(typeof(CdiscountCancellation))]
[JsonSerializable(typeof(CdiscountPartialCancellation))]
[JsonSerializable(typeof(CdiscountCancellations))]
[JsonSerializable(typeof(CdiscountAllowable))]
[JsonSerializable(typeof(CdiscountGestures))]
[JsonSerializable(typeof(CdiscountGesture))]
[JsonSerializable(typeof(CdiscountCancellationState))]
[JsonSerializable(typeof(CdiscountGestureRequest))]
[JsonSerializable(typeof(CdiscountOffers))]
[JsonSerializable(typeof(CdiscountPackageType))]
[JsonSerializable(typeof(CdiscountPackageState))]
[JsonSerializable(typeof(CdiscountPackage))]
[JsonSerializable(typeof(IReadOnlyList<CdiscountOfferRequest>))]
[JsonSerializable(typeof(CdiscountResults))]
[JsonSerializable(typeof(CdiscountModes))]
[JsonSerializable(typeof(CdiscountDiscussions))]
[JsonSerializable(typeof(CdiscountDiscussion))]
[JsonSerializable(typeof(CdiscountAnswer))]
[JsonSerializable(typeof(CdiscountNewDiscussion))]
[JsonSerializable(typeof(CdiscountSent))]
[JsonSerializable(typeof(IReadOnlyList<CdiscountPatch>))]
internal sealed partial class CdiscountJson : JsonSerializerContext;
