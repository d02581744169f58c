using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

public sealed partial class AmazonSandbox
{
    private static readonly string[] TopicsWithWords =
        ["confirmCustomizationDetails", "confirmDeliveryDetails", "confirmOrderDetails", "confirmServiceDetails", "digitalAccessKey", "unexpectedProblem"];

    private static readonly string[] TopicsWithFiles = ["legalDisclosure", "warranty", "invoice"];

    private readonly List<string> _messages = [];

    /// <summary>Gets what was sent to buyers: order, topic, words and file names, with slashes between them.</summary>
    public IReadOnlyList<string> Messages
    {
        get
        {
            lock (Gate)
            {
                return [.. _messages];
            }
        }
    }

    private void MapMessages(IEndpointRouteBuilder routes)
    {
        Guarded(routes, "GET", "messaging/v1/orders/{id}", "message-actions", 1, 5, context => ActionsAsync(context, "messaging", "messages", order =>
            order.Status == "CANCELLED" ? [] : [.. TopicsWithWords, .. TopicsWithFiles]));
        Guarded(routes, "GET", "messaging/v1/orders/{id}/attributes", "buyer-attributes", 1, 5, AttributesAsync);
        Guarded(routes, "POST", "messaging/v1/orders/{id}/messages/{topic}", "send-message", 1, 5, SendMessageAsync);
        Guarded(routes, "POST", "uploads/2020-11-01/uploadDestinations/{**resource}", "create-upload", 10, 10, CreateUploadAsync);
        Guarded(routes, "GET", "solicitations/v1/orders/{id}", "review-actions", 1, 5, context => ActionsAsync(context, "solicitations", "solicitations", static order =>
            order.Parcels.Values.Any(static parcel => parcel.IsDelivered) && !order.IsReviewAsked ? ["productReviewAndSellerFeedback"] : []));
        Guarded(routes, "POST", "solicitations/v1/orders/{id}/solicitations/productReviewAndSellerFeedback", "request-review", 1, 5, RequestReviewAsync);
    }

    private Task ActionsAsync(HttpContext context, string api, string path, Func<AmazonState, string[]> allowed)
    {
        var id = Route(context, "id");
        string[]? actions;
        lock (Gate)
        {
            TakeArrivals();
            actions = _byId.TryGetValue(id, out var order) ? allowed(order) : null;
        }

        if (actions is null || context.Request.Query["marketplaceIds"] != MarketplaceId)
        {
            return ErrorAsync(context, 400, "InvalidInput", "Invalid Input");
        }

        var self = $"/{api}/v1/orders/{id}";
        return SandboxJson.WriteAsync(context, 200, new JsonObject
        {
            ["_links"] = new JsonObject
            {
                ["actions"] = new JsonArray([.. actions.Select(action => (JsonNode)new JsonObject { ["href"] = $"{self}/{path}/{action}?marketplaceIds={MarketplaceId}", ["name"] = action })]),
                ["self"] = new JsonObject { ["href"] = $"{self}?marketplaceIds={MarketplaceId}" },
            },
        });
    }

    private Task AttributesAsync(HttpContext context)
    {
        bool known;
        lock (Gate)
        {
            known = _byId.ContainsKey(Route(context, "id"));
        }

        return known
            ? SandboxJson.WriteAsync(context, 200, new JsonObject { ["buyer"] = new JsonObject { ["locale"] = "fr-FR" } })
            : ErrorAsync(context, 400, "InvalidInput", "Invalid Input");
    }

    private async Task SendMessageAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var (id, topic) = (Route(context, "id"), Route(context, "topic"));
        var files = body.At("attachments").Items().ToList();
        bool isGood;
        lock (Gate)
        {
            isGood = _byId.TryGetValue(id, out var order) && order.Status != "CANCELLED"
                && (TopicsWithFiles.Contains(topic) ? files.Count > 0 : TopicsWithWords.Contains(topic) && body.At("text").Text().Length > 0)
                && files.Count <= 5
                && files.TrueForAll(file => _documents.TryGetValue(file.At("uploadDestinationId").Text(), out var document) && document.Content is not null);
            if (isGood)
            {
                _messages.Add(string.Join('/', [id, topic, .. body.At("text").Text() is { Length: > 0 } text ? [text] : (string[])[], .. files.Select(file => file.At("fileName").Text())]));
            }
        }

        await AnswerAsync(context, isGood ? null : (400, "InvalidInput", "Invalid Input"), StatusCodes.Status201Created).ConfigureAwait(false);
    }

    private Task CreateUploadAsync(HttpContext context)
    {
        if (context.Request.Query["contentMD5"].ToString() is not { Length: 24 } checksum || context.Request.Query["marketplaceIds"] != MarketplaceId)
        {
            return ErrorAsync(context, 400, "InvalidInput", "Invalid Input");
        }

        string id;
        lock (Gate)
        {
            id = NextId("upload-");
            _documents[id] = new StoredDocument(context.Request.Query["contentType"].ToString(), Clock.GetUtcNow() + LinkTime);
        }

        return SandboxJson.WriteAsync(context, 201, new JsonObject
        {
            ["payload"] = new JsonObject
            {
                ["uploadDestinationId"] = id,
                ["url"] = LinkTo(context, id),
                ["headers"] = new JsonObject { ["Content-MD5"] = checksum, ["x-amz-server-side-encryption"] = "aws:kms" },
            },
        });
    }

    private Task RequestReviewAsync(HttpContext context)
    {
        var isGood = false;
        lock (Gate)
        {
            if (_byId.TryGetValue(Route(context, "id"), out var order) && !order.IsReviewAsked && order.Parcels.Values.Any(static parcel => parcel.IsDelivered))
            {
                order.IsReviewAsked = true;
                isGood = true;
            }
        }

        return AnswerAsync(context, isGood ? null : (400, "InvalidInput", "A review cannot be asked for now."), StatusCodes.Status201Created);
    }
}
