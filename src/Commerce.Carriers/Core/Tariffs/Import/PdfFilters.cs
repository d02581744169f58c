using System.IO.Compression;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Commerce.Carriers.Tariffs;

/// <summary>Unpacks the streams of a document within a budget, before the library does it without one.</summary>
internal sealed class PdfFilters(UnpackBudget budget) : IFilterProvider
{
    private readonly IFilterProvider _library = DefaultFilterProvider.Instance;

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(_library.GetFilters(dictionary));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(_library.GetNamedFilters(names));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(_library.GetAllFilters());

    private IReadOnlyList<IFilter> Bounded(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => new BoundedFilter(filter, budget))];

    private sealed class BoundedFilter(IFilter filter, UnpackBudget budget) : IFilter
    {
        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (filter is LzwFilter)
            {
                throw new UnreadableFileException("The document is packed with LZW, which is outdated: print it to a new PDF.");
            }

            if (filter is FlateFilter)
            {
                Measure(input);
            }

            return filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        private void Measure(Memory<byte> input)
        {
            using var packed = new MemoryStream(input.ToArray(), writable: false);
            using var unpacked = budget.Count(new ZLibStream(packed, CompressionMode.Decompress));
            try
            {
                unpacked.CopyTo(Stream.Null);
            }
            catch (InvalidDataException)
            {
                // Damaged; the library recovers what it can, which is not more than this.
            }
        }
    }
}
