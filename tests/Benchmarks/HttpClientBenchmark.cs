using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using Commerce.Carriers;
using Commerce.Carriers.Ups;
using Commerce.Carriers.Ups.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Benchmarks;

/// <summary>One UPS rate call through the whole pipeline, against the same call by hand: same JSON, same mapping, same server, same run.</summary>
internal static class HttpClientBenchmark
{
    private const int Calls = 4_000;
    private const int WarmUps = 6;
    private const int Repetitions = 11;

    internal static async Task<int> RunAsync()
    {
        using var server = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, "serve") { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var address = new Uri((await server.StandardOutput.ReadLineAsync())! + "/");
        var services = new ServiceCollection();
        services.AddUpsCarrier(ups =>
        {
            ups.BaseAddress = address;
            (ups.ClientId, ups.ClientSecret, ups.AccountNumber) = ("benchmark-client", "benchmark-secret", "B3NCH1");
        });
        await using var provider = services.BuildServiceProvider();
        var client = (IRateProvider)provider.GetRequiredKeyedService<ICarrierClient>("ups");
        var options = new UpsCarrierOptions { ClientId = "benchmark-client", ClientSecret = "benchmark-secret", AccountNumber = "B3NCH1" };
        using var handler = new SocketsHttpHandler();
        using var http = new HttpClient(handler) { BaseAddress = address };

        Task<RateResult> Ours() => client.GetRatesAsync(Request());
        async Task<RateResult> ByHand()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "api/rating/v2409/Shop")
            {
                Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(UpsMapping.ToRate(Request(), options), UpsJson.Default.UpsRateEnvelope)),
            };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "benchmark");
            request.Headers.TryAddWithoutValidation("transId", Guid.NewGuid().ToString("N"));
            request.Headers.TryAddWithoutValidation("transactionSrc", "benchmark");
            using var response = await http.SendAsync(request);
            response.EnsureSuccessStatusCode();
            return UpsMapping.FromRate(JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync(), UpsJson.Default.UpsRateAnswer)!, "ups");
        }

        var isCorrect = (await Ours()).Quotes.Select(quote => quote.Price).SequenceEqual((await ByHand()).Quotes.Select(quote => quote.Price));

        // Long enough for the JIT to have finished with both.
        for (var i = 0; i < WarmUps; i++)
        {
            await MeasureAsync(Ours);
            await MeasureAsync(ByHand);
        }

        var ours = new List<(double Cpu, double Bytes)>();
        var byHand = new List<(double Cpu, double Bytes)>();
        for (var i = 0; i < Repetitions; i++)
        {
            ours.Add(await MeasureAsync(Ours));
            byHand.Add(await MeasureAsync(ByHand));
        }

        server.StandardInput.Close();
        await server.WaitForExitAsync();
        var (ourCpu, handCpu) = (new Figures([.. ours.Select(run => run.Cpu)]), new Figures([.. byHand.Select(run => run.Cpu)]));
        var (ourBytes, handBytes) = (new Figures([.. ours.Select(run => run.Bytes)]), new Figures([.. byHand.Select(run => run.Bytes)]));
        return Figures.Print(
            "http-client",
            ourCpu.Median / handCpu.Median,
            new
            {
                cpuMicrosecondsPerCall = new { ours = ourCpu.Json, byHand = handCpu.Json },
                bytesPerCall = new { ours = ourBytes.Json, byHand = handBytes.Json, ratio = Math.Round(ourBytes.Median / handBytes.Median, 3) },
            },
            Repetitions,
            isCorrect);
    }

    private static async Task<(double Cpu, double Bytes)> MeasureAsync(Func<Task<RateResult>> call)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < Calls; i++)
        {
            if ((await call()).Quotes.Count != 2)
            {
                throw new InvalidOperationException("The rates are wrong.");
            }
        }

        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        process.Refresh();
        return ((process.TotalProcessorTime - cpu).TotalMicroseconds / Calls, (double)bytes / Calls);
    }

    private static RateRequest Request() => new()
    {
        Sender = Someone("Lampes du Nord", "Lille", "59000"),
        Recipient = Someone("Zoé Martin", "Lyon", "69002"),
        Parcels = [new Parcel { Weight = Weight.FromKilograms(2.5m), Dimensions = new Dimensions(30, 20, 15) }],
    };

    private static Party Someone(string name, string city, string postalCode) => new()
    {
        Contact = new Contact { Name = name },
        Address = new Address { Line1 = "12 rue des Essais", City = city, PostalCode = postalCode, Country = CountryCode.France },
    };
}
