using System.Diagnostics;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.App;

public class LauncherTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("help")]
    [InlineData("-h")]
    public async Task Help_needs_no_build_and_names_every_command(string option)
    {
        var result = await Launch(option);

        Assert.Equal(0, result.ExitCode);
        foreach (var command in (string[])["demo", "serve", "import areas", "admin create", "verify-log", "scan", "test"])
            Assert.Contains($"\n  {command} ", result.Output);
    }

    [Theory]
    [InlineData]
    [InlineData("dance")]
    public async Task An_unknown_command_is_a_usage_error(params string[] arguments) =>
        Assert.Equal(2, (await Launch(arguments)).ExitCode);

    [Fact]
    public async Task The_test_command_explains_itself() =>
        Assert.Contains("passed, N failed, N skipped", (await Launch("test", "--help")).Output);

    [Theory]
    [InlineData("demo", ".NET 10 SDK")]
    [InlineData("import", ".NET 10 SDK")]
    [InlineData("scan", ".NET 10 SDK")]
    public async Task A_missing_tool_is_named_with_the_way_to_get_it(string command, string tool)
    {
        using var copy = new LauncherCopy();

        var result = await Launch(copy.Script, [command], path: copy.ToolsWithoutDotnetAndNode);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(tool, result.Output);
        Assert.Contains("https://", result.Output);
    }

    static Task<Result> Launch(params string[] arguments) => Launch(Repository.Path("samenkracht"), arguments);

    static async Task<Result> Launch(string script, string[] arguments, string? path = null)
    {
        var start = new ProcessStartInfo("/bin/bash", [script, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = System.IO.Path.GetTempPath(),
        };
        if (path is not null)
            start.Environment["PATH"] = path;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output + await error);
    }

    sealed record Result(int ExitCode, string Output);

    /// <summary>The launcher in an otherwise empty folder whose name has a space, with the machine's tools but for .NET and Node.</summary>
    sealed class LauncherCopy : IDisposable
    {
        static readonly string[] Tools =
            ["cat", "cut", "dirname", "env", "find", "flock", "grep", "mkdir", "readlink", "rm", "sha256sum", "sort", "xargs"];

        readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("samenkracht launcher ");

        public LauncherCopy()
        {
            File.Copy(Repository.Path("samenkracht"), Script);
            System.IO.Directory.CreateDirectory(ToolsWithoutDotnetAndNode);
            foreach (var name in (string[])["src", "demo", "database"])
                folder.CreateSubdirectory(name);
            foreach (var name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", ".editorconfig"])
                File.WriteAllText(System.IO.Path.Combine(folder.FullName, name), "");
            foreach (var tool in Tools)
                File.CreateSymbolicLink(System.IO.Path.Combine(ToolsWithoutDotnetAndNode, tool), $"/usr/bin/{tool}");
        }

        public string Script => System.IO.Path.Combine(folder.FullName, "samenkracht");

        public string ToolsWithoutDotnetAndNode => System.IO.Path.Combine(folder.FullName, "bin");

        public void Dispose() => folder.Delete(recursive: true);
    }
}
