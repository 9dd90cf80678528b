using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Records.Copy;

/// <summary>In welke vorm iemand een kopie meeneemt.</summary>
internal enum CopyForm { Html, Json }

/// <summary>Makes a copy to take home, and notes that it was made.</summary>
internal static class CopyDesk
{
    public static async Task<FileContentResult> Give(Storage storage, Actor actor, CopySubject whom, PersonalCopy copy, CopyForm form, CancellationToken cancel)
    {
        await using (var work = await storage.Begin(actor, cancel))
        {
            await work.Note(work.Because(RecordEvents.CopyMade), whom.Person, whom.Household, new { Form = form.ToString() }, cancel);
            await work.Commit(cancel);
        }
        var (bytes, type, end) = form == CopyForm.Json ? (CopyFiles.Json(copy), MediaTypeNames.Application.Json, "json") : (CopyFiles.Html(copy), "text/html; charset=utf-8", "html");
        // No name in the name of a file: that stays in the list of downloads.
        return new FileContentResult(bytes, type) { FileDownloadName = $"kopie-gegevens-{copy.MadeAt:yyyy-MM-dd}.{end}" };
    }
}
