using System.Globalization;
using BatchDashboard.Benchmarks.PhoneNumbers;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

return args switch
{
    ["p3"] => PhoneGateRatio.Run(),
    ["prof"] => BatchDashboard.Benchmarks.Prof.Run(),
    ["overlap"] => BatchDashboard.Benchmarks.Overlap.Run(),
    ["quick"] => BatchDashboard.Benchmarks.Prof.Quick(),
    ["inter"] => BatchDashboard.Benchmarks.Inter.Run(),
    ["fuzz-phone", var cells] => PhoneFuzz.Run(Number(cells), seed: Environment.TickCount),
    ["fuzz-phone", var cells, var seed] => PhoneFuzz.Run(Number(cells), Number(seed)),
    _ => ShowUsage(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int ShowUsage()
{
    Console.Error.WriteLine(
        """
        dotnet run -c Release --project bench/BatchDashboard.Benchmarks -- <command>

          p3                          the phone gate against libphonenumber
          fuzz-phone <cells> [seed]   differences between the two
        """);
    return 2;
}
