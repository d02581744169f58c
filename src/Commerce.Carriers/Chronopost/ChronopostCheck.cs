namespace Commerce.Carriers.Chronopost;

/// <summary>Refuses offline what Chronopost would refuse. Source: Chronopost's modules; insurance from the shipping documentation.</summary>
internal static class ChronopostCheck
{
    private const decimal MaxInsuredEuros = 20_000;
    private const decimal MaxLengthAndGirthCm = 300;

    internal static Refusal? Objection(ShipmentRequest request, CarrierCapabilities capabilities)
    {
        if (capabilities.Check(request) is [var objection, ..])
        {
            return objection;
        }

        if (ChronopostProducts.IsRelay(request.Service) && request.PickupPoint is null)
        {
            return Refused(nameof(request.PickupPoint), $"PickupPoint is missing: the product {request.Service} delivers to a relay. Find one with FindPickupPointsAsync.");
        }

        if (request.Options.InsuredValue is { } insured && (insured.Currency != Currency.Eur || insured.Amount > MaxInsuredEuros))
        {
            return Refused("Options.InsuredValue", $"Options.InsuredValue is {insured}: Chronopost insures up to {MaxInsuredEuros} EUR.");
        }

        for (var i = 0; i < request.Parcels.Count; i++)
        {
            if (request.Parcels[i].Dimensions is { LengthAndGirthCm: > MaxLengthAndGirthCm } size)
            {
                return Refused($"Parcels[{i}].Dimensions", $"Parcels[{i}].Dimensions is {size}: length and girth together are at most {MaxLengthAndGirthCm} cm.");
            }
        }

        return null;
    }

    private static Refusal Refused(string field, string message) => new(RefusalCode.NotSupported, message) { Field = field };
}
