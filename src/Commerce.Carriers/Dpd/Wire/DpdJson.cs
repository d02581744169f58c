using System.Text.Json;
using System.Text.Json.Serialization;

namespace Commerce.Carriers.Dpd.Wire;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<DpdShipment>))]
[JsonSerializable(typeof(DpdShipmentAnswer))]
[JsonSerializable(typeof(DpdLabelRequest))]
[JsonSerializable(typeof(DpdLabelAnswer))]
[JsonSerializable(typeof(DpdPickupSchedule))]
[JsonSerializable(typeof(DpdPickupAnswer))]
[JsonSerializable(typeof(DpdCollectionRequest))]
[JsonSerializable(typeof(DpdCollectionAnswer))]
[JsonSerializable(typeof(DpdErrorBody))]
[JsonSerializable(typeof(IReadOnlyList<DpdErrorBody>))]
[JsonSerializable(typeof(DpdClaims))]
internal sealed partial class DpdJson : JsonSerializerContext;
