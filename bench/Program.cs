using Samenkracht.Bench;

// Run with: dotnet run -c Release --project bench            the scan by itself
//           dotnet run -c Release --project bench -- app     the scan as the application does it, from the database to its findings
if (args is ["app", ..]) await ApplicationBench.Run(Console.Out);
else ScanBench.Run(Console.Out);
