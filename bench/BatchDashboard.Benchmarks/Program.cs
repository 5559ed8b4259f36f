using System.Globalization;
using BatchDashboard.Benchmarks.PhoneNumbers;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

return args switch
{
    ["p3"] => PhoneGateRatio.Run(),
    _ => ShowUsage(),
};

static int ShowUsage()
{
    Console.Error.WriteLine("dotnet run -c Release --project bench/BatchDashboard.Benchmarks -- p3");
    return 2;
}
