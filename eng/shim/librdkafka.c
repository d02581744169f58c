/* Debian's librdkafka1 2.0.2 lacks three accessors that Confluent.Kafka 2.15 calls. They answer "no epoch known". */
int rd_kafka_message_leader_epoch(const void *message) { (void)message; return -1; }
int rd_kafka_topic_partition_get_leader_epoch(const void *partition) { (void)partition; return -1; }
void rd_kafka_topic_partition_set_leader_epoch(void *partition, int epoch) { (void)partition; (void)epoch; }
