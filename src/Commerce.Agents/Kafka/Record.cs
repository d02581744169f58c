using Commerce.Agents.Transport;
using Confluent.Kafka;

namespace Commerce.Agents.Kafka;

/// <summary>A message in a lane, and where it came from.</summary>
internal readonly record struct Record(Delivery Delivery, TopicPartition? Partition, long Offset, int Bytes = 0);
