using System.ComponentModel.DataAnnotations;
using Confluent.Kafka;
using Microsoft.Extensions.Options;

namespace Commerce.Agents;

/// <summary>Configures the transport of agents' messages over Kafka.</summary>
public sealed class KafkaAgentsOptions
{
    /// <summary>Gets or sets the brokers to begin with: <c>host:port</c>, several with commas between.</summary>
    [Required(ErrorMessage = "BootstrapServers is empty: give the brokers as host:port, several with commas between.")]
    public string BootstrapServers { get; set; } = "";

    /// <summary>Gets or sets the consumer group that all processes of the application share.</summary>
    /// <value>The default is <c>commerce-agents</c>.</value>
    [Required(ErrorMessage = "GroupId is empty: name the group that the application's processes share.")]
    [RegularExpression("^[a-zA-Z0-9._-]{1,100}$", ErrorMessage = "GroupId must have 1 to 100 letters, digits, '.', '_' and '-': topics of dead letters are named after it.")]
    public string GroupId { get; set; } = "commerce-agents";

    /// <summary>Gets or sets what the topics of agents begin with; the agent's name follows.</summary>
    /// <value>The default is <c>agents.</c>.</value>
    [RegularExpression("^[a-zA-Z0-9._-]{0,100}$", ErrorMessage = "TopicPrefix must have 0 to 100 letters, digits, '.', '_' and '-'.")]
    public string TopicPrefix { get; set; } = "agents.";

    /// <summary>Gets or sets the name of this application in the messages that it writes: CloudEvents' source.</summary>
    /// <value>The default is <c>commerce-agents</c>.</value>
    [Required(ErrorMessage = "Source is empty: name this application for those who read its messages.")]
    public string Source { get; set; } = "commerce-agents";

    /// <summary>
    /// Gets the topics of other systems whose messages are taken over for every agent that handles their type. They are never created here.
    /// What cannot be taken over goes, as it came, to <c>&lt;topic&gt;.&lt;group&gt;.dlq</c>.
    /// </summary>
    public IList<string> Subscriptions { get; } = [];

    /// <summary>Gets or sets a value indicating whether missing topics are created at the start; else they are a mistake that is told.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool CreateTopics { get; set; } = true;

    /// <summary>Gets or sets the partitions of a topic that is created: 1 to 1 000. More cannot be added later without a break in the order of keys.</summary>
    /// <value>The default is 12.</value>
    [Range(1, 1_000, ErrorMessage = "Partitions must be 1 to 1000.")]
    public int Partitions { get; set; } = 12;

    /// <summary>Gets or sets on how many brokers a topic that is created is kept: 1 to 10. Writes wait for all but one of them, and for at least one.</summary>
    /// <value>The default is 3; 1 suits development.</value>
    [Range(1, 10, ErrorMessage = "ReplicationFactor must be 1 to 10, and not more than there are brokers.")]
    public int ReplicationFactor { get; set; } = 3;

    /// <summary>Gets or sets how long a topic that is created keeps messages. Not longer than the store remembers what was handled.</summary>
    /// <value>The default is 7 days; 1 hour to 90 days.</value>
    public TimeSpan Retention
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromHours(1));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromDays(90));
            field = value;
        }
    } = TimeSpan.FromDays(7);

    /// <summary>Gets or sets the number of lanes in which messages are handled at the same time: 1 to 256.</summary>
    /// <value>The default is 8.</value>
    [Range(1, 256, ErrorMessage = "Lanes must be 1 to 256.")]
    public int Lanes { get; set; } = 8;

    /// <summary>Gets or sets the largest message that the brokers take: 1 000 to 100 000 000 bytes. A larger one becomes a dead letter.</summary>
    /// <value>The default is 1 000 000 bytes.</value>
    [Range(1_000, 100_000_000, ErrorMessage = "MaxMessageBytes must be 1000 to 100000000, and not more than the brokers take.")]
    public int MaxMessageBytes { get; set; } = 1_000_000;

    /// <summary>
    /// Gets or sets what else a client needs, such as TLS and passwords: called for each consumer, producer and administrator that is made,
    /// after all other settings. Nothing of it is logged.
    /// </summary>
    public Action<ClientConfig>? ConfigureClient { get; set; }
}

[OptionsValidator]
internal sealed partial class KafkaAgentsOptionsValidator : IValidateOptions<KafkaAgentsOptions>;
