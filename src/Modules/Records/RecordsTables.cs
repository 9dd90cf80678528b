using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Keys;
using Samenkracht.Kernel.Storage;
using Samenkracht.Records.Listing;

namespace Samenkracht.Records;

/// <summary>What is stored: for the archivist, and without contents.</summary>
internal static class RecordsTables
{
    public static void Map(ModelMap map) => map
        .Scoped<Declaration>(ForTheArchivist, t => t.HasKey(d => d.Id))
        .Scoped<DestructionLine>(ForTheArchivist, t =>
        {
            t.ToTable("destruction").HasKey(l => l.Id);
            t.Ignore(l => l.File);
            t.Ignore(l => l.CountsByTable);
            t.Ignore(l => l.Reference);
            t.HasOne<Declaration>().WithMany().HasForeignKey(l => l.Declaration);
        })
        .Scoped<Tombstone>(ForTheArchivist, t =>
        {
            t.HasKey(s => s.Id);
            t.Property(s => s.Id).ValueGeneratedNever();
            t.HasOne<DestructionLine>().WithMany().HasForeignKey(s => s.Destruction);
        })
        .Scoped<RetentionHold>(ForTheArchivist, t => t.Sealed(h => h.Reason).HasKey(h => h.Id))
        .Scoped<RetentionNight>(ForTheArchivist, t => t.HasKey(n => n.Night))
        // Why something was held can tell of someone.
        .GoesWith("retention_hold").GoesWith("retention_hold", "signal")
        .Stays("what went, when and by which rule: ids that nothing explains any more, days and counts; the proof that the law asks for", "destruction", "declaration", "tombstone")
        .Stays("nights, and how many files were found", "retention_night");

    private static IQueryable<T> ForTheArchivist<T>(IQueryable<T> all, Work work) => work.Actor.May(Permission.ApproveDestruction) ? all : all.Where(_ => false);
}
