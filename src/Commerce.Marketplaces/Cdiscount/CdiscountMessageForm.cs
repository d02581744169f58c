namespace Commerce.Marketplaces.Cdiscount;

/// <summary>How an answer in a discussion names its reader. Octopia's documentation and a client in production contradict each other here.</summary>
public enum CdiscountMessageForm
{
    /// <summary><c>"receivers":[{"userId":"…","userType":"Customer"}]</c> with the sales channel: a client in production. It takes no files.</summary>
    Receivers,

    /// <summary><c>"receiver":"Customer"</c>, with files where there are any: the documentation.</summary>
    Receiver,
}
