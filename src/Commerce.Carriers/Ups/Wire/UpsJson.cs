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
internal sealed partial class UpsJson : JsonSerializerContext;

/// <summary>Tracking and errors are written in camel case, the older operations in Pascal case.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(UpsTrackAnswer))]
[JsonSerializable(typeof(UpsErrorBody))]
internal sealed partial class UpsTrackJson : JsonSerializerContext;
