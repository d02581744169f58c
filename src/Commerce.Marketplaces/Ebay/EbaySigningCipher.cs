namespace Commerce.Marketplaces.Ebay;

/// <summary>How requests are signed.</summary>
public enum EbaySigningCipher
{
    /// <summary>Ed25519, which eBay recommends.</summary>
    Ed25519,

    /// <summary>RSA with SHA-256.</summary>
    Rsa,
}
