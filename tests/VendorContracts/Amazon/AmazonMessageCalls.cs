using System.Globalization;
using Commerce.Marketplaces;
using Commerce.Marketplaces.Amazon;

namespace Commerce.VendorContracts.Amazon;

/// <summary>The calls of messages, review requests and notifications.</summary>
internal static class AmazonMessageCalls
{
    private const string Type = "ORDER_CHANGE";

    internal static Task<object?> MakeAsync(AmazonPair pair, IAmazonMarketplaceClient client) => pair.Operation switch
    {
        "getMessagingActionsForOrder" => AmazonCalls.Boxed(client.ListMessageTopicsAsync(Order(pair))),
        "GetAttributes" => AmazonCalls.Boxed(client.FindBuyerLocaleAsync(Order(pair))),
        "confirmCustomizationDetails" or "createConfirmDeliveryDetails" or "createConfirmOrderDetails" or "createConfirmServiceDetails"
            or "createDigitalAccessKey" or "createUnexpectedProblem" => AmazonCalls.Boxed(((IMessageSender)client).SendMessageAsync(new SendMessageRequest
            {
                OrderId = Order(pair), Topic = pair.Path.Split('/')[^1], Body = pair.Body()?["text"]?.ToString() ?? "My Message", Attachments = Files(pair),
            })),
        "createLegalDisclosure" => AmazonCalls.Boxed(client.SendLegalDisclosureAsync(Order(pair), FilesOrOne(pair))),
        "CreateWarranty" => AmazonCalls.Boxed(client.SendWarrantyAsync(
            Order(pair), FilesOrOne(pair), Time(pair.Body()?["coverageStartDate"]?.ToString()), Time(pair.Body()?["coverageEndDate"]?.ToString()))),
        "sendInvoice" => AmazonCalls.Boxed(((IOrderDocuments)client).UploadDocumentAsync(
            new OrderDocument { OrderId = Order(pair), Kind = OrderDocumentKind.Invoice, FileName = "invoice.pdf", Content = "invoice"u8.ToArray() })),
        "createUploadDestinationForResource" => AmazonCalls.Boxed(client.SendLegalDisclosureAsync(Order(pair), FilesOrOne(pair))),
        "getSolicitationActionsForOrder" => AmazonCalls.Boxed(client.CanRequestReviewAsync(Order(pair))),
        "createProductReviewAndSellerFeedbackSolicitation" => AmazonCalls.Boxed(client.RequestReviewAsync(Order(pair))),
        "getSubscriptions" => AmazonCalls.Boxed(client.ListSubscriptionsAsync(pair.List("notificationTypes")?[0] ?? Type)),
        "createSubscription" => AmazonCalls.Boxed(((INotificationSubscriptions)client).CreateSubscriptionAsync(new NotificationSubscriptionRequest
        {
            Type = Type,
            Destination = "TEST_CASE_200_DESTINATION_ID",
            VendorFields = new Dictionary<string, string> { ["marketplaceIds"] = "ATVPDKIKX0DER", ["aggregationTimePeriod"] = "FiveMinutes" },
        })),
        "getSubscriptionById" or "sendTestNotification" => AmazonCalls.Boxed(((INotificationSubscriptions)client).TestSubscriptionAsync(new($"{Type}/s-1"))),
        "deleteSubscriptionById" => AmazonCalls.Boxed(((INotificationSubscriptions)client).DeleteSubscriptionAsync(new($"{Type}/s-1"))),
        "getDestinations" => AmazonCalls.Boxed(client.ListQueuesAsync()),
        "createDestination" => AmazonCalls.Boxed(client.CreateQueueAsync(
            new AmazonQueueRequest { Name = "SQSDestination", SqsArn = "arn:aws:sqs:us-east-2:444455556666:queue1" })),
        "deleteDestination" => AmazonCalls.Boxed(client.DeleteQueueAsync("TEST_CASE_200_DESTINATION_ID")),
        _ => throw new NotSupportedException($"No call is made of {pair.Operation}."),
    };

    private static MarketplaceOrderId Order(AmazonPair pair) => new(pair.Text("amazonOrderId") ?? "123-1234567-1234567");

    private static IReadOnlyList<MessageAttachment> Files(AmazonPair pair) =>
        [.. (pair.Body()?["attachments"]?.AsArray() ?? []).Select(file => new MessageAttachment(file!["fileName"]!.ToString(), "text/plain", "file"u8.ToArray()))];

    private static IReadOnlyList<MessageAttachment> FilesOrOne(AmazonPair pair) =>
        Files(pair) is { Count: > 0 } files ? files : [new MessageAttachment("file.txt", "text/plain", "file"u8.ToArray())];

    private static DateTimeOffset? Time(string? text) => text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
