namespace Samenkracht.App;

/// <summary>The program will not do this, and says why in Dutch. Ends a command with exit status 1 and without a stack trace.</summary>
public sealed class RefusedException(string reason) : Exception(reason);
