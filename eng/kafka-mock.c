/* Runs librdkafka's mock cluster until its input is closed; prints the brokers' addresses. For demos: it keeps all in memory. */
#include <stdio.h>

typedef struct rd_kafka_s rd_kafka_t;
typedef struct rd_kafka_conf_s rd_kafka_conf_t;
typedef struct rd_kafka_mock_cluster_s rd_kafka_mock_cluster_t;
rd_kafka_conf_t *rd_kafka_conf_new(void);
int rd_kafka_conf_set(rd_kafka_conf_t *conf, const char *name, const char *value, char *error, size_t size);
rd_kafka_t *rd_kafka_new(int type, rd_kafka_conf_t *conf, char *error, size_t size);
rd_kafka_mock_cluster_t *rd_kafka_handle_mock_cluster(const rd_kafka_t *client);
const char *rd_kafka_mock_cluster_bootstraps(const rd_kafka_mock_cluster_t *cluster);

int main(void) {
    char error[512];
    rd_kafka_conf_t *conf = rd_kafka_conf_new();
    rd_kafka_t *client;
    if (rd_kafka_conf_set(conf, "test.mock.num.brokers", "1", error, sizeof error) != 0
        || (client = rd_kafka_new(0, conf, error, sizeof error)) == NULL) {
        fprintf(stderr, "%s\n", error);
        return 1;
    }

    puts(rd_kafka_mock_cluster_bootstraps(rd_kafka_handle_mock_cluster(client)));
    fflush(stdout);
    while (getchar() != EOF) {
    }

    return 0;
}
