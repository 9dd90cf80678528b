using System.Text.Json.Nodes;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.App;

/// <summary>A folder with a small map to scan: 24 cases among 600 people; a and b have 18 where 8 are to be expected.</summary>
sealed class ScanFolder : IDisposable
{
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("samenkracht scan ");

    public ScanFolder()
    {
        Write("units.csv", "id,x,y,population,cases,area\na,0,0,100,10,N\nb,1,0,100,8,N\nc,10,0,100,2,N\nd,20,0,100,2,Z\ne,30,0,100,1,Z\nf,40,0,100,1,Z\n");
        Write("sets.csv", "set,id\nclub,a\nclub,b\nkoor,d\nkoor,e\nkoor,f\n");
        Write("neighbours.csv", "from,to\na,b\nb,c\nc,d\nd,e\ne,f\n");
    }

    public string Path(string name) => System.IO.Path.Combine(folder.FullName, name);

    public void Write(string name, string content) => File.WriteAllText(Path(name), content);

    public RunningProgram Launch(string options) => RunningProgram.Launch(folder.FullName, ["scan", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

    public async Task<(int Status, string Text)> Run(string options)
    {
        await using var program = Launch(options);
        return await program.Answer();
    }

    public async Task<JsonObject> Json(string options)
    {
        var result = await Run($"--units units.csv {options} --json uit.json");
        Assert.True(result.Status == 0, result.Text);
        return JsonNode.Parse(await File.ReadAllTextAsync(Path("uit.json")))!.AsObject();
    }

    public void Dispose() => folder.Delete(recursive: true);
}
