using Samenkracht.Kernel.Logs;

namespace Samenkracht.Kernel.Journal;

/// <summary>Zegel van een journaalregel.</summary>
internal sealed class JournalSeal : Seal;
