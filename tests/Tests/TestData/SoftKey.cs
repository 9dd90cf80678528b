using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Samenkracht.Tests.TestData;

/// <summary>A device that keeps a passkey and answers a site's questions with it (WebAuthn level 3), as honest or dishonest as a test asks.</summary>
internal sealed class SoftKey
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(16);
    private string? owner;
    private uint used;

    public string Origin { get; set; } = "http://localhost";

    public string Domain { get; set; } = "localhost";

    /// <summary>Whether it asked for a finger, a face or a PIN.</summary>
    public bool Verifies { get; set; } = true;

    /// <summary>Makes the key for a site: what <c>navigator.credentials.create</c> gives.</summary>
    public string Create(string options)
    {
        var asked = JsonNode.Parse(options)!;
        owner = (string)asked["user"]!["id"]!;
        // {"fmt": "none", "attStmt": {}, "authData": bytes}
        byte[] attestation = [0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), .. Bytes(AuthenticatorData(creates: true))];
        return Credential(new() { ["clientDataJSON"] = Encode(ClientData("webauthn.create", (string)asked["challenge"]!)), ["attestationObject"] = Encode(attestation), ["transports"] = new JsonArray("internal") });
    }

    /// <summary>Answers a question: what <c>navigator.credentials.get</c> gives.</summary>
    /// <param name="asOwner">Another account's handle, for who claims to be somebody else.</param>
    public string Get(string options, string? asOwner = null)
    {
        var clientData = ClientData("webauthn.get", (string)JsonNode.Parse(options)!["challenge"]!);
        var data = AuthenticatorData(creates: false);
        var signature = key.SignData([.. data, .. SHA256.HashData(clientData)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new()
        {
            ["clientDataJSON"] = Encode(clientData),
            ["authenticatorData"] = Encode(data),
            ["signature"] = Encode(signature),
            ["userHandle"] = asOwner is null ? owner : Encode(Encoding.UTF8.GetBytes(asOwner)),
        });
    }

    private byte[] ClientData(string type, string challenge) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge, origin = Origin, crossOrigin = false });

    private byte[] AuthenticatorData(bool creates)
    {
        var flags = (byte)(0x01 | (Verifies ? 0x04 : 0) | (creates ? 0x40 : 0));
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, ++used);
        byte[] data = [.. SHA256.HashData(Encoding.ASCII.GetBytes(Domain)), flags, .. count];
        return creates ? [.. data, .. new byte[16], 0, (byte)id.Length, .. id, .. PublicKey()] : data;
    }

    // COSE: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
    private byte[] PublicKey()
    {
        var point = key.ExportParameters(false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, .. Bytes(point.X!), 0x22, .. Bytes(point.Y!)];
    }

    private string Credential(JsonObject response) => new JsonObject
    {
        ["id"] = Encode(id),
        ["rawId"] = Encode(id),
        ["type"] = "public-key",
        ["response"] = response,
        ["clientExtensionResults"] = new JsonObject(),
        ["authenticatorAttachment"] = "platform",
    }.ToJsonString();

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static byte[] Bytes(byte[] bytes) => bytes.Length < 256
        ? [0x58, (byte)bytes.Length, .. bytes]
        : [0x59, (byte)(bytes.Length >> 8), (byte)bytes.Length, .. bytes];

    private static string Encode(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);
}
