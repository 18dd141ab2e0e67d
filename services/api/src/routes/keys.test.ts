import type { Person } from "@guildhall/contract";
import { addStaff, signInByLink } from "@guildhall/domain/testing";
import { publishedAheadMs } from "@guildhall/keys";
import { type ApiWorld, createApiWorld } from "../testing.ts";

const asked = { name: "Acme", kind: "vendor", scopes: ["notes:write", "tasks:read"] };
const randomId = "000000000000";

describe("the API's keys", () => {
  let world: ApiWorld;
  let person: Person;
  let admin: string;
  beforeEach(async () => {
    world = await createApiWorld();
    person = await addStaff(world.ctx, ["tenant-admin"], "Ann Admin");
    admin = await signIn();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const signIn = async () => (await signInByLink(world, person)).token;
  const issue = (json: object = asked, headers: Record<string, string> = {}) =>
    world.ask("POST", "/keys", { as: admin, json, headers });
  const read = (key: string) => world.ask("GET", "/tasks", { as: key });

  it("are issued, listed, seen, changed and ended by whoever looks after them", async () => {
    world.clock.move(1);
    const response = await issue();
    expect(response.status).toBe(201);
    const { key, ...issued } = await response.json();
    const place = `/keys/${issued.id}`;
    expect(response.headers.get("location")).toBe(
      `https://guildhall.test/t/exampleshire/v1${place}`,
    );
    expect(issued).toMatchObject({ ...asked, createdBy: "Ann Admin" });
    expect((await read(key)).status).toBe(200);

    const found = await world.ask("GET", place, { as: admin });
    expect(await found.json()).toMatchObject(issued);
    const list = await (await world.ask("GET", "/keys", { as: admin })).json();
    expect(list.data[0]).toMatchObject(issued);

    const changed = await world.ask("PATCH", place, { as: admin, json: { name: "Acme Ltd" } });
    expect(await changed.json()).toMatchObject({ name: "Acme Ltd" });
    expect((await world.ask("DELETE", place, { as: admin })).status).toBe(204);
    expect((await world.ask("DELETE", place, { as: admin })).status).toBe(204);
    world.clock.move(1000);
    expect((await read(key)).status).toBe(401);
  });

  it("are shown once: the answer that is given again does not have the key", async () => {
    const headers = { "Idempotency-Key": "8e03978e-40d5-43e8-bc93-6894a57f9324" };
    const first = await (await issue({ ...asked, signature: "secret" }, headers)).json();
    const again = await issue({ ...asked, signature: "secret" }, headers);
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    const { key, signingSecret, ...issued } = first;
    expect(key).toMatch(/^gh_live_/);
    expect(signingSecret).toMatch(/^whsec_/);
    expect(await again.json()).toEqual(issued);
  });

  it("are issued once when the request comes several times at once, and one answer has the key", async () => {
    const headers = { "Idempotency-Key": "8e03978e-40d5-43e8-bc93-6894a57f9324" };
    const answers = await Promise.all(Array.from({ length: 5 }, () => issue(asked, headers)));
    const keys = await Promise.all(answers.map((answer) => answer.json()));
    expect(new Set(keys.map(({ id }) => id)).size).toBe(1);
    const shown = keys.flatMap(({ key }) => (key === undefined ? [] : [key]));
    expect(shown).toHaveLength(1);
    expect((await read(shown[0])).status).toBe(200);
  });

  it("are changed only as they were read", async () => {
    const { id } = await (await issue()).json();
    const found = await world.ask("GET", `/keys/${id}`, { as: admin });
    const match = { "If-Match": found.headers.get("etag") ?? "" };
    const edit = (name: string, headers: Record<string, string>) =>
      world.ask("PATCH", `/keys/${id}`, { as: admin, json: { name }, headers });
    const changed = await edit("B", match);
    expect(changed.status).toBe(200);
    expect((await edit("C", match)).status).toBe(412);
    expect((await edit("C", { "If-Match": changed.headers.get("etag") ?? "" })).status).toBe(200);
  });

  it.each<[string, object, string]>([
    ["a scope that no key has", { scopes: ["keys:write"] }, "/scopes/0"],
    ["no scope", { scopes: [] }, "/scopes"],
    ["a network that is none", { allowedAddresses: ["203.0.113.0/33"] }, "/allowedAddresses/0"],
    ["an address of its holder's keys without TLS", { jwksUrl: "http://acme.example" }, "/jwksUrl"],
    [
      "a private key",
      { jwks: { keys: [{ kty: "OKP", crv: "Ed25519", x: "A", d: "A" }] } },
      "/jwks/keys/0/d",
    ],
    ["a signature of no known kind", { signature: "whsec_AAAA" }, "/signature"],
    ["a field that there is not", { environment: "live" }, "/environment"],
  ])("are refused with %s", async (_, changed, pointer) => {
    const response = await issue({ ...asked, ...changed });
    expect(response.status).toBe(422);
    const { errors } = await response.json();
    expect(errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });

  it("are not there for those who were never given, and look after none of them", async () => {
    for (const [method, path, json] of [
      ["GET", `/keys/${randomId}`],
      ["PATCH", `/keys/${randomId}`, {}],
      ["DELETE", `/keys/${randomId}`],
      ["POST", `/keys/${randomId}/rotate`, {}],
    ] as const) {
      expect((await world.ask(method, path, { as: admin, json })).status).toBe(404);
      expect((await world.ask(method, path, { as: world.key, json })).status).toBe(403);
      expect((await world.ask(method, path, { json })).status).toBe(401);
    }
    expect((await issue({})).status).toBe(422);
    expect((await world.ask("POST", "/keys", { as: world.key, json: asked })).status).toBe(403);
  });

  describe("that ask for themselves", () => {
    it("are told what they are, whatever their scopes", async () => {
      const { key, ...issued } = await (await issue()).json();
      const current = await world.ask("GET", "/keys/current", { as: key });
      expect(await current.json()).toMatchObject(issued);
    });

    it("give themselves a new secret, while the one before stays good for a while", async () => {
      const { key } = await (await issue()).json();
      const json = { previousEndsInHours: 1 };
      const rotated = await world.ask("POST", "/keys/current/rotate", { as: key, json });
      const { key: fresh } = await rotated.json();
      expect([(await read(key)).status, (await read(fresh)).status]).toEqual([200, 200]);
      world.clock.move(3_601_000);
      expect([(await read(key)).status, (await read(fresh)).status]).toEqual([401, 200]);
    });

    it("must be keys", async () => {
      for (const as of [admin, world.grantFor((await world.start()).id)]) {
        expect((await world.ask("GET", "/keys/current", { as })).status).toBe(404);
        const rotate = await world.ask("POST", "/keys/current/rotate", { as, json: {} });
        expect(rotate.status).toBe(404);
      }
    });
  });

  describe("that the council signs with", () => {
    it("are listed, rotated after a day, and ended", async () => {
      expect((await rotate()).status).toBe(409);
      world.clock.move(publishedAheadMs);
      admin = await signIn();
      const { data } = await (await rotate()).json();
      expect(data.map(({ state }: { state: string }) => state)).toEqual([
        "retiring",
        "active",
        "next",
      ]);
      // What the key signed ends with it, the token of whoever ends it among that.
      world.clock.move(3_600_000);
      admin = await signIn();
      const ended = await world.ask("DELETE", `/signing-keys/${data[0].kid}`, { as: admin });
      expect(ended.status).toBe(204);
      const list = await (await world.ask("GET", "/signing-keys", { as: admin })).json();
      expect(list.data[0].state).toBe("revoked");
      const none = await world.ask("DELETE", `/signing-keys/${"x".repeat(43)}`, { as: admin });
      expect(none.status).toBe(404);
    });

    it("are published before they sign", async () => {
      const published = async () =>
        (await (await world.fetch("/t/exampleshire/.well-known/jwks.json")).json()).keys.length;
      expect(await published()).toBe(2);
      world.clock.move(publishedAheadMs);
      admin = await signIn();
      await rotate();
      expect(await published()).toBe(3);
    });

    const rotate = () => world.ask("POST", "/signing-keys/rotate", { as: admin, json: {} });
  });

  describe("to one process", () => {
    it("end at once, and are not told again what they were told before", async () => {
      const { id } = await world.start();
      const grant = world.grantFor(id);
      const note = { contents: "Seen", visibleToCitizen: false };
      const headers = { "Idempotency-Key": "8e03978e-40d5-43e8-bc93-6894a57f9324" };
      const add = () =>
        world.ask("POST", `/processes/${id}/notes`, { as: grant, json: note, headers });
      expect((await add()).status).toBe(201);
      expect((await add()).headers.get("idempotent-replayed")).toBe("true");
      const revoke = (as: string) => world.ask("DELETE", `/processes/${id}/grants`, { as });
      expect((await revoke(world.key)).status).toBe(403);
      expect((await revoke(admin)).status).toBe(204);
      expect((await add()).status).toBe(401);
    });
  });
});
