namespace BatchDashboard.Core.Batches;

/// <summary>Where the recipients of a batch came from.</summary>
public enum BatchSource
{
    Csv,
    Api,
}
