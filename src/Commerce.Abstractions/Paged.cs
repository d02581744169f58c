using System.Runtime.CompilerServices;

namespace Commerce;

/// <summary>
/// A list that is read page by page while it is enumerated. Enumerate entries for ease, or <see cref="PagesAsync"/> to
/// keep each page's <see cref="Page{T}.Next"/> and go on from there after a crash.
/// </summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <remarks>Nothing is read before enumeration starts; each enumeration reads anew.</remarks>
public sealed class Paged<T> : IAsyncEnumerable<T>
{
    private readonly Func<ContinuationToken?, CancellationToken, Task<Page<T>>> _read;

    /// <summary>Creates a list.</summary>
    /// <param name="read">Reads the page at a token; the first page at <see langword="null"/>.</param>
    public Paged(Func<ContinuationToken?, CancellationToken, Task<Page<T>>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        _read = read;
    }

    /// <summary>Reads pages from a point on.</summary>
    /// <param name="from">Where to start; <see langword="null"/> for the beginning.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The pages, at least one.</returns>
    /// <exception cref="CommerceException"><see cref="CommerceErrorKind.Protocol"/> when the vendor names the same page again as the next.</exception>
    public async IAsyncEnumerable<Page<T>> PagesAsync(
        ContinuationToken? from = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var token = from;
        while (true)
        {
            var page = await _read(token, cancellationToken).ConfigureAwait(false);
            yield return page;
            if (page.Next is null)
            {
                yield break;
            }

            if (page.Next == token)
            {
                throw new CommerceException(
                    CommerceErrorKind.Protocol, "The vendor names the page just read as the next one: reading stops.");
            }

            token = page.Next;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in PagesAsync(null, cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in page.Items)
            {
                yield return item;
            }
        }
    }
}
