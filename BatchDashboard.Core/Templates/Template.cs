namespace BatchDashboard.Core.Templates;

/// <summary>A prompt with call settings under a name, for many batches; what it says stands in its versions.</summary>
public sealed class Template
{
    private Template()
    {
    }

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>The newest; versions are counted from 1 and never taken away.</summary>
    public int Version { get; private set; }

    /// <summary>How many batches were launched with it.</summary>
    public int Batches { get; private set; }

    /// <summary>When the last of them was launched.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    public static Template Create(string name, DateTimeOffset now) => new() { Id = Guid.CreateVersion7(now), Name = name };

    /// <summary>Counts a version on; returns its number.</summary>
    public int Advance(string name)
    {
        Name = name;
        return ++Version;
    }
}
