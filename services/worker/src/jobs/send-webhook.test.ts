import { createPublicKey, verify } from "node:crypto";
import { createGuard } from "@guildhall/connectors";
import { Ping, PublicEvent, type Ticket } from "@guildhall/contract";
import {
  addNote,
  beginWebhook,
  changeSubscription,
  getSubscription,
  listPublicEvents,
  pingSubscription,
  rotateSubscription,
} from "@guildhall/domain";
import { Webhook } from "standardwebhooks";
import { answering, type Heard } from "../testing/receiver.ts";
import { createWebhookWorld, type WebhookWorld } from "../testing/webhook-world.ts";
import { sendWebhook } from "./send-webhook.ts";

const hourMs = 3_600_000;
const mayCall = () => true;

/** Check a call as the standard says, with nothing of ours: `whpk_` and the 32 bytes of an Ed25519 key. */
function provenBy(publicKey: string, { headers, body }: Heard): boolean {
  const x = Buffer.from(publicKey.replace("whpk_", ""), "base64").toString("base64url");
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  const text = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  return (headers["webhook-signature"] ?? "")
    .split(" ")
    .filter((one) => one.startsWith("v1a,"))
    .some((one) => verify(null, Buffer.from(text), key, Buffer.from(one.slice(4), "base64")));
}

/** Whether npm's standardwebhooks takes the call with this secret. */
function takenWith(secret: string | undefined, { headers, body }: Heard): boolean {
  try {
    new Webhook(secret ?? "").verify(body, headers);
    return true;
  } catch {
    return false;
  }
}

