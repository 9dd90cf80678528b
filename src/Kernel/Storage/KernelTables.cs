using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Journal;
using Samenkracht.Kernel.Keys;
using Samenkracht.Kernel.Logs;

namespace Samenkracht.Kernel.Storage;

internal static class KernelTables
{
    internal static void Declare(ModelMap map) => map
        .IsSubject("household")
        .GoesWith("journal_key", law: "part")
        .Stays("a chain of who changed what kind of thing and when, by ids alone: what was written is sealed with keys that are destroyed (docs/adr/0004)", "journal_line", "journal_seal")
        .Stays("who looked and when, by ids alone, kept for its own term (NEN 7513)", "read_line")
        .Stays("of the installation, about nobody", "installation", "data_key");

    internal static void Map(ModelBuilder model)
    {
        model.Entity<JournalLine>().HasKey(l => l.Seq);
        model.Entity<JournalKey>().HasKey(k => new { k.Household, k.Part });
        model.Entity<DataKey>().HasKey(k => k.Id);
        MapSeal<JournalSeal>(model);
        model.Entity<Installation>(row =>
        {
            row.HasKey(i => i.Id);
            row.Property(i => i.Id).ValueGeneratedNever();
        });
    }

    internal static void MapSeal<TSeal>(ModelBuilder model) where TSeal : Seal => model.Entity<TSeal>(seal =>
    {
        seal.ToTable(typeof(TSeal).Name).HasKey(s => s.Position);
        seal.Property(s => s.Position).ValueGeneratedNever();
    });
}
