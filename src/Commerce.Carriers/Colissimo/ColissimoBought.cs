namespace Commerce.Carriers.Colissimo;

/// <summary>One parcel that was bought.</summary>
internal sealed record ColissimoBought(string Number, ShippedParcel Parcel, IReadOnlyList<ShippingDocument> Documents);
