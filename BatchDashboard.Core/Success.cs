namespace BatchDashboard.Core;

/// <summary>Makes results of interface types, which no implicit conversion takes.</summary>
public static class Success
{
    public static Result<T> Of<T>(T value) => new(value, null);
}
