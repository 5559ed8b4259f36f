using System.Globalization;
using BatchDashboard.Benchmarks.PhoneNumbers;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

return args switch
{
    ["p3"] => PhoneGateRatio.Run(),
    ["fuzz-phone", var cells] => PhoneFuzz.Run(Number(cells), seed: Environment.TickCount),
    ["fuzz-phone", var cells, var seed] => PhoneFuzz.Run(Number(cells), Number(seed)),
    _ => ShowUsage(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int ShowUsage()
{
    Console.Error.WriteLine("Say which measure: p3 or fuzz-phone. bench/README.md tells what each one is.");
    return 2;
}
