import type { SignatureDemand } from "@guildhall/contract";
import { issueKey } from "@guildhall/domain";
import { exampleshire } from "@guildhall/domain/testing";
import {
  createSigningKey,
  signWebhook,
  type WebhookSigner,
  webhookPublicKey,
} from "@guildhall/keys";
import { putConnector, putSecret, sealSecret, transact } from "@guildhall/store";
import { type ApiWorld, createApiWorld } from "./testing.ts";

const acme = {
  name: "Acme",
  kind: "vendor",
  scopes: ["notes:read", "notes:write", "tasks:write", "tasks:read"],
} as const;
const holder = createSigningKey();
const note = { contents: "Seen on site", visibleToCitizen: false };
const body = JSON.stringify(note);

interface Signing {
  readonly id?: string;
  readonly by?: WebhookSigner;
  readonly signed?: string;
  readonly sent?: string;
  readonly lateMs?: number;
  readonly headers?: Record<string, string>;
}

describe("a credential whose writes must be signed", () => {
  let world: ApiWorld;
  let key: string;
  let process: string;
  beforeEach(async () => {
    world = await createApiWorld();
    const signature = webhookPublicKey(holder.publicJwk);
    ({ key } = await issueKey(world.ctx, { ...acme, signature }));
    process = (await world.start()).id;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const headersFor = ({ id = "msg_1", by = holder, signed = body, lateMs = 0 }: Signing) => ({
    ...signWebhook({ id, at: new Date(world.clock.now() - lateMs), body: signed }, [by]),
  });
  /** Send as a client of a signed key does: without an Idempotency-Key. */
  const send = (
    method: string,
    path: string,
    { as = key, ...signing }: Signing & { as?: string },
  ) => {
    const { sent = body, headers = headersFor(signing) } = signing;
    return world.fetch(`/t/exampleshire/v1${path}`, {
      method,
      ...(method === "DELETE" ? {} : { body: sent }),
      headers: { Authorization: `Bearer ${as}`, "Content-Type": "application/json", ...headers },
    });
  };
  const add = (signing: Signing & { as?: string } = {}) =>
    send("POST", `/processes/${process}/notes`, signing);
  const notes = async () => {
    const list = await world.ask("GET", `/processes/${process}/notes`, { as: key });
    return (await list.json()).data.length;
  };

  it("reads without, and writes with", async () => {
    expect(await notes()).toBe(0);
    const response = await add();
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject(note);
    expect(await notes()).toBe(1);
  });

  it.each<[string, () => Signing]>([
    ["nothing", () => ({ headers: {} })],
    ["another's key", () => ({ by: createSigningKey() })],
    ["other bytes", () => ({ sent: body.replace(":", ": ") })],
    ["a time six minutes past", () => ({ lateMs: 360_000 })],
    ["a time six minutes ahead", () => ({ lateMs: -360_000 })],
    ["another id", () => ({ headers: { ...headersFor({}), "webhook-id": "msg_2" } })],
    ["no signature", () => ({ headers: { ...headersFor({}), "webhook-signature": "" } })],
    [
      "the public key as a secret",
      () => ({ by: { secret: `whsec_${webhookPublicKey(holder.publicJwk).slice(5)}` } }),
    ],
  ])("is refused with %s for a signature, and nothing happens", async (_, signing) => {
    const response = await add(signing());
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: "signature-invalid" });
    expect(await notes()).toBe(0);
  });

  it("happens once when it is sent again, and is answered as before", async () => {
    const first = await add();
    const second = await add();
    expect(await second.text()).toBe(await first.text());
    expect(second.headers.get("idempotent-replayed")).toBe("true");
    expect(await notes()).toBe(1);
  });

  it("is refused when its id came with something else, somewhere else, or another Idempotency-Key", async () => {
    await add();
    const changed = JSON.stringify({ ...note, contents: "Unseen" });
    expect((await add({ signed: changed, sent: changed })).status).toBe(422);
    const { id } = await world.start();
    expect((await send("POST", `/processes/${id}/notes`, {})).status).toBe(422);
    const headers = {
      ...headersFor({}),
      "Idempotency-Key": "8e03978e-40d5-43e8-bc93-6894a57f9324",
    };
    expect((await add({ headers })).status).toBe(400);
    expect(await notes()).toBe(1);
  });

  it("is held to it in edits, which are not done twice either", async () => {
    const [{ id }] = (
      await (await world.ask("GET", `/processes/${process}/tasks`, { as: key })).json()
    ).data;
    const edit = (state: string, named: string) => {
      const signed = JSON.stringify({ state });
      return send("PATCH", `/tasks/${id}`, { id: named, signed, sent: signed });
    };
    expect((await send("PATCH", `/tasks/${id}`, { headers: {} })).status).toBe(401);
    expect((await edit("in-progress", "msg_1")).status).toBe(200);
    expect((await edit("open", "msg_2")).status).toBe(200);
    const again = await edit("in-progress", "msg_1");
    expect(await again.json()).toMatchObject({ state: "in-progress" });
    const now = await world.ask("GET", `/processes/${process}/tasks`, { as: key });
    expect((await now.json()).data[0]).toMatchObject({ state: "open" });
  });

  it("may sign with a secret that both sides hold", async () => {
    const issued = await issueKey(world.ctx, { ...acme, signature: "secret" });
    const by = { secret: issued.signingSecret ?? "" };
    expect((await add({ as: issued.key, by })).status).toBe(201);
    expect((await add({ as: issued.key, id: "msg_2" })).status).toBe(401);
  });

  it("is a grant, where its connector demands it", async () => {
    const grant = world.grantFor(process);
    expect((await add({ as: grant, headers: unsigned })).status).toBe(201);
    await demand("secret");
    expect((await add({ as: grant, headers: unsigned })).status).toBe(401);
    const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
    expect((await add({ as: grant, by: { secret } })).status).toBe(401);
    const { db } = world.ground;
    const jwe = await sealSecret(db.vault, "connector/back-office/signing", secret);
    await transact(db, (tx) =>
      putSecret(tx, "connector/back-office/signing", { jwe, updatedAt: 0 }),
    );
    expect((await add({ as: grant, by: { secret } })).status).toBe(201);
    await demand(webhookPublicKey(holder.publicJwk));
    expect((await add({ as: grant, id: "msg_3" })).status).toBe(201);
  });

  const unsigned = { "Idempotency-Key": "8e03978e-40d5-43e8-bc93-6894a57f9324" };

  async function demand(signedWrites: SignatureDemand): Promise<void> {
    const [connector] = exampleshire.connectors;
    if (!connector) throw new Error("no connector");
    await transact(world.ground.db, (tx) => putConnector(tx, { ...connector, signedWrites }));
  }
});
