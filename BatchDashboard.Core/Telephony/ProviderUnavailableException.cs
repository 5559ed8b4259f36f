namespace BatchDashboard.Core.Telephony;

/// <summary>A provider could not be asked, or its answer says nothing; whether it has a call stays open.</summary>
public sealed class ProviderUnavailableException : Exception
{
    /// <param name="message">Names the provider and what it answered, and holds no number, name or key.</param>
    public ProviderUnavailableException(string message)
        : base(message)
    {
    }

    public ProviderUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
