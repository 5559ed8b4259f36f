namespace BatchDashboard.Tests.Telephony.BlandFake;

/// <summary>How the fake behaves beyond what is planned for single numbers.</summary>
public sealed record FakeBlandOptions
{
    public const string DefaultKey = "org_0123456789abcdef0123456789abcdef";
    public const string DefaultSecret = "a-secret-of-webhooks";

    public string ApiKey { get; init; } = DefaultKey;

    public string WebhookSecret { get; init; } = DefaultSecret;

    /// <summary>With the number, decides outcomes and random faults.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The share of placements that meet one of <see cref="RandomFaults"/>, from 0 to 1.</summary>
    public double FaultShare { get; init; }

    public IReadOnlyList<FakeFault> RandomFaults { get; init; } =
    [
        FakeFault.LoseRequest, FakeFault.LoseReply, FakeFault.Garbage, FakeFault.FailBefore, FakeFault.FailAfter,
        FakeFault.TooMany,
    ];

    /// <summary>From placement to end; a quarter of it rings.</summary>
    public TimeSpan CallLength { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How far the list of calls is behind.</summary>
    public TimeSpan ListLag { get; init; }

    /// <summary>From the request to hang up to the end of the call.</summary>
    public TimeSpan HangUpTakes { get; init; }

    /// <summary>What whoever is too fast is told to wait.</summary>
    public int RetryAfterSeconds { get; init; } = 7;

    /// <summary>How often the callback about an end is sent; 0: never.</summary>
    public int Callbacks { get; init; } = 1;

    /// <summary>Sends, after the end, how the call stood before it.</summary>
    public bool ReordersCallbacks { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
