using System.Diagnostics;
using Samenkracht.App.Commands;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.App;

public class LauncherTests
{
    /// <summary>Every command that the program itself knows.</summary>
    public static TheoryData<string> Commands => [.. CommandLine.Root.Subcommands.Select(command => command.Name)];

    [Theory]
    [InlineData("--help")]
    [InlineData("help")]
    [InlineData("-h")]
    public async Task Help_needs_no_build_and_names_every_command(string option)
    {
        var result = await Launch(option);

        Assert.Equal(0, result.ExitCode);
        foreach (var command in (string[])[.. CommandLine.Root.Subcommands.Select(known => known.Name), "import areas", "admin create", "test", "audit"])
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
    [MemberData(nameof(Commands))]
    public async Task Every_command_is_passed_on_and_the_missing_SDK_named_with_the_way_to_get_it(string command)
    {
        using var copy = new LauncherCopy();

        var result = await Launch(copy.Script, [command], path: copy.OwnPath);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(".NET 10 SDK", result.Output);
        Assert.Contains("https://", result.Output);
    }

    [Fact]
    public async Task Node_is_named_when_the_front_end_must_be_built_and_not_asked_for_otherwise()
    {
        using var copy = new LauncherCopy();
        copy.HasSomeDotnet();

        var demo = await Launch(copy.Script, ["demo"], path: copy.OwnPath);
        Assert.Equal(1, demo.ExitCode);
        Assert.Contains("Node 20", demo.Output);
        Assert.Contains("https://", demo.Output);
        foreach (var command in (string[])["import", "scan"])
            Assert.Equal(0, (await Launch(copy.Script, [command], path: copy.OwnPath)).ExitCode);
    }

    [Fact]
    public async Task It_builds_when_sources_changed_and_only_then()
    {
        using var copy = new LauncherCopy();
        copy.HasSomeDotnet();

        for (var i = 0; i < 2; i++) await Launch(copy.Script, ["verify-log"], path: copy.OwnPath);
        Assert.Equal(1, copy.Builds);
        copy.ChangeSources();
        await Launch(copy.Script, ["verify-log"], path: copy.OwnPath);
        Assert.Equal(2, copy.Builds);
    }

    /// <summary>No news is not good news: a registry without advisories must not look like one that found none.</summary>
    [Theory]
    [InlineData("NU1905: Audit source 'source1' did not provide any vulnerability data.", "{\"message\": \"405\"}", 1, 3, ".NET: skipped: no advisory data", "npm: skipped: no advisory data")]
    [InlineData("NU1903: Package 'Oud' 1.0.0 has a known high severity vulnerability", "{}", 0, 1, ".NET: Package 'Oud' 1.0.0 has a known high severity vulnerability", "npm: no advisories")]
    [InlineData("", "{\"vulnerabilities\": {\"oud\": {\"name\": \"oud\", \"severity\": \"high\"}}}", 1, 1, ".NET: no advisories", "npm: \"name\": \"oud\"")]
    [InlineData("", "{}", 0, 0, ".NET: no advisories", "npm: no advisories")]
    public async Task An_audit_names_advisories_and_says_when_nobody_can_know(string nuget, string npm, int npmExit, int exit, params string[] said)
    {
        using var copy = new LauncherCopy();
        copy.HasRegistries(nuget, npm, npmExit);

        var result = await Launch(copy.Script, ["audit"], path: copy.OwnPath);

        Assert.Equal(exit, result.ExitCode);
        Assert.All(said, words => Assert.Contains(words, result.Output));
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
            ["cat", "cut", "dirname", "env", "find", "flock", "grep", "ln", "mkdir", "mv", "readlink", "rm", "sha256sum", "sort", "tail", "touch", "xargs"];

        readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("samenkracht launcher ");

        public LauncherCopy()
        {
            File.Copy(Repository.Path("samenkracht"), Script);
            System.IO.Directory.CreateDirectory(OwnPath);
            foreach (var name in (string[])["src", "demo", "database"])
                folder.CreateSubdirectory(name);
            foreach (var name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", ".editorconfig"])
                File.WriteAllText(System.IO.Path.Combine(folder.FullName, name), "");
            foreach (var tool in Tools)
                File.CreateSymbolicLink(System.IO.Path.Combine(OwnPath, tool), $"/usr/bin/{tool}");
        }

        public string Script => System.IO.Path.Combine(folder.FullName, "samenkracht");

        public string OwnPath => System.IO.Path.Combine(folder.FullName, "bin");

        string BuildLog => System.IO.Path.Combine(folder.FullName, "builds.txt");

        public int Builds => File.ReadAllLines(BuildLog).Length;

        /// <summary>What answers to the name of .NET 10 "builds" by making the folder that was asked for, and "runs" anything.</summary>
        public void HasSomeDotnet()
        {
            System.IO.Directory.CreateDirectory(System.IO.Path.Combine(folder.FullName, "src/Web/frontend"));
            File.WriteAllText(System.IO.Path.Combine(folder.FullName, "src/Web/frontend/package.json"), "{}");
            File.WriteAllText(System.IO.Path.Combine(folder.FullName, "src/Web/frontend/package-lock.json"), "{}");
            var dotnet = System.IO.Path.Combine(OwnPath, "dotnet");
            File.WriteAllText(dotnet, $"""
                #!/bin/bash
                case $1 in
                    --list-sdks) echo '10.0.100 [/usr/share/dotnet/sdk]' ;;
                    publish) mkdir -p "$6" && echo built >>"{BuildLog}" ;;
                esac
                """);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        /// <summary>.NET and npm that say this of the advisories of every dependency.</summary>
        public void HasRegistries(string nuget, string npm, int npmExit)
        {
            folder.CreateSubdirectory("tests");
            File.Copy(Repository.Path("tests", "audit"), System.IO.Path.Combine(folder.FullName, "tests/audit"));
            foreach (var tool in (string[])["bash", "mktemp", "sed"]) File.CreateSymbolicLink(System.IO.Path.Combine(OwnPath, tool), $"/usr/bin/{tool}");
            Tool("dotnet", $"""
                case $1 in
                    --list-sdks) echo '10.0.100 [/usr/share/dotnet/sdk]' ;;
                    nuget) echo 'E https://packages.example/v3/index.json' ;;
                    restore) echo "App.csproj : warning {nuget}" ;;
                esac
                """);
            Tool("node", "echo v20.1.0");
            Tool("npm", $"echo '{npm}'; exit {npmExit}");
        }

        void Tool(string name, string script)
        {
            var file = System.IO.Path.Combine(OwnPath, name);
            File.WriteAllText(file, $"#!/bin/bash\n{script}\n");
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        public void ChangeSources() => File.WriteAllText(System.IO.Path.Combine(folder.FullName, "src/Changed.cs"), "class Changed;");

        public void Dispose() => folder.Delete(recursive: true);
    }
}
