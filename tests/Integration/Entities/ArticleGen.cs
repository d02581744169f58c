using System.Linq.Expressions;
using Commerce.Agents.Entities;
using FsCheck;
using FsCheck.Fluent;

namespace Commerce.Integration.Entities;

/// <summary>Random articles, and random queries for them from the same few values, so that they meet.</summary>
internal static class ArticleGen
{
    private static readonly Guid[] Guids =
    [
        new("00000000-0000-0000-0000-000000000001"), new("7fffffff-0000-0000-0000-000000000000"), new("80000000-0000-8000-8000-000000000000"),
        new("ffffffff-0000-0000-ff00-000000000000"), new("00000000-0000-0000-0100-000000000000"),
    ];

    internal static readonly TenantId[] Tenants = [new(Guids[0]), new(Guids[2])];

    private static readonly Gen<string> Text = Gen.Elements(
            "", "a", "A", "b", "Z", "%", "_", "\\", "'", "\"", "$1", "--", ";", "/*", "é", "É", "ß", "ẞ", "σ", "ς", "Σ", "ı", "İ", "i", "I", "K", "k",
            "ſ", "s", "ǆ", "ǅ", "\uE000", "😀", "𐐀", "𐐨", "\t", "\n", " ", "(", "[", "*", ".", "\\d", "e\u0301", "中", "null", "{0}")
        .ListOf(3).Select(static parts => string.Concat(parts));

    private static readonly Gen<string> Short = Gen.Frequency((3, Text.Select(text => text.Length == 0 ? "" : text[..(char.IsHighSurrogate(text[0]) ? 2 : 1)])), (1, Text));
    private static readonly Gen<int> Number = Gen.Elements(-3, -1, 0, 1, 2, 3, 10, int.MaxValue, int.MinValue);
    private static readonly Gen<long> Big = Gen.Elements(0L, 1L, -1L, (1L << 53) + 1, 1L << 53, long.MaxValue, long.MinValue);
    private static readonly Gen<decimal> Price = Gen.Elements(0m, 0.1m, 0.10m, 9.99m, -9.99m, 1e20m, 0.0000000001m, 12m);
    private static readonly Gen<double> Ratio = Gen.Elements(0d, -0d, 0.1, 0.30000000000000004, 1e300, -1e300, 5e-324, 3, 0.5);
    private static readonly Gen<float> Score = Gen.Elements(0f, 0.1f, 1.5f, 3e38f, 16777216f);
    private static readonly Gen<bool> Truth = Gen.Elements(true, false);
    private static readonly Gen<Color> Color = Gen.Elements(Entities.Color.Red, Entities.Color.Green, Entities.Color.DarkBlue, (Color)7);

