namespace BatchDashboard.Web.DoNotCall;

/// <summary>Why the import page did not take a file.</summary>
internal enum UploadRefusal
{
    NoFile,
    Expired,
    TooLarge,
}
