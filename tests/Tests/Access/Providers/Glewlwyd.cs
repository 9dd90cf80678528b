using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Samenkracht.Tests.Access.Providers;

/// <summary>A real OpenID Connect provider, Debian's glewlwyd, in a process of its own on this machine only, with one client and one person.</summary>
internal sealed class Glewlwyd : IAsyncDisposable
{
    public const string ClientId = "samenkracht";
    public const string ClientSecret = "geheim-van-de-test";
    private const string Name = "nora";
    private const string Password = "wachtwoord-van-nora";
    private const string Program = "/usr/bin/glewlwyd";
    // What the package itself fills a new database with.
    private const string Tables = "/usr/share/dbconfig-common/data/glewlwyd/install/sqlite3";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("samenkracht-glewlwyd-");
    private readonly int port = FreePort();
    private Process? process;

    public string Url => $"http://127.0.0.1:{port}";

    public string Issuer => $"{Url}/api/oidc";

    public static async Task<Glewlwyd> Start(string callback, string signedOut)
    {
        if (!File.Exists(Program)) throw new InvalidOperationException("glewlwyd is missing (on Debian: sudo apt-get install glewlwyd).");
        var provider = new Glewlwyd();
        try
        {
            provider.Fill();
            provider.process = Process.Start(new ProcessStartInfo(Program, [$"--config-file={provider.Configure()}"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            await provider.Enrol(callback, signedOut);
            return provider;
        }
        catch
        {
            await provider.DisposeAsync();
            throw;
        }
    }

    /// <summary>The cookies of the person, who signed in at the provider with name and password.</summary>
    public async Task<CookieContainer> SignIn()
    {
        var (http, cookies) = Client();
        using (http) await Post(http, "auth", Credentials(Name, Password));
        return cookies;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false }) process.Kill();
        if (process is not null) await process.WaitForExitAsync();
        process?.Dispose();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private void Fill()
    {
        // People of this one have groups besides, and clients a list of places to go after signing out.
        var sql = File.ReadAllText(Tables).Replace("\"data-format\":{", $"\"data-format\":{{{List("groups")},{List("post_logout_redirect_uris")},", StringComparison.Ordinal);
        using var database = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "glewlwyd.db")}");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string List(string property) => $"\"{property}\":{{\"multiple\":true,\"read\":true,\"write\":true}}";

    private string Configure()
    {
        var file = Path.Combine(folder.FullName, "glewlwyd.conf");
        File.WriteAllText(file, $$"""
            port={{port}}
            bind_address="127.0.0.1"
            external_url="{{Url}}"
            login_url="login.html"
            api_prefix="api"
            log_mode="file"
            log_level="ERROR"
            log_file="{{Path.Combine(folder.FullName, "glewlwyd.log")}}"
            cookie_secure=false
            session_expiration=3600
            session_key="GLEWLWYD2_SESSION_ID"
            admin_scope="g_admin"
            profile_scope="g_profile"
            user_module_path="/usr/lib/glewlwyd/user"
            client_module_path="/usr/lib/glewlwyd/client"
            user_auth_scheme_module_path="/usr/lib/glewlwyd/scheme"
            plugin_module_path="/usr/lib/glewlwyd/plugin"
            use_secure_connection=false
            secure_connection_key_file="/none"
            secure_connection_pem_file="/none"
            secure_connection_ca_file="/none"
            hash_algorithm="SHA512"
            database = { type = "sqlite3" path = "{{Path.Combine(folder.FullName, "glewlwyd.db")}}" };
            """);
        return file;
    }

    private async Task Enrol(string callback, string signedOut)
    {
        var (http, _) = Client();
        using var administrator = http;
        await Ready(http);
        await Post(http, "auth", Credentials("admin", "password"));
        await Post(http, "mod/plugin/", Protocol());
        await Post(http, "client/", $$"""
            { "client_id": "{{ClientId}}", "name": "Samenkracht", "password": "{{ClientSecret}}", "confidential": true, "enabled": true, "scope": [],
              "redirect_uri": ["{{callback}}"], "post_logout_redirect_uris": ["{{signedOut}}"],
              "authorization_type": ["code"], "token_endpoint_auth_method": ["client_secret_basic"] }
            """);
        await Post(http, "user/", $$"""
            { "username": "{{Name}}", "name": "Nora Vos", "email": "nora@voorbeeld.test", "password": "{{Password}}", "enabled": true,
              "groups": ["iedereen", "wijkteam"], "scope": ["openid", "g_profile"] }
            """);
        var (hers, _) = Client();
        using var nora = hers;
        await Post(nora, "auth", Credentials(Name, Password));
        (await nora.PutAsync($"auth/grant/{ClientId}/", Json("""{ "scope": "openid" }"""))).EnsureSuccessStatusCode();
    }

    private string Protocol()
    {
        using var rsa = RSA.Create(2048);
        return $$"""
            { "module": "oidc", "name": "oidc", "display_name": "oidc", "parameters": {
              "iss": "{{Issuer}}", "subject-type": "public", "jwks-show": true, "jwt-type": "rsa", "jwt-key-size": "256",
              "key": {{JsonSerializer.Serialize(rsa.ExportPkcs8PrivateKeyPem())}}, "cert": {{JsonSerializer.Serialize(rsa.ExportSubjectPublicKeyInfoPem())}},
              "access-token-duration": 3600, "refresh-token-duration": 3600, "code-duration": 600, "refresh-token-rolling": true, "allow-non-oidc": false,
              "auth-type-code-enabled": true, "auth-type-id-token-enabled": true, "auth-type-token-enabled": false, "auth-type-none-enabled": false,
              "auth-type-password-enabled": false, "auth-type-client-enabled": false, "auth-type-device-enabled": false, "auth-type-refresh-enabled": false,
              "pkce-allowed": true, "pkce-required": true, "pkce-method-plain-allowed": false, "scope": [], "additional-parameters": [],
              "claims": [{ "name": "groups", "user-property": "groups", "type": "string", "mandatory": true, "on-demand": false, "scope": [] }],
              "name-claim": "mandatory", "name-claim-scope": [], "email-claim": "mandatory", "email-claim-scope": [], "scope-claim": "no",
              "session-management-allowed": true, "session-cookie-name": "sid", "session-cookie-expiration": 3600 } }
            """;
    }

    private async Task Ready(HttpClient http)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Patience && process is { HasExited: false })
        {
            try
            {
                await http.GetAsync("auth/scheme");
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50);
            }
        }
        throw new InvalidOperationException($"glewlwyd did not start: {await process!.StandardError.ReadToEndAsync()}");
    }

    private (HttpClient Http, CookieContainer Cookies) Client()
    {
        var cookies = new CookieContainer();
        return (new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = new Uri($"{Url}/api/") }, cookies);
    }

    private static string Credentials(string name, string password) => $$"""{ "username": "{{name}}", "password": "{{password}}" }""";

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    private static async Task Post(HttpClient http, string what, string json)
    {
        var answer = await http.PostAsync(what, Json(json));
        Assert.True(answer.IsSuccessStatusCode, $"glewlwyd: {what} gave {(int)answer.StatusCode}, {await answer.Content.ReadAsStringAsync()}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
