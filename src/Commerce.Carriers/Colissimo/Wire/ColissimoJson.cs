using System.Text.Json;
using System.Text.Json.Serialization;

namespace Commerce.Carriers.Colissimo.Wire;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(ColissimoLabelRequest))]
[JsonSerializable(typeof(ColissimoReprintRequest))]
[JsonSerializable(typeof(ColissimoSlipRequest))]
[JsonSerializable(typeof(ColissimoDatesRequest))]
[JsonSerializable(typeof(ColissimoPickupRequest))]
[JsonSerializable(typeof(ColissimoInfos))]
[JsonSerializable(typeof(ColissimoPointRequest))]
[JsonSerializable(typeof(ColissimoPointAnswer))]
[JsonSerializable(typeof(ColissimoTimelineRequest))]
[JsonSerializable(typeof(ColissimoTimelineAnswer))]
internal sealed partial class ColissimoJson : JsonSerializerContext;
