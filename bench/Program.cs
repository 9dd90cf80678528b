using Samenkracht.Bench;

// Run with: dotnet run -c Release --project bench
ScanBench.Run(Console.Out);
