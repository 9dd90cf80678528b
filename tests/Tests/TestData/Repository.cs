namespace Samenkracht.Tests.TestData;

/// <summary>The checkout that the tests run in.</summary>
static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    /// <summary>The real data beside the checkout, or null: a test that needs it is then skipped with the reason.</summary>
    public static string? Shared =>
        Environment.GetEnvironmentVariable("SAMENKRACHT_SHARED") is { Length: > 0 } path ? path
        : System.IO.Directory.Exists(Path("..", "shared")) ? Path("..", "shared")
        : null;

    static string Find(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "Samenkracht.slnx")) ? folder
        : Find(System.IO.Directory.GetParent(folder)?.FullName ?? throw new InvalidOperationException("The tests do not run inside a checkout."));
}
