namespace Commerce.Carriers;

/// <summary>What is asked for beyond plain transport. Which service takes which option is in <see cref="ServiceCapability.Options"/>.</summary>
public sealed record ShipmentOptions
{
    /// <summary>Gets: nothing extra.</summary>
    public static ShipmentOptions None { get; } = new();

    /// <summary>Gets a value indicating whether the recipient signs.</summary>
    public bool Signature { get; init; }

    /// <summary>Gets a value indicating whether an adult signs.</summary>
    public bool AdultSignature { get; init; }

    /// <summary>Gets the insured value of the shipment; <see langword="null"/> for the basic liability.</summary>
    public Money? InsuredValue { get; init => field = value is null ? null : Guard.Positive(value.Value); }

    /// <summary>Gets a value indicating whether it is also delivered on Saturday.</summary>
    public bool SaturdayDelivery { get; init; }

    /// <summary>Gets the amount that the driver collects.</summary>
    public Money? CashOnDelivery { get; init => field = value is null ? null : Guard.Positive(value.Value); }

    /// <summary>Gets the age in years that the recipient must have reached: 14 to 25.</summary>
    public int? MinimumAge { get; init => field = value is null ? null : Guard.InRange(value.Value, 14, 25); }

    /// <summary>Gets a value indicating whether the carrier mails the recipient; needs the recipient's e-mail.</summary>
    public bool NotifyByEmail { get; init; }

    /// <summary>Gets a value indicating whether the carrier texts the recipient; needs the recipient's telephone.</summary>
    public bool NotifyBySms { get; init; }

    /// <summary>Gets a value indicating whether a label for the way back is bought with the shipment.</summary>
    public bool ReturnLabel { get; init; }

    /// <summary>Gets a value indicating whether the parcels hold goods under the rules for dangerous goods (lithium batteries, flammables).</summary>
    public bool DangerousGoods { get; init; }

    /// <summary>Names the options that are asked for.</summary>
    /// <returns>The options.</returns>
    public IEnumerable<ShipmentOption> Requested()
    {
        if (this == None)
        {
            return [];
        }

        (bool Asked, ShipmentOption Option)[] options =
        [
            (Signature, ShipmentOption.Signature),
            (AdultSignature, ShipmentOption.AdultSignature),
            (InsuredValue is not null, ShipmentOption.Insurance),
            (SaturdayDelivery, ShipmentOption.SaturdayDelivery),
            (CashOnDelivery is not null, ShipmentOption.CashOnDelivery),
            (MinimumAge is not null, ShipmentOption.MinimumAge),
            (NotifyByEmail, ShipmentOption.NotifyByEmail),
            (NotifyBySms, ShipmentOption.NotifyBySms),
            (ReturnLabel, ShipmentOption.Return),
            (DangerousGoods, ShipmentOption.DangerousGoods),
        ];
        return options.Where(static entry => entry.Asked).Select(static entry => entry.Option);
    }
}
