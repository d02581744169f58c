using System.ComponentModel.DataAnnotations;

namespace Commerce.Samples.Worker;

/// <summary>What a worker is told, by arguments (<c>--rate 20</c>) or by environment variables (<c>RATE=20</c>).</summary>
public sealed class WorkerOptions
{
    /// <summary>Gets or sets the connection string of the database that all workers share.</summary>
    [Required]
    public string PostgreSql { get; set; } = "";

    /// <summary>Gets or sets the Kafka brokers that carry the messages: <c>host:port</c>. Without any PostgreSQL carries them as well.</summary>
    public string? Kafka { get; set; }

    /// <summary>Gets or sets on how many brokers the topics are kept: 1 to 10, not more than there are.</summary>
    [Range(1, 10)]
    public int Replicas { get; set; } = 1;

    /// <summary>Gets or sets where the payment provider is.</summary>
    public Uri Payments { get; set; } = new("http://127.0.0.1:5180");

    /// <summary>Gets or sets how many orders this worker makes up each second: 0 to 1000, 0 for none.</summary>
    [Range(0, 1000)]
    public int Rate { get; set; }
}
