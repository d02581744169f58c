using System.Text.Json;
using System.Text.Json.Serialization;

namespace Commerce.Carriers.Colissimo.Wire;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ColissimoLabelRequest))]
[JsonSerializable(typeof(ColissimoReprintRequest))]
[JsonSerializable(typeof(ColissimoSlipRequest))]
[JsonSerializable(typeof(ColissimoMailboxRequest))]
[JsonSerializable(typeof(ColissimoPlanRequest))]
[JsonSerializable(typeof(ColissimoTimelineRequest))]
[JsonSerializable(typeof(ColissimoPointsRequest))]
[JsonSerializable(typeof(ColissimoAnswer))]
[JsonSerializable(typeof(ColissimoErrorBody))]
[JsonSerializable(typeof(ColissimoTimeline))]
[JsonSerializable(typeof(ColissimoPoints))]
internal sealed partial class ColissimoJson : JsonSerializerContext;
