using System.Data.Common;
using Microsoft.AspNetCore.Connections;

namespace BatchDashboard.Web.Shell;

/// <summary>Says in a plain sentence why a start failed, where that is something that whoever starts it can mend.</summary>
internal static class StartupFailure
{
    private const string DataDirectory =
        "Check Storage:DataDirectory: it must be a folder that this program may read and write.";

    /// <summary>Null for a failure that is a defect, whose stack trace is wanted.</summary>
    public static string? Explain(Exception failure) => failure switch
    {
        IOException { InnerException: AddressInUseException } =>
            $"{failure.Message} Stop the other program, or choose another address with --urls.",
        InvalidDataException => failure.Message,
        IOException or UnauthorizedAccessException => $"{failure.Message} {DataDirectory}",
        DbException => $"The database cannot be opened: {failure.Message} {DataDirectory}",
        FormatException => $"{failure.Message} Check Urls.",
        // How the configuration binder reports a value of the wrong kind.
        InvalidOperationException when failure.Message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal) =>
            failure.Message,
        _ => null,
    };
}
