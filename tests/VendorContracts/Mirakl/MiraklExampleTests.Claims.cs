using Commerce.VendorContracts.Examples;
using Xunit;
using static Commerce.VendorContracts.Examples.Waiver;

namespace Commerce.VendorContracts.Mirakl;

public sealed partial class MiraklExampleTests
{
    private static string[] Claimed =>
    [
        .. OrderExamples, "st01-shipments.response.json", "st11-shipments.response.json", "of21-offers.response.json",
        "m10-thread.response.json", "m11-threads.response.json", "or28-refund.response.json", "or30-cancel.response.json", "rt11-returns.response.json",
    ];

    [VendorSpecFact]
    public void Every_example_is_claimed() => ExampleFolder.AssertClaimed(
        VendorSpecs.PathOf("marketplaces", "mirakl", "samples"),
        Claimed,
        Waive(
            "A request, not an answer: our own requests are checked against the contract.", "of24-upsert.request.json", "or28-refund.request.json"));

    private static byte[] Sample(string file)
    {
        Assert.Contains(file, Claimed);
        return File.ReadAllBytes(VendorSpecs.PathOf("marketplaces", "mirakl", "samples", file));
    }
}
