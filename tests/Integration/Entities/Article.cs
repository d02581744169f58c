using System.Text.Json;
using System.Text.Json.Serialization;
using Commerce.Agents.Entities;

namespace Commerce.Integration.Entities;

/// <summary>An entity with a property of every kind.</summary>
internal sealed record Article : IEntity
{
    public required Guid Id { get; init; }

    public string Title { get; init; } = "";

    public string? Note { get; init; }

    public int Number { get; init; }

    public int? Stock { get; init; }

    public byte Small { get; init; }

    public long Big { get; init; }

    public decimal? Price { get; init; }

    public double Ratio { get; init; }

    public float? Score { get; init; }

    public bool IsSold { get; init; }

    public bool? IsNew { get; init; }

    public Color Color { get; init; }

    public Color? Lining { get; init; }

    public DateTimeOffset At { get; init; }

    public DateTimeOffset? Until { get; init; }

    public DateOnly? Day { get; init; }

    public Guid? Link { get; init; }

    public Sku? Sku { get; init; }

    public Money? Cost { get; init; }

    public OrderId? Order { get; init; }

    public Shelf? Shelf { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public IReadOnlyList<int> Sizes { get; init; } = [];

    [JsonPropertyName("it's \"odd\"")]
    public string? Odd { get; init; }

    [JsonIgnore]
    public string Hidden => Title;
}

internal enum Color
{
    Red,
    Green,
    DarkBlue,
}

internal sealed record Shelf(string? Hall, int Level, bool IsCold, Spot? Spot);

internal readonly record struct Spot(int X, int Y);

/// <summary>An entity with little in it, for many of them.</summary>
internal sealed record Line(Guid Id, string Text, int Number) : IEntity;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(Line))]
internal sealed partial class ArticleJson : JsonSerializerContext;
