using System.Text.Json;
using System.Text.Json.Serialization;

namespace Commerce.Carriers.Ups.Wire;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(UpsToken))]
[JsonSerializable(typeof(UpsRateEnvelope))]
[JsonSerializable(typeof(UpsRateAnswer))]
[JsonSerializable(typeof(UpsShipEnvelope))]
[JsonSerializable(typeof(UpsShipAnswer))]
[JsonSerializable(typeof(UpsVoidAnswer))]
[JsonSerializable(typeof(UpsRecoveryEnvelope))]
[JsonSerializable(typeof(UpsRecoveryAnswer))]
[JsonSerializable(typeof(UpsPickupEnvelope))]
[JsonSerializable(typeof(UpsPickupAnswer))]
[JsonSerializable(typeof(UpsPickupCancelAnswer))]
[JsonSerializable(typeof(UpsAddressEnvelope))]
[JsonSerializable(typeof(UpsAddressAnswer))]
[JsonSerializable(typeof(UpsLocatorEnvelope))]
[JsonSerializable(typeof(UpsLocatorAnswer))]
[JsonSerializable(typeof(UpsUploadEnvelope))]
[JsonSerializable(typeof(UpsUploadAnswer))]
[JsonSerializable(typeof(UpsImageEnvelope))]
[JsonSerializable(typeof(UpsImageAnswer))]
[JsonSerializable(typeof(UpsDeleteAnswer))]
internal sealed partial class UpsJson : JsonSerializerContext;

/// <summary>Tracking and errors are written in camel case, the older operations in Pascal case.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(UpsTrackAnswer))]
[JsonSerializable(typeof(UpsTransitRequest))]
[JsonSerializable(typeof(UpsTransitAnswer))]
[JsonSerializable(typeof(UpsErrorBody))]
internal sealed partial class UpsTrackJson : JsonSerializerContext;
