namespace Commerce.Samples.Platform.Api;

/// <summary>An order to place or to price.</summary>
/// <param name="Customer">Your key of the buyer, 1 to 100 characters; no name and no address.</param>
/// <param name="Items">The products, 1 to 200, each once.</param>
/// <param name="ShipTo">Where to ship.</param>
/// <param name="PaymentMethod">The payment method's token.</param>
/// <param name="PromoCodes">Codes that the buyer typed, at most 10.</param>
/// <param name="Priority">Low, Normal, High or Urgent.</param>
/// <param name="RequiredBy">The day by which it must arrive, as 2026-12-24.</param>
internal sealed record OrderRequest(
    string? Customer,
    IReadOnlyList<ItemRequest?>? Items,
    AddressRequest? ShipTo,
    string? PaymentMethod,
    IReadOnlyList<string?>? PromoCodes = null,
    string? Priority = null,
    string? RequiredBy = null);

/// <summary>A product to order.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Quantity">1 to 999.</param>
internal sealed record ItemRequest(string? Sku, int? Quantity);

/// <summary>An address.</summary>
/// <param name="Name">Who lives there.</param>
/// <param name="Line1">Street and number.</param>
/// <param name="Line2">More of it.</param>
/// <param name="PostalCode">The postal code.</param>
/// <param name="City">The city.</param>
/// <param name="Country">Two letters, as FR.</param>
/// <param name="Email">Where to write to.</param>
/// <param name="Phone">Whom to call, as +33612345678.</param>
internal sealed record AddressRequest(
    string? Name, string? Line1, string? PostalCode, string? City, string? Country, string? Line2 = null, string? Email = null, string? Phone = null);

/// <summary>A wish to cancel an order.</summary>
/// <param name="Reason">customer_request, duplicate_order, address_issue, …</param>
/// <param name="RequestedBy">Who asks: your key, 1 to 100 characters.</param>
/// <param name="Note">More about it.</param>
internal sealed record CancellationRequest(string? Reason, string? RequestedBy, string? Note = null);

/// <summary>Another try to pay.</summary>
/// <param name="PaymentMethod">The payment method's token.</param>
internal sealed record PaymentRequest(string? PaymentMethod);

/// <summary>Somebody has looked at a held order.</summary>
/// <param name="Actor">Who: your key, 1 to 100 characters.</param>
internal sealed record ReleaseRequest(string? Actor);
