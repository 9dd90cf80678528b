using Samenkracht.Bench;
using Samenkracht.Bench.Pages;

// Run with: dotnet run -c Release --project bench            the scan by itself
//           dotnet run -c Release --project bench -- app     the scan as the application does it, from the database to its findings
//           tests/with-postgres dotnet run -c Release --project bench -- pages     pages beside the bare SQL that they need, on both databases
//               with --households N, --rounds N, --sqlite or --postgres alone, --only SCENE, --trace to see each statement
switch (args)
{
    case ["app", ..]: await ApplicationBench.Run(Console.Out); break;
    case ["pages", ..]: await PagesBench.Run(Console.Out, args); break;
    default: ScanBench.Run(Console.Out); break;
}
