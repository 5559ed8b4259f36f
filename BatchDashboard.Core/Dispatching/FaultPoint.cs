namespace BatchDashboard.Core.Dispatching;

/// <summary>The steps of a dial at which a test can have the process killed.</summary>
public enum FaultPoint
{
    /// <summary>Permits are taken, nothing is written.</summary>
    BeforeIntent,

    /// <summary>The intent is written and not committed.</summary>
    InIntent,

    /// <summary>The intent is committed, nothing is sent.</summary>
    AfterIntent,

    /// <summary>The request has been answered, nothing of it is known to anybody else.</summary>
    AfterRequest,

    /// <summary>What was learnt is written and not committed.</summary>
    InResults,

    /// <summary>What was learnt is committed, nobody has been told.</summary>
    AfterResults,

    /// <summary>A call in doubt was found at the provider, nothing of it is written.</summary>
    AfterLookUp,
}
