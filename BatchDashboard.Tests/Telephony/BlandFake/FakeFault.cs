namespace BatchDashboard.Tests.Telephony.BlandFake;

/// <summary>What goes wrong with one placement.</summary>
public enum FakeFault
{
    None,

    /// <summary>The connection is cut before anything happened.</summary>
    LoseRequest,

    /// <summary>The call is placed and the connection cut.</summary>
    LoseReply,

    /// <summary>The call is placed and no answer comes while the asker waits.</summary>
    NeverAnswer,

    /// <summary>The call is placed and the answer says nothing.</summary>
    Garbage,

    /// <summary>500, and nothing happened.</summary>
    FailBefore,

    /// <summary>500, and the call is placed.</summary>
    FailAfter,

    /// <summary>A proxy's 504, and the call is placed.</summary>
    GatewayTimeout,

    /// <summary>408, and the call is placed.</summary>
    RequestTimeout,

    /// <summary>409, and nothing happened.</summary>
    Conflict,

    /// <summary>307 to the same address, which would place the call if it were followed.</summary>
    Redirect,

    /// <summary>429: slow down.</summary>
    TooMany,

    /// <summary>429: that number is not called.</summary>
    Blacklisted,

    /// <summary>429: no more calls today.</summary>
    DailyCap,

    /// <summary>400.</summary>
    BadRequest,

    /// <summary>401.</summary>
    Unauthorized,

    /// <summary>402.</summary>
    OutOfBalance,

    /// <summary>403.</summary>
    Forbidden,
}
