using System.Text.Json;
using System.Text.Json.Serialization;

namespace Commerce.Marketplaces.BackMarket.Wire;

internal sealed record BackMarketListing
{
    public string? Id { get; init; }

    public string? Sku { get; init; }

    public string? Title { get; init; }

    public string? ProductId { get; init; }

    public int? Quantity { get; init; }

    public decimal? Price { get; init; }

    public string? Currency { get; init; }

    public string? Grade { get; init; }

    public int? PublicationState { get; init; }
}

internal sealed record BackMarketListingUpdate
{
    public int? Quantity { get; init; }

    public string? Price { get; init; }

    public string? Currency { get; init; }

    public string? MinPrice { get; init; }
}

internal sealed record BackMarketCatalog(string Encoding, string Delimiter, string Quotechar, string Catalog);

/// <summary>A batch task that was started; the message is its number, or a text when it was not.</summary>
internal sealed record BackMarketTaskStarted([property: JsonPropertyName("bodymessage")] JsonElement Bodymessage);

internal sealed record BackMarketTask(int? ActionStatus, JsonElement LastActionError, JsonElement Result);

internal sealed record BackMarketMoney(decimal? Amount, string? Currency);

internal sealed record BackMarketRival
{
    public string? ListingId { get; init; }

    public string? ProductId { get; init; }

    public bool? IsWinning { get; init; }

    public BackMarketMoney? Price { get; init; }

    public BackMarketMoney? MinPrice { get; init; }

    public BackMarketMoney? PriceToWin { get; init; }

    public BackMarketMoney? WinnerPrice { get; init; }

    public string? Market { get; init; }
}
