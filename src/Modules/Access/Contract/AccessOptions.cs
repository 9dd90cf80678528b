namespace Samenkracht.Access.Contract;

/// <summary>Toegangsinstellingen: how one signs in to this installation.</summary>
public sealed class AccessOptions
{
    /// <summary>The demo: everyone is fictional, and the sign-in page lets one be any of them.</summary>
    public bool IsDemo { get; set; }

    /// <summary>Who works here signs in with a code of an authenticator app as well. Off in the demo only.</summary>
    public bool RequireAuthenticator { get; set; } = true;
}
