using System.Runtime.InteropServices;
using System.Text;
using Commerce.Agents;
using Confluent.Kafka;

namespace Commerce.Integration.Servers;

/// <summary>librdkafka's own mock cluster: the Kafka protocol on 127.0.0.1, without a real broker's storage. Topics come into being when they are asked for, with four partitions.</summary>
public sealed partial class KafkaMock : IDisposable
{
    /// <summary>The protocol's number of the request that writes messages.</summary>
    public const short Writes = 0;

    /// <summary>The protocol's number of the request that reads messages.</summary>
    public const short Fetches = 1;

    /// <summary>The protocol's number of the request that commits offsets.</summary>
    public const short OffsetCommits = 8;

    /// <summary>The protocol's number of the request by which a member of a group tells that it lives.</summary>
    public const short Heartbeats = 12;

    private const int Producer = 0;

    /// <summary>In milliseconds: how long a new group waits for more members, 3 s in the mock as in brokers.</summary>
    private const int RebalanceDelay = 200;

    private readonly nint _client;
    private readonly nint _cluster;

    private KafkaMock(nint client, nint cluster)
    {
        _client = client;
        _cluster = cluster;
        BootstrapServers = Marshal.PtrToStringUTF8(Bootstraps(cluster))!;
        SetRebalanceDelay(cluster, RebalanceDelay);
    }

    /// <summary>Gets the brokers' addresses.</summary>
    public string BootstrapServers { get; }

    /// <summary>Starts a cluster of one broker.</summary>
    public static KafkaMock Start()
    {
        // Loads the native library by the binding's own rules, and fails with one clear line without it.
        _ = Library.Version;
        var error = new byte[512];
        var conf = ConfNew();
        Set(conf, "test.mock.num.brokers", "1");
        Set(conf, "log_level", "0");
        var client = New(Producer, conf, error, (nuint)error.Length);
        return client == 0
            ? throw new InvalidOperationException($"The mock cluster does not start: {Encoding.UTF8.GetString(error).TrimEnd('\0')}")
            : new KafkaMock(client, HandleMockCluster(client));
    }

    /// <summary>Lets agents send over a mock: it makes topics when they are asked for, and does not wake a waiting fetch.</summary>
    /// <param name="options">The agents' options.</param>
    /// <param name="bootstrapServers">The mock's brokers.</param>
    /// <param name="more">What else a consumer is told.</param>
    public static void Configure(KafkaAgentsOptions options, string bootstrapServers, Action<ConsumerConfig>? more = null)
    {
        options.BootstrapServers = bootstrapServers;
        options.CreateTopics = false;
        options.ConfigureClient = client =>
        {
            if (client is ConsumerConfig consumer)
            {
                consumer.FetchWaitMaxMs = 20;
                more?.Invoke(consumer);
            }
        };
    }

    /// <summary>Takes the broker away; connections break.</summary>
    public void Stop() => Check(BrokerSetDown(_cluster, 1));

    /// <summary>Brings the broker back.</summary>
    public void StartAgain() => Check(BrokerSetUp(_cluster, 1));

    /// <summary>Lets the next requests of a kind fail.</summary>
    /// <param name="apiKey">The kind: <see cref="Writes"/>, <see cref="Fetches"/>, <see cref="OffsetCommits"/> or <see cref="Heartbeats"/>.</param>
    /// <param name="errors">The errors, one for each request.</param>
    public void FailNext(short apiKey, params ErrorCode[] errors) =>
        PushErrors(_cluster, apiKey, (nuint)errors.Length, [.. errors.Select(static error => (int)error)]);

    /// <summary>Lets a topic fail in every answer.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="error">The error.</param>
    public void Fail(string topic, ErrorCode error) => TopicSetError(_cluster, topic, (int)error);

    public void Dispose() => Destroy(_client);

    private static void Set(nint conf, string name, string value)
    {
        var error = new byte[512];
        if (ConfSet(conf, name, value, error, (nuint)error.Length) != 0)
        {
            throw new InvalidOperationException(Encoding.UTF8.GetString(error).TrimEnd('\0'));
        }
    }

    private static void Check(int error)
    {
        if (error != 0)
        {
            throw new InvalidOperationException($"The mock cluster answers {(ErrorCode)error}.");
        }
    }

    private const string Native = "librdkafka";

    [LibraryImport(Native, EntryPoint = "rd_kafka_conf_new")]
    private static partial nint ConfNew();

    [LibraryImport(Native, EntryPoint = "rd_kafka_conf_set", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ConfSet(nint conf, string name, string value, [Out] byte[] error, nuint size);

    [LibraryImport(Native, EntryPoint = "rd_kafka_new")]
    private static partial nint New(int type, nint conf, [Out] byte[] error, nuint size);

    [LibraryImport(Native, EntryPoint = "rd_kafka_destroy")]
    private static partial void Destroy(nint client);

    [LibraryImport(Native, EntryPoint = "rd_kafka_handle_mock_cluster")]
    private static partial nint HandleMockCluster(nint client);

    [LibraryImport(Native, EntryPoint = "rd_kafka_mock_cluster_bootstraps")]
    private static partial nint Bootstraps(nint cluster);

    [LibraryImport(Native, EntryPoint = "rd_kafka_mock_group_initial_rebalance_delay_ms")]
    private static partial void SetRebalanceDelay(nint cluster, int milliseconds);

    [LibraryImport(Native, EntryPoint = "rd_kafka_mock_broker_set_down")]
    private static partial int BrokerSetDown(nint cluster, int broker);

    [LibraryImport(Native, EntryPoint = "rd_kafka_mock_broker_set_up")]
    private static partial int BrokerSetUp(nint cluster, int broker);

    [LibraryImport(Native, EntryPoint = "rd_kafka_mock_topic_set_error", StringMarshalling = StringMarshalling.Utf8)]
    private static partial void TopicSetError(nint cluster, string topic, int error);

    [LibraryImport(Native, EntryPoint = "rd_kafka_mock_push_request_errors_array")]
    private static partial void PushErrors(nint cluster, short apiKey, nuint count, int[] errors);
}
