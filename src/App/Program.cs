using Samenkracht.App.Commands;

return await CommandLine.Run(args);
