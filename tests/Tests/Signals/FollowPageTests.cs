using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Signals;
using Samenkracht.Signals.Contract;
using Samenkracht.Tests.TestData;
using static Samenkracht.Tests.Signals.SignalTestData;

namespace Samenkracht.Tests.Signals;

public class FollowPageTests
{
    [Fact]
    public async Task What_later_modules_tell_is_read_and_answered_with_the_code()
    {
        var answers = new Answers();
        await using var app = await WebApp.Start(adjust: services => services.AddSingleton<ISignalFeedback>(answers));
        var given = await Give(app.Storage, Actor.Anonymous, Concern());
        var report = await Read(app, given.Code);
        Assert.Contains("De inkomensgrens gaat omhoog.", report.Main);

        var answered = await report.Submit(button: "Nee");

        Assert.Equal((given.Id, false), answers.Said);
        Assert.Contains("U zei: nee, dit is geen antwoord.", answered.Main);
        Assert.DoesNotContain(given.Code.Secret, answered.Url);
    }

    [Fact]
    public async Task The_wijkagent_reads_nothing_of_later_modules()
    {
        await using var app = await WebApp.Start(adjust: services => services.AddSingleton<ISignalFeedback>(new Answers()));
        var town = await Town.Build(app.Storage);
        var given = await Give(app.Storage, town[Role.Wijkagent], Concern());

        Assert.DoesNotContain("inkomensgrens", (await Read(app, given.Code)).Main);
    }

    private static async Task<Page> Read(WebApp app, SignalCode code) =>
        await (await app.Visitor().Get("/signaal/volgen")).Submit(new() { ["Reference"] = code.Reference, ["Secret"] = code.Secret });

    /// <summary>What a policy table would tell, and what was said of it.</summary>
    private sealed class Answers : ISignalFeedback
    {
        private static readonly Guid Question = Guid.NewGuid();

        public (SignalId Signal, bool Yes)? Said { get; private set; }

        public Task<IReadOnlyList<SignalFeedbackLine>> For(Work work, IReadOnlyCollection<SignalId> signals, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<SignalFeedbackLine>>(
                [.. signals.Select(s => new SignalFeedbackLine(s, work.Now, "Antwoord", "De inkomensgrens gaat omhoog.", Question, Said?.Yes))]);

        public async Task<bool> Reply(Work work, SignalId signal, Guid question, bool yes, string? words, CancellationToken cancel)
        {
            Said = (signal, yes);
            await work.Note(work.Because(SignalEvents.Answered), signal.Value, cancel: cancel);
            return question == Question;
        }
    }
}
