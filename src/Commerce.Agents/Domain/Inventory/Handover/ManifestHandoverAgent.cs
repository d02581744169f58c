namespace Commerce.Agents.Domain.Inventory;

/// <summary>Hands parcels over to carriers, each manifest once; keys are the manifests' numbers.</summary>
public sealed class ManifestHandoverAgent : IHandle<DispatchHandover, ManifestHandover>
{
    private const int MaxManifest = 64;
    private const int MaxParcels = 1_000;

    /// <inheritdoc/>
    public async Task HandleAsync(DispatchHandover message, AgentContext<ManifestHandover> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireText(message.Manifest, MaxManifest, "Manifest");
        refusals.Require(message.Parcels.Count is >= 1 and <= MaxParcels, "Parcels", $"Parcels has {message.Parcels.Count}: give 1 to {MaxParcels}.");
        refusals.Require(message.Parcels.Distinct().Count() == message.Parcels.Count, "Parcels", "A parcel is there more than once: give each once.");
        if (!refusals.Any && context.State.Carrier is { } carrier)
        {
            if (carrier != message.Carrier || !context.State.Parcels.Order().SequenceEqual(message.Parcels.Order()))
            {
                refusals.Add(RefusalCode.Duplicate, "Manifest", "The manifest was handed over with other parcels: give these a manifest of their own.");
            }
        }
        else if (!refusals.Any)
        {
            await HandOverAsync(message, refusals, context).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(message.Manifest ?? ""));
    }

    private static async Task HandOverAsync(DispatchHandover message, Refusals refusals, AgentContext<ManifestHandover> context)
    {
        var parcels = context.Repository<HandoverParcel>();
        foreach (var number in message.Parcels)
        {
            var parcel = (await parcels.FindAsync(HandoverParcel.IdOf(message.Carrier, number)).ConfigureAwait(false))?.Value;
            if (parcel is null)
            {
                refusals.Add(RefusalCode.NotFound, $"Parcels[{number}]", $"{message.Carrier} has no such parcel of ours: take it back from the van.");
            }
            else if (parcel.Manifest is { } other)
            {
                refusals.Add(RefusalCode.Duplicate, $"Parcels[{number}]", $"The parcel was handed over with the manifest {other}: leave it out.");
            }
        }

        if (refusals.Any)
        {
            return;
        }

        context.State = new ManifestHandover { Carrier = message.Carrier, Parcels = message.Parcels };
        foreach (var number in message.Parcels)
        {
            context.Send(new HandOverParcel(message.Carrier, number, message.Manifest));
        }
    }
}
