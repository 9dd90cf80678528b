using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Samenkracht.Kernel.Storage;

/// <summary>Makes connections to SQLite that stay open between two works, each in its context, and closes them in the end. To open a file and to say how to use it takes as long as several answers (docs/adr/0098).</summary>
/// <param name="uses">What each connection is told when it is opened, as PRAGMA statements.</param>
internal sealed class KeptConnections(string uses) : DbConnectionInterceptor, IDisposable
{
    private readonly ConcurrentDictionary<KeptConnection, byte> open = [];

    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(new KeptConnection(new SqliteConnectionStringBuilder(eventData.ConnectionString) { Pooling = false }.ToString(), uses, open));

    /// <summary>Closes each file that no work uses now; the next work opens it again.</summary>
    public void Release()
    {
        foreach (var (connection, _) in open) connection.Release();
    }

    public void Dispose() => Release();
}

/// <summary>A connection that rests when it is closed, with its statements as SQLite made them of their text: to make one takes longer than most answers.</summary>
internal sealed class KeptConnection(string text, string uses, ConcurrentDictionary<KeptConnection, byte> opened) : SqliteConnection(text)
{
    /// <summary>Of the some hundreds that the pages ask, those that are asked most stay.</summary>
    private const int Most = 200;

    private readonly Dictionary<string, Statement> statements = [];
    private readonly Lock resting = new();
    private bool rests;
    private long asked;

    public override ConnectionState State => rests ? ConnectionState.Closed : base.State;

    public override void Open()
    {
        lock (resting)
        {
            var isOpen = base.State == ConnectionState.Open;
            rests = false;
            if (isOpen) return;
            base.Open();
            try
            {
                Use();
            }
            catch
            {
                // Never to be used without: what is deleted would stay readable.
                base.Close();
                throw;
            }
        }
        opened.TryAdd(this, 0);
    }

    public override void Close()
    {
        lock (resting)
        {
            if (State != ConnectionState.Open) return;
            Transaction?.Dispose();
            rests = true;
        }
    }

    /// <summary>Closes the file, unless a work uses it.</summary>
    public void Release()
    {
        lock (resting)
        {
            if (!rests) return;
            rests = false;
            statements.Clear();
            base.Close();
        }
        opened.TryRemove(this, out _);
    }

    public override SqliteCommand CreateCommand() => new Asked(this) { CommandTimeout = DefaultTimeout, Transaction = Transaction };

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Close();
            Release();
        }
        base.Dispose(disposing);
    }

    private void Use()
    {
        if (uses.Length == 0) return;
        using var use = new SqliteCommand(uses, this);
        use.ExecuteNonQuery();
    }

    private Statement Keep(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement))
        {
            if (statements.Count == Most) ForgetHalf();
            statements.Add(sql, statement = new Statement(new SqliteCommand(sql, this)));
        }
        statement.LastAsked = ++asked;
        return statement;
    }

    private void ForgetHalf()
    {
        foreach (var (sql, statement) in statements.OrderBy(s => s.Value.LastAsked).Take(Most / 2).Where(s => !s.Value.IsRead).ToList())
        {
            statement.Dispose();
            statements.Remove(sql);
        }
    }

    /// <summary>What someone asks, who knows nothing of what is kept.</summary>
    private sealed class Asked(KeptConnection connection) : SqliteCommand(null, connection)
    {
        public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
        {
            // A PRAGMA works while its statement is made, not when that is used.
            if (CommandText.StartsWith("PRAGMA", StringComparison.OrdinalIgnoreCase)) return base.ExecuteReader(behavior);
            var statement = connection.Keep(CommandText);
            return statement.IsRead ? base.ExecuteReader(behavior) : statement.Read(this, behavior);
        }
    }

    private sealed class Statement(SqliteCommand command) : IDisposable
    {
        private SqliteDataReader? reader;

        public long LastAsked { get; set; }

        public bool IsRead => reader is { IsClosed: false };

        public SqliteDataReader Read(Asked asked, CommandBehavior behavior)
        {
            (command.Transaction, command.CommandTimeout) = (asked.Transaction, asked.CommandTimeout);
            command.Parameters.Clear();
            foreach (SqliteParameter parameter in asked.Parameters) command.Parameters.Add(parameter);
            return reader = command.ExecuteReader(behavior);
        }

        public void Dispose() => command.Dispose();
    }
}
