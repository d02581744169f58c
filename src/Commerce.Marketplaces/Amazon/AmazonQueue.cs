namespace Commerce.Marketplaces.Amazon;

/// <summary>A queue that Amazon writes notifications to.</summary>
/// <param name="Id">Amazon's key: <see cref="NotificationSubscriptionRequest.Destination"/>.</param>
/// <param name="Name">The name.</param>
/// <param name="Target">The ARN of the SQS queue, or account and region of EventBridge with a slash between them.</param>
public sealed record AmazonQueue(string Id, string Name, string Target);
