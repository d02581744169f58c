using System.Text.Json.Nodes;

namespace Commerce.Testing.Sandbox;

/// <summary>An offer as eBay keeps it.</summary>
internal sealed class EbayOfferState(string id, JsonObject body)
{
    private DateTime _day;
    private int _revisions;

    internal string Id => id;

    internal string ListingId => "4063" + id[2..];

    internal JsonObject Body { get; set; } = body;

    internal bool IsPublished { get; set; }

    /// <summary>Gets what it takes to publish and is not there.</summary>
    internal string? Missing =>
        Body["categoryId"] is null ? "categoryId"
        : Body["merchantLocationKey"] is null ? "merchantLocationKey"
        : Array.Find(["fulfillmentPolicyId", "paymentPolicyId", "returnPolicyId"], name => Body["listingPolicies"].At(name) is null);

    internal int Revise(DateTime day)
    {
        _revisions = day == _day ? _revisions + 1 : 1;
        _day = day;
        return _revisions;
    }

    internal JsonObject ToJson()
    {
        var answer = Body.DeepClone().AsObject();
        answer["offerId"] = id;
        answer["status"] = IsPublished ? "PUBLISHED" : "UNPUBLISHED";
        if (IsPublished)
        {
            answer["listing"] = new JsonObject { ["listingId"] = ListingId, ["listingStatus"] = "ACTIVE", ["soldQuantity"] = 0 };
        }

        return answer;
    }
}
