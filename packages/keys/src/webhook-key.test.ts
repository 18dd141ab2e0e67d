import { createSigningKey } from "./key-set.ts";
import { signWebhook, verifyWebhook, webhookPublicKey } from "./webhook.ts";
import { createWebhookSecret, readWebhookKey } from "./webhook-key.ts";

const at = new Date("2026-11-22T09:00:00Z");
const call = { id: "msg_1", at, body: "{}" };

describe("a webhook key", () => {
  it("that is a secret proves what is signed with it", () => {
    const secret = createWebhookSecret();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(createWebhookSecret()).not.toBe(secret);
    proves(secret, { secret });
  });

  it("that is public proves what its private half signed", () => {
    const { publicJwk, privateJwk } = createSigningKey();
    proves(webhookPublicKey(publicJwk), { privateJwk });
  });

  it.each([
    "",
    "whpk_",
    "whsec_AAAA",
    `whpk_${"A".repeat(40)}`,
    "secret",
    "whsec_!!!!",
    "A".repeat(44),
  ])("is not %j", (text) => {
    expect(readWebhookKey(text)).toBeUndefined();
  });

  function proves(text: string, signer: Parameters<typeof signWebhook>[1][number]): void {
    const verifier = readWebhookKey(text);
    const headers = new Headers({ ...signWebhook(call, [signer]) });
    const verifiers = verifier ? [verifier] : [];
    expect(verifyWebhook(headers, call.body, { verifiers, now: at })).toEqual({ id: "msg_1" });
    expect(verifyWebhook(headers, "{} ", { verifiers, now: at })).toBeUndefined();
  }
});
