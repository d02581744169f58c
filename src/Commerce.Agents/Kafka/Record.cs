using Commerce.Agents.Transport;

namespace Commerce.Agents.Kafka;

/// <summary>A message in a lane, and where it came from; from nowhere when it is a look at parked messages.</summary>
internal readonly record struct Record(Delivery Delivery, AssignedPartition? Partition = null, long Offset = 0, int Bytes = 0);