describe("sendWebhook", () => {
  let here: WebhookWorld;
  beforeEach(async () => {
    here = await createWebhookWorld();
  });
  afterEach(() => here[Symbol.asyncDispose]());

  const last = () => here.receiver.heard.at(-1) ?? missing();
  const stateOf = async (ticket: Ticket) => {
    const { state, lastCode, attempts } = await here.rowOf(ticket);
    return { state, lastCode, attempts };
  };
  const again = async (ticket: Ticket) => {
    const next = await here.dueAgain(ticket);
    await here.send(next);
    return next;
  };

  it("says what happened, and proves it with our key alone", async () => {
    const { publicKeys } = await here.subscribe();
    const ticket = await here.startAndSend();

    const call = last();
    expect(call.headers).toMatchObject({
      "content-type": "application/json",
      "webhook-id": ticket.id,
    });
    expect(provenBy(publicKeys[0] ?? "", call)).toBe(true);
    expect(provenBy(publicKeys[0] ?? "", { ...call, body: `${call.body} ` })).toBe(false);
    expect(PublicEvent.parse(JSON.parse(call.body)).type).toBe("process.started");
    expect(await stateOf(ticket)).toMatchObject({ state: "accepted", attempts: 1 });
  });

  it("says exactly what whoever asks for events is told", async () => {
    await here.subscribe({ events: ["process.started", "note.added"] });
    const { id } = await here.world.start();
    await addNote(here.world.ctx, id, { contents: "Mrs Miller called", visibleToCitizen: true });
    for (const ticket of here.tickets()) await here.send(ticket);

    const { data } = await listPublicEvents(here.vendor, { after: "0", limit: 10 });
    expect(here.receiver.heard.map(({ body }) => JSON.parse(body))).toEqual(data);
    expect(data.map(({ type }) => type)).toEqual(["process.started", "note.added"]);
    expect(JSON.stringify(data)).not.toContain("Miller");
  });

  it("is taken by npm's standardwebhooks where a secret was asked for", async () => {
    const { secret } = await here.subscribe({ signature: "hmac" });
    await here.startAndSend();
    expect(takenWith(secret, last())).toBe(true);
    expect(takenWith("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", last())).toBe(false);
  });

  it("is taken with the old and the new secret during a rotation, and then with the new alone", async () => {
    const { id, secret: old } = await here.subscribe({ signature: "hmac" });
    const { secret } = await rotateSubscription(here.vendor, id, { keepHours: 1 });
    await here.startAndSend();
    expect([takenWith(old, last()), takenWith(secret, last())]).toEqual([true, true]);

    await rotateSubscription(here.vendor, id, { keepHours: 0 });
    await here.startAndSend();
    expect([takenWith(old, last()), takenWith(secret, last())]).toEqual([false, false]);
  });

  it("is proved by the old and the new key during a rotation, and by the new alone once that ends", async () => {
    const { id } = await here.subscribe();
    const { publicKeys } = await rotateSubscription(here.vendor, id, { keepHours: 1 });
    await here.startAndSend();
    expect(publicKeys.map((key) => provenBy(key, last()))).toEqual([true, true]);

    here.world.clock.move(hourMs);
    await here.startAndSend();
    expect(publicKeys.map((key) => provenBy(key, last()))).toEqual([true, false]);
  });

  it("sends the same bytes under the same id again, freshly signed, until they are taken", async () => {
    const { publicKeys } = await here.subscribe();
    here.receiver.answer = answering(500);
    const ticket = await here.startAndSend();
    expect(await stateOf(ticket)).toMatchObject({ state: "pending", lastCode: "answered-500" });
    here.receiver.answer = undefined;
    here.world.clock.move(10_000);
    await again(ticket);

    const [first = missing(), second = missing()] = here.receiver.heard;
    expect(second.body).toBe(first.body);
    expect(second.headers["webhook-id"]).toBe(first.headers["webhook-id"]);
    expect(second.headers["webhook-timestamp"]).not.toBe(first.headers["webhook-timestamp"]);
    expect(provenBy(publicKeys[0] ?? "", second)).toBe(true);
    expect(await stateOf(ticket)).toMatchObject({ state: "accepted", attempts: 2 });
  });

  it.each([400, 401, 404, 429, 503])("is sent again when it is answered %i", async (status) => {
    await here.subscribe();
    here.receiver.answer = answering(status);
    const ticket = await here.startAndSend();
    const lastCode = `answered-${status}`;
    expect(await stateOf(ticket)).toEqual({ state: "pending", lastCode, attempts: 1 });
  });

  it("waits as long as it is asked to, a day at most", async () => {
    await here.subscribe();
    const now = here.world.clock.now();
    here.receiver.answer = answering(429, { "retry-after": "7200" });
    expect((await here.rowOf(await here.startAndSend())).nextAt).toBe(now + 2 * hourMs);
    here.receiver.answer = answering(503, { "retry-after": "999999999" });
    expect((await here.rowOf(await here.startAndSend())).nextAt).toBe(now + 24 * hourMs);
  });

  it("follows no redirect", async () => {
    await here.subscribe();
    here.receiver.answer = answering(302, { location: `http://${here.receiver.host}/other` });
    const ticket = await here.startAndSend();
    expect(await stateOf(ticket)).toMatchObject({ state: "pending", lastCode: "redirected" });
    expect(here.receiver.heard.map(({ path }) => path)).toEqual(["/hook"]);
  });

  it("calls no address that is not public, whatever name leads to it", async () => {
    await here.subscribe({ url: "https://hooks.example.com/" });
    const resolve = async () => [{ address: "10.0.0.7", family: 4 }];
    const request = createGuard({ allowLoopback: [], resolve });
    await here.world.start();
    const [ticket = missing()] = here.tickets();
    await sendWebhook(here.world.ctx, ticket, { ...here.deps, request });
    expect(await stateOf(ticket)).toMatchObject({ state: "pending", lastCode: "egress-blocked" });
  });

  it("does not read an answer to its end, nor keep any of it", async () => {
    await here.subscribe();
    here.receiver.answer = (response) => response.end(Buffer.alloc(1024 * 1024, "x"));
    const ticket = await here.startAndSend();
    expect(await stateOf(ticket)).toMatchObject({ state: "pending", lastCode: "too-large" });
    here.receiver.answer = answering(500);
    const other = await here.startAndSend();
    expect(JSON.stringify(await here.rowOf(other))).not.toContain("receiver's");
  });

  it("is sent again, under the same id, when a process died over it", async () => {
    await here.subscribe();
    await here.world.start();
    const [ticket = missing()] = here.tickets();
    const died = beginWebhook(here.world.ctx, ticket, '{"type":"process.started"}');
    expect(await died).toMatchObject({ attempt: 1 });
    await again(ticket);
    expect(last()).toMatchObject({
      body: '{"type":"process.started"}',
      headers: { "webhook-id": ticket.id },
    });
    expect(await stateOf(ticket)).toMatchObject({ state: "accepted", attempts: 2 });
  });

  it("is sent once when the job runs twice", async () => {
    await here.subscribe();
    const ticket = await here.startAndSend();
    await here.send(ticket);
    expect(here.receiver.heard).toHaveLength(1);
  });

  it("is not sent once the subscription was switched off, or the right to hear is gone", async () => {
    const { id } = await here.subscribe();
    await here.world.start();
    const input = { state: "disabled" } as const;
    await changeSubscription(here.vendor, id, { input, mayCall });
    const [ticket = missing()] = here.tickets();
    await here.send(ticket);
    expect(await stateOf(ticket)).toMatchObject({
      state: "refused",
      lastCode: "subscription-disabled",
    });
    expect(here.receiver.heard).toEqual([]);
  });

  it("pings, also a subscription that is switched off", async () => {
    const { id } = await here.subscribe();
    const input = { state: "disabled" } as const;
    await changeSubscription(here.vendor, id, { input, mayCall });
    const { id: row } = await pingSubscription(here.vendor, id);
    for (const ticket of here.tickets()) await here.send(ticket);
    expect(last().headers["webhook-id"]).toBe(row);
    expect(Ping.parse(JSON.parse(last().body)).data.subscription).toBe(id);
    expect(await getSubscription(here.vendor, id)).toMatchObject({ state: "disabled" });
  });
});

function missing(): never {
  throw new Error("It is not there");
}
