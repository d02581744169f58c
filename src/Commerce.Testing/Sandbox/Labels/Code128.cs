namespace Commerce.Testing.Sandbox.Labels;

/// <summary>Code 128, set B: the bars of a barcode.</summary>
/// <remarks>Source: ISO/IEC 15417, table of symbol characters.</remarks>
internal static class Code128
{
    private const int StartB = 104;
    private const int Stop = 106;

    private static readonly string[] Patterns =
    (
        "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 " +
        "113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 " +
        "212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 " +
        "113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 " +
        "314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 " +
        "241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 " +
        "214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 " +
        "211232 2331112").Split(' ');

    /// <summary>Gives the widths of bars and gaps in turn, starting with a bar.</summary>
    /// <param name="text">Printable ASCII.</param>
    /// <returns>Widths in modules.</returns>
    internal static IEnumerable<int> Widths(string text)
    {
        var checksum = StartB;
        var symbols = new List<int> { StartB };
        for (var i = 0; i < text.Length; i++)
        {
            var value = text[i] is >= ' ' and <= '~'
                ? text[i] - ' '
                : throw new ArgumentException($"Code 128 B has no character U+{(int)text[i]:X4}.", nameof(text));
            symbols.Add(value);
            checksum += value * (i + 1);
        }

        symbols.Add(checksum % 103);
        symbols.Add(Stop);
        return symbols.SelectMany(static symbol => Patterns[symbol]).Select(static width => width - '0');
    }
}
