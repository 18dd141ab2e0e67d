import { createHmac, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { verifyWebhook } from "./verify-webhook.ts";

const at = 1_780_000_000;
const now = at * 1000;
const body = '{"type":"note.added","data":{"contents":"Grüße"}}';
const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const key = publicKeyOf(publicKey);

describe("verifyWebhook", () => {
  const signed = (id = "msg_1", text = body) => `${id}.${at}.${text}`;
  const byKey = (text = signed(), from = privateKey) =>
    `v1a,${sign(null, Buffer.from(text), from).toString("base64")}`;
  const bySecret = (text = signed()) =>
    `v1,${createHmac("sha256", Buffer.alloc(32, 7)).update(text).digest("base64")}`;
  const headersOf = (signature: string, changed: Record<string, string> = {}) => ({
    "webhook-id": "msg_1",
    "webhook-timestamp": String(at),
    "webhook-signature": signature,
    ...changed,
  });

  it.each([
    ["a public key", byKey(), key],
    ["a secret", bySecret(), secret],
  ])(
    "believes what %s proves, whichever way its headers and body come",
    async (_, signature, by) => {
      const headers = headersOf(signature);
      const expected = { id: "msg_1", at: new Date(now) };
      expect(await verifyWebhook(headers, body, [by], { now })).toEqual(expected);
      const bytes = Buffer.from(body);
      expect(await verifyWebhook(new Headers(headers), bytes, [by], { now })).toEqual(expected);
    },
  );

  it("believes one good signature among several, by one key among several", async () => {
    const { privateKey: other, publicKey: older } = generateKeyPairSync("ed25519");
    const headers = headersOf(`${byKey(signed(), other)} ${byKey()}`);
    await expect(verifyWebhook(headers, body, [key], { now })).resolves.toBeDefined();
    const keys = [publicKeyOf(older), key];
    await expect(verifyWebhook(headersOf(byKey()), body, keys, { now })).resolves.toBeDefined();
  });

  it.each([
    ["another body", headersOf(byKey()), `${body} `],
    ["another id", headersOf(byKey(), { "webhook-id": "msg_2" }), body],
    ["another time", headersOf(byKey(), { "webhook-timestamp": String(at + 1) }), body],
    ["another's key", headersOf(byKey(signed(), generateKeyPairSync("ed25519").privateKey)), body],
    ["a signature that is no base64", headersOf("v1a,%"), body],
    ["a version that we do not know", headersOf(byKey().replace("v1a", "v2")), body],
    ["a secret made of the public key", headersOf(hmacBy(key, signed())), body],
  ])("refuses the signature of %s", async (_, headers, text) => {
    await expect(verifyWebhook(headers, text, [key], { now })).rejects.toMatchObject({
      name: "WebhookRefused",
      reason: "signature",
    });
  });

  it("refuses every call where the tolerance is no number", async () => {
    const options = { now, toleranceSeconds: Number.NaN };
    await expect(verifyWebhook(headersOf(byKey()), body, [key], options)).rejects.toMatchObject({
      reason: "time",
    });
  });

  it.each([301, -301])("refuses a call that is %i seconds old", async (seconds) => {
    const headers = headersOf(byKey());
    await expect(
      verifyWebhook(headers, body, [key], { now: now + seconds * 1000 }),
    ).rejects.toMatchObject({ reason: "time" });
    const options = { now: now + seconds * 1000, toleranceSeconds: 400 };
    await expect(verifyWebhook(headers, body, [key], options)).resolves.toBeDefined();
  });

  it.each([
    ["no id", { "webhook-id": "" }],
    ["an id that could hide a time", { "webhook-id": `msg.${at}` }],
    ["a time that is none", { "webhook-timestamp": "now" }],
    ["no signature", { "webhook-signature": "" }],
  ])("refuses headers with %s", async (_, changed) => {
    await expect(
      verifyWebhook(headersOf(byKey(), changed), body, [key], { now }),
    ).rejects.toMatchObject({ reason: "header" });
    await expect(verifyWebhook({}, body, [key], { now })).rejects.toMatchObject({
      reason: "header",
    });
  });

  it("says that a key is none", async () => {
    await expect(verifyWebhook(headersOf(byKey()), body, ["secret"], { now })).rejects.toThrow(
      RangeError,
    );
  });
});

function publicKeyOf(from: KeyObject): string {
  const { x = "" } = from.export({ format: "jwk" });
  return `whpk_${Buffer.from(x, "base64url").toString("base64")}`;
}

function hmacBy(secretText: string, text: string): string {
  const bytes = Buffer.from(secretText.replace(/^whpk_/, ""), "base64");
  return `v1,${createHmac("sha256", bytes).update(text).digest("base64")}`;
}
