using Xunit;

namespace Commerce.VendorContracts.Examples;

/// <summary>
/// Shows that an example answer is read without loss: each of its values is changed in turn, and what a user gets must change with it. Values
/// that a client leaves out on purpose are waived by path, with the reason; a waiver that waives nothing fails.
/// </summary>
internal static class ExampleAnswers
{
    /// <summary>Reads the example, and once more for each value in it.</summary>
    /// <param name="example">The vendor's example.</param>
    /// <param name="read">Reads an answer through a client and gives what the user gets.</param>
    /// <param name="waivers">What is not read, and why. A path ending in <c>.**</c> waives all below it; <c>**.x</c> waives x anywhere.</param>
    /// <returns>What the user gets from the example as it is.</returns>
    internal static async Task<object?> ReadWithoutLossAsync(byte[] example, Func<byte[], Task<object?>> read, params Waiver[] waivers)
    {
        var result = await read(example);
        var whole = Shape.Of(result);
        var values = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var (path, changed) in BodyValues.Of(example))
        {
            if (!values.GetValueOrDefault(path))
            {
                values[path] = Shape.Of(await TryAsync(() => read(changed))) != whole;
            }
        }

        var lost = values.Where(value => !value.Value).Select(value => value.Key).Where(path => !waivers.Any(waiver => waiver.Covers(path))).Order(StringComparer.Ordinal).ToList();
        Assert.True(lost.Count == 0, $"{lost.Count} of {values.Count} values are lost:\n{string.Join('\n', lost)}");
        var idle = waivers.Where(waiver => !values.Any(value => !value.Value && waiver.Covers(value.Key))).Select(waiver => waiver.Path).ToList();
        Assert.True(idle.Count == 0, $"These waivers waive nothing: {string.Join(", ", idle)}");
        Assert.NotEmpty(values);
        return result;
    }

    /// <summary>Takes a failure as what the user gets: for examples of errors.</summary>
    /// <param name="read">Reads an answer.</param>
    /// <returns>The result, or the failure.</returns>
    internal static async Task<object?> TryAsync(Func<Task<object?>> read)
    {
        try
        {
            return await read();
        }
        catch (CommerceException exception)
        {
            return exception;
        }
    }
}