    private static readonly Gen<DateTimeOffset> Time =
        from ticks in Gen.Elements(0L, 1, 9, 10, 15, 10_000_000, -5, -10)
        from hours in Gen.Choose(-2, 2)
        from ancient in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        select (ancient ? new DateTimeOffset(1, 1, 3, 0, 0, 0, TimeSpan.Zero) : new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.Zero))
            .AddTicks(ticks).ToOffset(TimeSpan.FromHours(hours));

    private static readonly Gen<DateOnly> Day = Gen.Elements(new DateOnly(1, 1, 1), new DateOnly(2026, 1, 31), new DateOnly(2026, 2, 1), DateOnly.MaxValue);
    private static readonly Gen<Guid> Link = Gen.Elements(Guids);
    private static readonly Gen<Sku> AnySku = Gen.Elements("A-1", "A-2", "a-1", "É%", "it's", "😀", "\uE000").Select(static text => new Sku(text));
    private static readonly Gen<Money> Cost = Gen.Elements(Money.Eur(1), Money.Eur(1.00m), Money.Eur(12.905m), Money.Eur(-3));
    private static readonly Gen<OrderId> Order = Link.Select(static id => new OrderId(id));

    private static readonly Gen<Shelf> AnyShelf =
        from hall in Maybe(Text)
        from level in Number
        from cold in Truth
        from spot in Nullable(Number.Select(static x => new Spot(x, 1)))
        select new Shelf(hall, level, cold, spot);

    internal static readonly Gen<Article> AnyArticle =
        from title in Text
        from note in Maybe(Text)
        from numbers in Number.Two()
        from hasStock in Truth
        from big in Big
        from price in Nullable(Price)
        from ratio in Ratio
        from score in Nullable(Score)
        from sold in Truth
        from fresh in Nullable(Truth)
        from color in Color
        from lining in Nullable(Color)
        from at in Time
        from until in Nullable(Time)
        from day in Nullable(Day)
        from link in Nullable(Link)
        from sku in Nullable(AnySku)
        from cost in Nullable(Cost)
        from order in Nullable(Order)
        from shelf in Maybe(AnyShelf)
        from tags in Maybe(Short.ListOf(3).Select(static list => list.ToArray()))
        from sizes in Number.ListOf(2)
        select new Article
        {
            Id = Guid.CreateVersion7(),
            Title = title,
            Note = note,
            Number = numbers.Item1,
            Stock = hasStock ? numbers.Item2 : null,
            Small = (byte)Math.Clamp(numbers.Item2, 0, 255),
            Big = big,
            Price = price,
            Ratio = ratio,
            Score = score,
            IsSold = sold,
            IsNew = fresh,
            Color = color,
            Lining = lining,
            At = at,
            Until = until,
            Day = day,
            Link = link,
            Sku = sku,
            Cost = cost,
            Order = order,
            Shelf = shelf,
            Tags = tags,
            Sizes = [.. sizes],
            Odd = note,
        };

    private static readonly Gen<Expression<Func<Article, bool>>>[] Tests =
    [
        Is(Text, v => a => a.Title == v), Is(Maybe(Text), v => a => a.Note != v), Is(Maybe(Text), v => a => v == a.Note), Is(Text, v => a => a.Odd == v),
        Is(Truth, _ => a => a.Note == null), Is(Truth, _ => a => null != a.Shelf), Is(Truth, _ => a => a.Shelf!.Spot == null), Is(Truth, _ => a => a.Tags == null),
        Is(Truth, _ => a => a.Note == a.Title), Is(Truth, _ => a => a.Note != a.Shelf!.Hall), Is(Truth, _ => a => a.Number < a.Stock), Is(Truth, _ => a => a.Small >= a.Big),
        Is(Short, v => a => a.Title.StartsWith(v)), Is(Short, v => a => a.Note!.EndsWith(v, StringComparison.Ordinal)), Is(Short, v => a => a.Title.Contains(v)),
        Is(Short, v => a => a.Shelf!.Hall!.Contains(v, StringComparison.Ordinal)), Is(Truth, _ => a => a.Title.Contains('_')), Is(Text, v => a => v.Contains(a.Note!)),
        Is(Truth, _ => a => a.Title.StartsWith(a.Note!)), Is(Short, v => a => a.Sku!.Value.Value.StartsWith(v)),
        Is(Number, v => a => a.Number < v), Is(Number, v => a => v <= a.Number), Is(Nullable(Number), v => a => a.Stock > v), Is(Nullable(Number), v => a => a.Stock == v),
        Is(Nullable(Number), v => a => a.Stock != v), Is(Number, v => a => a.Stock!.Value >= v), Is(Truth, _ => a => a.Stock.HasValue), Is(Number, v => a => a.Small == v),
        Is(Big, v => a => a.Big >= v), Is(Big, v => a => a.Number != v), Is(Price, v => a => a.Price < v), Is(Nullable(Price), v => a => a.Price != v), Is(Price, v => a => a.Big > v),
        Is(Ratio, v => a => a.Ratio > v), Is(Ratio, v => a => a.Ratio == v), Is(Ratio, v => a => a.Number <= v), Is(Nullable(Score), v => a => a.Score == v),
        Is(Gen.Constant(double.NaN), v => a => a.Ratio > v), Is(Gen.Constant(double.NaN), v => a => a.Ratio != v), Is(Truth, _ => a => a.Ratio < double.PositiveInfinity),
        Is(Truth, _ => a => a.IsSold), Is(Truth, v => a => a.IsSold == v), Is(Nullable(Truth), v => a => a.IsNew == v), Is(Truth, v => a => a.IsNew != v), Is(Truth, _ => a => a.Shelf!.IsCold),
        Is(Color, v => a => a.Color == v), Is(Color, v => a => a.Lining != v), Is(Nullable(Color), v => a => a.Lining == v), Is(Truth, _ => a => a.Color == a.Lining),
        Is(Time, v => a => a.At < v), Is(Time, v => a => a.At == v), Is(Nullable(Time), v => a => a.Until != v), Is(Time, v => a => a.Until >= v), Is(Truth, _ => a => a.At <= a.Until),
        Is(Nullable(Day), v => a => a.Day == v), Is(Day, v => a => a.Day > v), Is(Nullable(Link), v => a => a.Link == v), Is(Link, v => a => a.Id != v), Is(Link, v => a => a.Order!.Value.Value == v),
        Is(Nullable(AnySku), v => a => a.Sku == v), Is(AnySku, v => a => a.Sku != v), Is(Nullable(Cost), v => a => a.Cost == v), Is(Order, v => a => a.Order == v),
        Is(AnyShelf, v => a => a.Shelf!.Hall == v.Hall && a.Shelf.Level >= v.Level), Is(Number, v => a => a.Shelf!.Spot!.Value.X < v), Is(Number, v => a => a.Shelf!.Level != v),
        Is(Text.ListOf(3), v => { var list = v.ToArray(); return a => list.Contains(a.Note); }), Is(Number.ListOf(2), v => { var list = v.ToList(); return a => list.Contains(a.Number); }),
        Is(Nullable(Number).ListOf(2), v => { var list = v.ToHashSet(); return a => list.Contains(a.Stock); }), Is(Color.ListOf(2), v => a => v.Contains(a.Color)),
        Is(Time.ListOf(2), v => a => v.Contains(a.At)), Is(AnySku.ListOf(2), v => a => v.Contains(a.Sku!.Value)), Is(Ratio.ListOf(2), v => a => v.Contains(a.Ratio)),
        Is(Link.ListOf(2), v => a => v.Contains(a.Id)), Is(Short, v => a => a.Tags!.Contains(v)), Is(Number, v => a => a.Sizes.Contains(v)),
        Is(Nullable(Number), v => a => v == null || a.Stock >= v.Value), Is(Truth, v => a => v && a.Number > 0),
    ];

    internal static readonly Gen<Expression<Func<Article, bool>>> AnyFilter = Filter(3);

    private static readonly Gen<Expression<Func<Article, IComparable?>>?> AnyOrder = Gen.Elements<Expression<Func<Article, IComparable?>>?>(
        null, null, a => a.Title, a => a.Note, a => a.Number, a => a.Stock, a => a.Big, a => a.Price, a => a.Ratio, a => a.Score, a => a.IsSold, a => a.IsNew,
        a => a.At, a => a.Until, a => a.Day, a => a.Link, a => a.Id, a => a.Sku!.Value.Value, a => a.Shelf!.Hall, a => a.Shelf!.Spot!.Value.X, a => a.Shelf!.Level, a => a.Odd);

    internal static readonly Gen<EntityQuery<Article>> AnyQuery =
        from filter in Maybe(AnyFilter)
        from order in AnyOrder
        from backwards in Truth
        from skip in Gen.Elements(0, 0, 0, 1, 7)
        from limit in Gen.Elements(1, 5, 100, 500)
        from search in Gen.Frequency((4, Gen.Constant<string?>(null)), (1, Short.ListOf(2).Select(static words => (string?)string.Join(' ', words))))
        from searchIn in Gen.Choose(0, 3)
        from tenant in Gen.Frequency((3, Gen.Constant<TenantId?>(null)), (1, Gen.Elements(Tenants).Select(static tenant => (TenantId?)tenant)))
        select new EntityQuery<Article>
        {
            Where = filter,
            OrderBy = order,
            Descending = backwards,
            Skip = skip,
            Limit = limit,
            Search = search,
            SearchIn = [.. new Expression<Func<Article, string?>>[] { a => a.Title, a => a.Shelf!.Hall, a => a.Odd }.Take(searchIn)],
            Tenant = tenant,
        };

    private static Gen<Expression<Func<Article, bool>>> Filter(int depth) => depth == 0
        ? Gen.OneOf(Tests)
        : Gen.Frequency(
            (3, Gen.OneOf(Tests)),
            (2, from left in Filter(depth - 1) from right in Filter(depth - 1) select Join(left, right, Expression.AndAlso)),
            (2, from left in Filter(depth - 1) from right in Filter(depth - 1) select Join(left, right, Expression.OrElse)),
            (2, Filter(depth - 1).Select(static inner => Expression.Lambda<Func<Article, bool>>(Expression.Not(inner.Body), inner.Parameters))));

    private static Expression<Func<Article, bool>> Join(
        Expression<Func<Article, bool>> left, Expression<Func<Article, bool>> right, Func<Expression, Expression, BinaryExpression> join) =>
        Expression.Lambda<Func<Article, bool>>(
            join(left.Body, new Replacement(right.Parameters[0], left.Parameters[0]).Visit(right.Body)), left.Parameters);

    private static Gen<Expression<Func<Article, bool>>> Is<TValue>(Gen<TValue> values, Func<TValue, Expression<Func<Article, bool>>> test) =>
        values.Select(test);

    private static Gen<TValue?> Maybe<TValue>(Gen<TValue> values)
        where TValue : class => Gen.Frequency((1, Gen.Constant<TValue?>(null)), (3, values.Select(static value => (TValue?)value)));

    private static Gen<TValue?> Nullable<TValue>(Gen<TValue> values)
        where TValue : struct => Gen.Frequency((1, Gen.Constant<TValue?>(null)), (3, values.Select(static value => (TValue?)value)));

    private sealed class Replacement(Expression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
