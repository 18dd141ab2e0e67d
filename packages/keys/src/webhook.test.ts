import { createHmac } from "node:crypto";
import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { createSigningKey } from "./key-set.ts";
import { signWebhook, verifyWebhook, webhookPublicKey } from "./webhook.ts";

fc.configureGlobal({ seed: 20_261_122 });

const vector = {
  secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
  call: {
    id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
    at: new Date(1_614_265_330_000),
    body: '{"test": 2432232314}',
  },
  signature: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
};
const { call, secret } = vector;
const key = createSigningKey(() => new Uint8Array(32).fill(5));
const both = [{ privateJwk: key.privateJwk }, { secret }];

type Change = Partial<Record<"webhook-id" | "webhook-timestamp" | "webhook-signature", string>>;

function check(
  change: Change = {},
  {
    now = call.at,
    body = call.body as string | Uint8Array,
    verifiers = [{ secret }] as Parameters<typeof verifyWebhook>[2]["verifiers"],
  } = {},
) {
  const headers = new Headers({ ...signWebhook(call, [{ secret }]), ...change });
  return verifyWebhook(headers, body, { verifiers, now });
}

describe("a webhook signature", () => {
  it("is that of the standard's own vector", () => {
    expect(signWebhook(call, [{ secret }])).toEqual({
      "webhook-id": call.id,
      "webhook-timestamp": "1614265330",
      "webhook-signature": vector.signature,
    });
    expect(check()).toEqual({ id: call.id });
  });

  it("is what npm's standardwebhooks would sign, and takes what it signs, whatever is sent", () => {
    const secrets = fc.uint8Array({ minLength: 24, maxLength: 64 });
    const ids = fc.stringMatching(/^[\x21-\x2d\x2f-\x7e]{1,64}$/);
    const bodies = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(secrets, ids, bodies, (bytes, id, body) => {
        const secret = `whsec_${Buffer.from(bytes).toString("base64")}`;
        const theirs = new Webhook(secret).sign(id, call.at, body);
        const ours = signWebhook({ id, at: call.at, body }, [{ secret }]);
        expect(ours["webhook-signature"]).toBe(theirs);
        const verifiers = [{ secret }];
        expect(verifyWebhook(new Headers({ ...ours }), body, { verifiers, now: call.at })).toEqual({
          id,
        });
      }),
    );
  });

  it("is taken by npm's standardwebhooks beside an Ed25519 signature", () => {
    const headers = signWebhook({ ...call, at: new Date() }, both);
    expect(new Webhook(secret).verify(call.body, { ...headers })).toEqual({ test: 2432232314 });
  });

  it("is proved by the tenant's public key alone", () => {
    const headers = new Headers({ ...signWebhook(call, [{ privateJwk: key.privateJwk }]) });
    const verifiers = [{ publicJwk: key.publicJwk }];

    expect(headers.get("webhook-signature")).toMatch(/^v1a,[0-9A-Za-z+/]{86}==$/);
    expect(verifyWebhook(headers, call.body, { verifiers, now: call.at })).toEqual({ id: call.id });
    const stranger = [{ publicJwk: createSigningKey().publicJwk }];
    expect(
      verifyWebhook(headers, call.body, { verifiers: stranger, now: call.at }),
    ).toBeUndefined();
  });

  it("lets a receiver go over from one key to the next", () => {
    const headers = new Headers({ ...signWebhook(call, both) });
    const old = { secret: `whsec_${Buffer.alloc(24).toString("base64")}` };
    for (const verifiers of [[{ secret }], [old, { secret }], [{ publicJwk: key.publicJwk }]]) {
      expect(verifyWebhook(headers, call.body, { verifiers, now: call.at })).toEqual({
        id: call.id,
      });
    }
  });

  it("covers bytes, not characters", () => {
    const body = Uint8Array.of(0xff, 0xfe, 0x00);
    const headers = new Headers({ ...signWebhook({ ...call, body }, [{ secret }]) });
    const options = { verifiers: [{ secret }], now: call.at };
    expect(verifyWebhook(headers, body, options)).toBeDefined();
    expect(verifyWebhook(headers, Uint8Array.of(0xff, 0xfd, 0x00), options)).toBeUndefined();
  });

  it("takes signatures of other versions for what they are: somebody else's", () => {
    expect(check({ "webhook-signature": `v2,abc ${vector.signature}` })).toEqual({ id: call.id });
  });

  it("holds for five minutes either way", () => {
    const at = (seconds: number) =>
      check({}, { now: new Date(call.at.getTime() + seconds * 1000) });
    expect(at(300)).toBeDefined();
    expect(at(-300)).toBeDefined();
    expect(at(301)).toBeUndefined();
    expect(at(-301)).toBeUndefined();
  });

  it("gives out its public key as webhook libraries take it", () => {
    expect(webhookPublicKey(key.publicJwk)).toMatch(/^whpk_[0-9A-Za-z+/]{43}=$/);
  });
});

