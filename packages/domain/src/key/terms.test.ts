import { KeyChange, NewKey } from "@guildhall/contract";
import { createSigningKey, readWebhookKey, webhookPublicKey } from "@guildhall/keys";
import { findEvent, verifyChain } from "@guildhall/store";
import { createWorld, type World } from "../testing.ts";
import { changeKey } from "./change.ts";
import { getKey } from "./get.ts";
import { issueKey } from "./issue.ts";
import { revokeKey } from "./revoke.ts";
import { rotateKey } from "./rotate.ts";

const acme = { name: "Acme", kind: "vendor", scopes: ["notes:write", "tasks:read"] } as const;
const jwk = { kty: "OKP", crv: "Ed25519", x: createSigningKey().publicJwk.x } as const;
const dayMs = 86_400_000;

describe("a key's terms", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const issue = (asked: object = {}) => issueKey(world.ctx, NewKey.parse({ ...acme, ...asked }));
  const edit = (id: string, to: object) => changeKey(world.ctx, id, { to: KeyChange.parse(to) });
  const inDays = (days: number) => new Date(world.clock.now() + days * dayMs).toISOString();
  const caller = (address: string, certificate?: string) => ({ address, certificate });

  describe("issued", () => {
    it("are shown to whoever looks after keys, and hold nothing secret", async () => {
      const asked = {
        description: "Case system",
        connector: "back-office",
        allowedAddresses: ["203.0.113.0/24"],
        certificate: "c".repeat(43),
        expiresAt: inDays(30),
      };
      const { key, ...issued } = await issue(asked);
      expect(issued).toMatchObject({ ...acme, ...asked, environment: "live" });
      expect(issued).toMatchObject({ createdBy: "Guildhall", last4: key?.slice(-4) });
      expect(await getKey(world.ctx, issued.id)).toEqual(issued);
    });

    it("end within a year", async () => {
      expect((await issue({ expiresAt: inDays(365) })).expiresAt).toBe(inDays(365));
      expect((await issue()).expiresAt).toBe(inDays(365));
    });

    it.each([
      ["an end beyond a year", () => ({ expiresAt: inDays(366) }), "/expiresAt"],
      ["an end that is past", () => ({ expiresAt: inDays(0) }), "/expiresAt"],
      [
        "two ways to find its holder's keys",
        () => ({ jwks: { keys: [jwk] }, jwksUrl }),
        "/jwksUrl",
      ],
      ["a key of its holder's that is none", () => ({ jwks: { keys: [{ kty: "RSA" }] } }), "/jwks"],
    ])("are refused with %s", async (_, asked, pointer) => {
      const refused = { code: "request-invalid", faults: [expect.objectContaining({ pointer })] };
      await expect(issue(asked())).rejects.toMatchObject(refused);
    });

    it("never let a key look after keys or people", async () => {
      const order = { ...acme, scopes: ["tasks:read", "keys:write"] } as const;
      await expect(issueKey(world.ctx, order)).rejects.toMatchObject({
        faults: [{ pointer: "/scopes/1", code: "not-for-a-key" }],
      });
    });

    it("have no secret where the holder proves itself by its own keys", async () => {
      const issued = await issue({ jwks: { keys: [jwk] } });
      expect(issued).toMatchObject({ jwks: { keys: [jwk] } });
      expect(issued).not.toHaveProperty("key");
      expect(issued).not.toHaveProperty("last4");
      const rotation = { previousEndsInHours: 0 };
      await expect(rotateKey(world.ctx, issued.id, rotation)).rejects.toMatchObject({
        code: "invalid-transition",
      });
    });

    it("are told in the audit trail, with nothing secret", async () => {
      const { id, key } = await issue({ signature: "secret" });
      const { events } = await verifyChain(world.ctx.db);
      const told = await findEvent(world.ctx.db, events);
      expect(told).toMatchObject({ type: "key.issued", subject: id, actorName: "Guildhall" });
      expect(JSON.stringify(told)).not.toContain(key?.slice(20, 60));
    });
  });

  describe("that say where", () => {
    it("refuse a good key from another address, and a wrong one as ever", async () => {
      const { key = "" } = await issue({ allowedAddresses: ["203.0.113.0/24"] });
      expect(await world.bearing(key, caller("203.0.113.9"))).toBeDefined();
      const elsewhere = world.bearing(key, caller("198.51.100.1"));
      await expect(elsewhere).rejects.toMatchObject({ code: "address-not-allowed" });
      const { key: other = "" } = await issue();
      const wrong = `${key.slice(0, 20)}${other.slice(20)}`;
      expect(await world.bearing(wrong, caller("198.51.100.1"))).toBeUndefined();
    });

    it("refuse a key without its certificate", async () => {
      const { key = "" } = await issue({ certificate: "c".repeat(43) });
      expect(await world.bearing(key, caller("203.0.113.9", "c".repeat(43)))).toBeDefined();
      expect(await world.bearing(key, caller("203.0.113.9"))).toBeUndefined();
      expect(await world.bearing(key)).toBeUndefined();
    });

    it("hold within a second of being changed", async () => {
      const { id, key = "" } = await issue();
      expect(await world.bearing(key, caller("198.51.100.1"))).toBeDefined();
      await edit(id, { allowedAddresses: ["203.0.113.0/24"], scopes: ["tasks:read"] });
      world.clock.move(1000);
      await expect(world.bearing(key, caller("198.51.100.1"))).rejects.toThrow();
      const bearer = await world.bearing(key, caller("203.0.113.1"));
      expect(bearer?.scopes).toEqual(new Set(["tasks:read"]));
      await edit(id, { allowedAddresses: null });
      world.clock.move(1000);
      expect(await world.bearing(key, caller("198.51.100.1"))).toBeDefined();
    });
  });

  describe("changed", () => {
    it("stay as they are where nothing is said of them", async () => {
      const { id } = await issue({ description: "Case system" });
      expect(await edit(id, { name: "Acme Ltd" })).toMatchObject({
        name: "Acme Ltd",
        description: "Case system",
        scopes: acme.scopes,
      });
      expect(await edit(id, {})).toEqual(await getKey(world.ctx, id));
      expect(await edit(id, { description: null })).not.toHaveProperty("description");
    });

    it("leave a key at least one way to be proved", async () => {
      const { id } = await issue({ jwks: { keys: [jwk] } });
      await expect(edit(id, { jwks: null })).rejects.toMatchObject({ code: "request-invalid" });
      await expect(edit(id, { jwksUrl })).rejects.toMatchObject({ code: "request-invalid" });
      expect(await edit(id, { jwks: null, jwksUrl })).toMatchObject({ jwksUrl });
    });

    it("are refused of a key that was revoked, and of none", async () => {
      const { id } = await issue();
      await revokeKey(world.ctx, id);
      await expect(edit(id, { name: "B" })).rejects.toMatchObject({ code: "invalid-transition" });
      const none = edit("000000000000", { name: "B" });
      await expect(none).rejects.toMatchObject({ code: "not-found" });
    });

    it("are asked whether they are still as the caller read them", async () => {
      const { id } = await issue();
      const precondition = (current: object) => {
        throw Object.assign(new Error(), { current });
      };
      const stale = changeKey(world.ctx, id, { to: { name: "B" }, precondition });
      await expect(stale).rejects.toMatchObject({ current: await getKey(world.ctx, id) });
      expect(await getKey(world.ctx, id)).toMatchObject({ name: "Acme" });
    });
  });

  describe("that writes be signed", () => {
    it("show a secret of ours once, and it proves what is signed with it", async () => {
      const { id, key = "", signingSecret = "" } = await issue({ signature: "secret" });
      expect(await getKey(world.ctx, id)).toMatchObject({ signature: "secret" });
      expect(await getKey(world.ctx, id)).not.toHaveProperty("signingSecret");
      expect(await signatureOf(key)).toEqual([readWebhookKey(signingSecret)]);
    });

    it("take the holder's own public key", async () => {
      const publicKey = webhookPublicKey(createSigningKey().publicJwk);
      const { key = "", signingSecret } = await issue({ signature: publicKey });
      expect(signingSecret).toBeUndefined();
      expect(await signatureOf(key)).toEqual([readWebhookKey(publicKey)]);
    });

    it("are met by nothing once the secret is gone, and are taken away with null", async () => {
      const { id, key = "" } = await issue({ signature: "secret" });
      const { signingSecret } = await edit(id, { signature: "secret" });
      world.clock.move(1000);
      expect(await signatureOf(key)).toEqual([readWebhookKey(signingSecret ?? "")]);
      await edit(id, { signature: null });
      world.clock.move(1000);
      expect(await signatureOf(key)).toBeUndefined();
    });

    async function signatureOf(key: string): Promise<unknown> {
      // What the authenticator gives beside the context.
      return (await world.bearing(key))?.["signature" as never];
    }
  });
});

const jwksUrl = "https://acme.example/jwks.json";
