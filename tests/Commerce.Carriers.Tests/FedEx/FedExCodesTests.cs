using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.FedEx;

/// <summary>Every row of FedEx's table of tracking codes.</summary>
public sealed class FedExCodesTests
{
    [Theory]
    [InlineData("created", "OC OX MD EP DS LP RP RG PD DR")]
    [InlineData("picked_up", "PU PX")]
    [InlineData("in_transit", "OF AP IT IX AA AC AF AR AX DP EA EO FD LO OW Ow PF PL PM SF TR CC CP DO IP TP")]
    [InlineData("out_for_delivery", "OD ED AD")]
    [InlineData("delivered", "DL")]
    [InlineData("available_for_pickup", "HL HP HA")]
    [InlineData("exception", "DE SE CD DD PY")]
    [InlineData("returned", "RS RT")]
    [InlineData("cancelled", "CA LC RD")]
    [InlineData(null, "AO AE DY US RR RC RM CH IN AS PR RA SP")]
    [InlineData("unknown", "ZZ 00")]
    public async Task Every_code_has_its_status(string? status, string codes)
    {
        foreach (var code in codes.Split(' '))
        {
            Assert.Equal((code, status), (code, (await EventAsync(code)).Status?.Value));
        }
    }

    [Theory]
    [InlineData("CD", "", "", "customs")]
    [InlineData("PY", "", "", "payment_due")]
    [InlineData("DD", "", "", "delay")]
    [InlineData("DY", "", "", "delay")]
    [InlineData("DE", "", "", "other")]
    [InlineData("SE", "", "", "other")]
    [InlineData("DE", "15", "", "recipient_absent")]
    [InlineData("SE", "A25", "", "other")]
    [InlineData("DE", "", "WEATHER", "weather")]
    [InlineData("SE", "", "CLEARANCE", "customs")]
    [InlineData("SE", "", "OPERATIONAL", "delay")]
    [InlineData("SE", "", "LOCAL", "delay")]
    [InlineData("SE", "", "GENERAL", "delay")]
    [InlineData("IT", "", "NEW_KIND", "delay")]
    [InlineData("IT", "", "", null)]
    public async Task Every_incident_has_its_reason(string code, string exception, string delay, string? reason) =>
        Assert.Equal(reason, (await EventAsync(code, exception, delay)).Incident?.Value);

    private static async Task<TrackingEvent> EventAsync(string code, string exception = "", string delay = "")
    {
        using var told = new Told($$$"""
            {"output":{"completeTrackResults":[{"trackResults":[{"latestStatusDetail":{"code":"{{{code}}}"},"scanEvents":[{"date":"2026-03-02T10:00:00+01:00",
            "eventType":"{{{code}}}","exceptionCode":"{{{exception}}}","delayDetail":{"type":"{{{delay}}}","status":"DELAYED"}}]}]}]}}
            """);
        var services = new ServiceCollection();
        services.AddFedExCarrier(options =>
        {
            options.BaseAddress = new Uri("http://fedex.example/");
            (options.ClientId, options.ClientSecret, options.AccountNumber) = ("invented", "invented-secret", "700257037");
        }).AddHttpMessageHandler(() => told);
        await using var provider = services.BuildServiceProvider();
        var report = await provider.GetRequiredKeyedService<ICarrierClient>("fedex").TrackAsync(new TrackingRequest { TrackingNumber = new TrackingNumber("794900000001") });
        return report!.Events.Single();
    }

    private sealed class Told(string answer) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(
            new HttpResponseMessage(HttpStatusCode.OK)
            {
                RequestMessage = request,
                Content = new StringContent(
                    request.RequestUri!.AbsolutePath == "/oauth/token" ? """{"access_token":"invented","expires_in":3600}""" : answer, Encoding.UTF8, "application/json"),
            });
    }
}