describe("a webhook is refused", () => {
  const bare = vector.signature.slice("v1,".length);

  it.each<[string, Change]>([
    ["no id", { "webhook-id": "" }],
    ["no timestamp", { "webhook-timestamp": "" }],
    ["no signature", { "webhook-signature": "" }],
    ["another id", { "webhook-id": "msg_other" }],
    ["another timestamp", { "webhook-timestamp": "1614265331" }],
    ["a timestamp that is no number", { "webhook-timestamp": "now" }],
    ["a timestamp with junk behind it", { "webhook-timestamp": "1614265330abc" }],
    ["a timestamp with a fraction", { "webhook-timestamp": "1614265330.0" }],
    ["a timestamp written otherwise", { "webhook-timestamp": "01614265330" }],
    ["a timestamp in hexadecimal", { "webhook-timestamp": "0x6037bc32" }],
    ["a signature without its version", { "webhook-signature": bare }],
    ["a version without its signature", { "webhook-signature": "v1," }],
    ["a signature under another version", { "webhook-signature": `v2,${bare}` }],
    ["an HMAC passed off as Ed25519", { "webhook-signature": `v1a,${bare}` }],
    ["a version that only begins like one", { "webhook-signature": `v11,${bare}` }],
    ["a cut signature", { "webhook-signature": vector.signature.slice(0, -4) }],
    ["a signature without its padding", { "webhook-signature": vector.signature.slice(0, -1) }],
    ["a signature with junk behind it", { "webhook-signature": `${vector.signature}A` }],
    ["a second comma", { "webhook-signature": `${vector.signature},x` }],
    [
      "a signature in base64url",
      { "webhook-signature": vector.signature.replace("+", "-").replace("/", "_") },
    ],
    [
      "more signatures than anyone has keys",
      { "webhook-signature": `${"v1,x ".repeat(10)}${vector.signature}` },
    ],
  ])("with %s", (_, change) => {
    expect(check(change)).toBeUndefined();
  });

  it.each(["01614265330", "1614265330.0", "+1614265330", "1.61426533e9", " 1614265330"])(
    "with %j as its timestamp, even when that is what was signed",
    (timestamp) => {
      const bytes = Buffer.from(secret.slice("whsec_".length), "base64");
      const text = `${call.id}.${timestamp}.${call.body}`;
      const signature = createHmac("sha256", bytes).update(text).digest("base64");
      const change = { "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
      expect(check(change)).toBeUndefined();
    },
  );

  it("with another body, or the same one written again", () => {
    expect(check({}, { body: '{"test": 2432232315}' })).toBeUndefined();
    expect(check({}, { body: JSON.stringify(JSON.parse(call.body)) })).toBeUndefined();
    expect(check({}, { body: "" })).toBeUndefined();
  });

  it("with another secret, or none", () => {
    const verifiers = [{ secret: `whsec_${Buffer.alloc(32).toString("base64")}` }];
    expect(check({}, { verifiers })).toBeUndefined();
    expect(check({}, { verifiers: [] })).toBeUndefined();
  });

  it("when the public key was used as an HMAC secret", () => {
    const confused = `whsec_${Buffer.from(key.publicJwk.x, "base64url").toString("base64")}`;
    const { "webhook-signature": forged } = signWebhook(call, [{ secret: confused }]);
    const change = { "webhook-signature": forged.replace("v1,", "v1a,") };
    expect(check(change, { verifiers: [{ publicJwk: key.publicJwk }] })).toBeUndefined();
  });

  it("when its parts were moved across a full stop", () => {
    const body = `${call.body}`;
    const id = call.id;
    const moved = signWebhook({ id, at: call.at, body: `1614265330.${body}` }, [{ secret }]);
    const change = { ...moved, "webhook-id": `${id}.1614265330` };
    expect(check(change, { body })).toBeUndefined();
  });
});

describe("signing a webhook", () => {
  it.each(["", "a.b", "a b", "é", "a\nb", "x".repeat(256)])("refuses the id %j", (id) => {
    expect(() => signWebhook({ ...call, id }, [{ secret }])).toThrow(RangeError);
  });

  it.each(["whsec_", "whsec_c2hvcnQ=", "not base64!", `whsec_${"A".repeat(92)}`])(
    "refuses %j as a secret, without telling it",
    (bad) => {
      expect(() => signWebhook(call, [{ secret: bad }])).toThrow("24 to 64 bytes");
    },
  );
});
