using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.ColisPrive;

/// <summary>Every row of the table of events.</summary>
public sealed class ColisPriveStatusTests
{
    [Theory]
    [InlineData("029110", "", "out_for_delivery", null)]
    [InlineData("0291", "", "unknown", null)]
    [InlineData("0420", "Libellé nouveau", "unknown", null)]
    [InlineData("1", "Colis livré", "delivered", null)]
    [InlineData("1", "Commande livrée au gardien", "delivered", null)]
    [InlineData("1", "Colis non livré", "exception", "other")]
    [InlineData("1", "Colis non livré : avarié", "exception", "damaged")]
    [InlineData("1", "Le colis n'a pas pu être livré", "exception", "other")]
    [InlineData("1", "Le colis sera livré demain", "in_transit", null)]
    [InlineData("1", "En cours de livraison à votre adresse", "out_for_delivery", null)]
    [InlineData("1", "Colis en livraison", "out_for_delivery", null)]
    [InlineData("1", "Colis en tournée", "out_for_delivery", null)]
    [InlineData("1", "Colis disponible", "available_for_pickup", null)]
    [InlineData("1", "Absent : colis mis à disposition", "available_for_pickup", null)]
    [InlineData("1", "Déposé en point relais", "available_for_pickup", null)]
    [InlineData("1", "Retour à l'expéditeur", "returned", null)]
    [InlineData("1", "Colis retourné", "returned", null)]
    [InlineData("1", "Destinataire absent pendant la tournée", "failed_attempt", "recipient_absent")]
    [InlineData("1", "Refusé par le destinataire", "exception", "refused")]
    [InlineData("1", "Adresse erronée", "exception", "address_problem")]
    [InlineData("1", "Avarie constatée", "exception", "damaged")]
    [InlineData("1", "Colis perdu", "exception", "missing")]
    [InlineData("1", "Incident de transport", "exception", "other")]
    [InlineData("1", "Anomalie", "exception", "other")]
    [InlineData("1", "Colis pris en charge", "in_transit", null)]
    [InlineData("1", "Colis arrivé en agence", "in_transit", null)]
    [InlineData("1", "En transit", "in_transit", null)]
    [InlineData("1", "Plateforme de Lyon", "in_transit", null)]
    [InlineData("1", "Colis expédié", "in_transit", null)]
    [InlineData("1", "Tri effectué", "in_transit", null)]
    [InlineData("1", "Colis en préparation", "created", null)]
    [InlineData("1", "Colis annoncé", "created", null)]
    [InlineData("1", "En attente de remise à notre agence", "created", null)]
    public async Task Event_means(string code, string text, string status, string? incident)
    {
        var services = new ServiceCollection();
        services.AddColisPriveCarrier(static options =>
            (options.UserName, options.Password, options.CustomerCode, options.AccountId) = ("user", "secret-word", "A0", "000123"))
            .AddHttpMessageHandler(() => new Answering($"<StsDate>20260303 0712</StsDate><StsCode>{code}</StsCode><StsDesc>{text}</StsDesc>"));
        await using var provider = services.BuildServiceProvider();

        var report = await provider.GetRequiredKeyedService<ICarrierClient>("colis_prive")
            .TrackAsync(new TrackingRequest { TrackingNumber = new TrackingNumber("A0000000000169002") });

        var item = Assert.Single(report!.Events);
        Assert.Equal((code, text, status, incident), (item.Code, item.Description, item.Status!.Value.Value, item.Incident?.Value));
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 7, 12, 0, TimeSpan.FromHours(1)), item.At);
    }

    private sealed class Answering(string history) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(
            new HttpResponseMessage(HttpStatusCode.OK)
            {
                RequestMessage = request,
                Content = new StringContent(
                    "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><GetParcelResponse xmlns=\"http://colisprive.com/externe/1.0/\"><GetParcelResult>"
                    + $"<WSResp><RtnCode>0</RtnCode></WSResp><PclStatusHisto>{history}</PclStatusHisto></GetParcelResult></GetParcelResponse></s:Body></s:Envelope>",
                    Encoding.UTF8,
                    "text/xml"),
            });
    }
}
