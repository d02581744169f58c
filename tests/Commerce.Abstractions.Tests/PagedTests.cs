using Xunit;

namespace Commerce.Tests;

public sealed class PagedTests
{
    private static readonly Paged<int> Numbers = new((token, _) =>
    {
        var start = token is null ? 0 : int.Parse(token.Value.Value, System.Globalization.CultureInfo.InvariantCulture);
        return Task.FromResult(new Page<int>([start, start + 1], start < 4 ? new ContinuationToken($"{start + 2}") : null));
    });

    [Fact]
    public async Task Entries_come_in_order_over_all_pages()
    {
        var seen = new List<int>();
        await foreach (var number in Numbers)
        {
            seen.Add(number);
        }

        Assert.Equal([0, 1, 2, 3, 4, 5], seen);
    }

    [Fact]
    public async Task Reading_goes_on_from_a_stored_token()
    {
        var seen = new List<int>();
        await foreach (var page in Numbers.PagesAsync(new ContinuationToken("2")))
        {
            seen.AddRange(page.Items);
        }

        Assert.Equal([2, 3, 4, 5], seen);
    }

    [Fact]
    public async Task A_page_that_names_itself_as_the_next_ends_in_an_error_instead_of_a_loop()
    {
        var endless = new Paged<int>((_, _) => Task.FromResult(new Page<int>([1], new ContinuationToken("same"))));

        var exception = await Assert.ThrowsAsync<CommerceException>(async () =>
        {
            await foreach (var _ in endless)
            {
            }
        });

        Assert.Equal(CommerceErrorKind.Protocol, exception.Kind);
    }
}
