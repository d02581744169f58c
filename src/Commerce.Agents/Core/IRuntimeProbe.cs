namespace Commerce.Agents;

/// <summary>Sees a runtime pass its crash points; a test host throws there to play a crash.</summary>
public interface IRuntimeProbe
{
    /// <summary>Called at each point.</summary>
    /// <param name="point">The point.</param>
    void Hit(CrashPoint point);

    /// <summary>Called for each message that is handed to the transport; repeats after a crash come again.</summary>
    /// <param name="message">The message.</param>
    void Sent(IMessage message)
    {
    }
}
