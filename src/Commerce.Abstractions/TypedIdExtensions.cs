namespace Commerce;

/// <summary>Makes typed identifiers: <c>OrderId.New(clock)</c>.</summary>
public static class TypedIdExtensions
{
    extension<TId>(TId)
        where TId : struct, ITypedId<TId>
    {
        /// <summary>Makes an identifier that sorts by the time of its making.</summary>
        /// <param name="clock">The clock whose UTC time goes into the identifier.</param>
        /// <returns>A new identifier.</returns>
        public static TId New(TimeProvider clock)
        {
            ArgumentNullException.ThrowIfNull(clock);
            return TId.From(Guid.CreateVersion7(clock.GetUtcNow()));
        }
    }
}
