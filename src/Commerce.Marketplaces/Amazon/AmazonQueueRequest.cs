namespace Commerce.Marketplaces.Amazon;

/// <summary>A queue to write notifications to: one of SQS or EventBridge.</summary>
public sealed record AmazonQueueRequest
{
    /// <summary>Gets the name: 1 to 256 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the ARN of the SQS queue; its policy must let Amazon write.</summary>
    public string? SqsArn { get; init; }

    /// <summary>Gets the AWS account of EventBridge; give it with <see cref="EventBridgeRegion"/>.</summary>
    public string? EventBridgeAccountId { get; init; }

    /// <summary>Gets the AWS region of EventBridge.</summary>
    public string? EventBridgeRegion { get; init; }
}
