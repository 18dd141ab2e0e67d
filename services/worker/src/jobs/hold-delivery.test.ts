import type { Ticket } from "@guildhall/contract";
import { claimOwed, leaseMs, listEvents } from "@guildhall/domain";
import { createWorld, noise, type World } from "@guildhall/domain/testing";
import {
  findOutbox,
  insertOutbox,
  putSecret,
  rewriteOwed,
  sealSecret,
  transact,
} from "@guildhall/store";
import { createConnectors } from "../connectors.ts";
import { createDocumentWriter } from "../write-document.ts";
import type { DeliveryDeps } from "./ready-connector.ts";
import { runDelivery } from "./run-delivery.ts";

/** A delivery by a mapping that no version of the service has. */
const owed = {
  kind: "delivery",
  purpose: "gone",
  destination: "another",
  event: 1,
  nextAt: 0,
  giveUpAt: 9e15,
  leaseUntil: 9e15,
} as const;

describe("a delivery that cannot be sent as it is", () => {
  let world: World;
  let deps: DeliveryDeps;
  let ticket: Ticket;
  let process: string;
  let faults: unknown[];

  beforeEach(async () => {
    world = await createWorld();
    faults = [];
    deps = {
      write: createDocumentWriter({
        checker: { check: async () => [] },
        onFault: (error) => faults.push(error),
      }),
      connectorFor: async () => ({
        connector: world.backOffice,
        timeoutMs: 30_000,
        withPlace: (call) => call(),
      }),
      readEvidence: () => Promise.reject(new Error("there is no evidence")),
      onFault: (error) => faults.push(error),
    };
    await begin();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  async function begin(): Promise<void> {
    process = (await world.start()).id;
    ticket = world.handover.given.findLast(({ kind }) => kind === "delivery") ?? missing();
  }
  const deliver = () => runDelivery(world.ctx, ticket, deps);
  const row = async () => (await findOutbox(world.ctx.db, ticket.id)) ?? missing();

  it("is held where it cannot be written, which is reported, and nobody is called", async () => {
    const [mapping] = noise.mappings;
    if (!mapping) missing();
    const rows = [{ target: "pub", from: { answer: "pubName" }, required: true }];
    await world.publish({ mappings: [{ ...mapping, rows }] });
    await begin();
    expect(await deliver()).toEqual({});
    expect(world.backOffice.sent).toEqual([]);
    expect(await row()).toMatchObject({ state: "held", lastCode: "mapping-failed", attempts: 0 });
    expect(faults).toMatchObject([{ name: "MappingFault" }]);
  });

  it("is held where its mapping is not there any more", async () => {
    const id = "out_01kb3zq8w5v0t6m2h9r4c7d1xe";
    await transact(world.ctx.db, (tx) => insertOutbox(tx, { ...owed, id, process }));
    ticket = { ...ticket, id, generation: 1 };
    await deliver();
    expect(await row()).toMatchObject({ state: "held", lastCode: "mapping-failed" });
    expect(await world.told(process)).toContain("delivery.held");
  });

  it("is given up where it cannot be loaded at lease after lease", async () => {
    deps = { ...deps, connectorFor: async () => undefined };
    await deliver();
    const unknown = { now: world.clock.now(), giveUpAt: 9e15, writtenBy: 99 };
    await transact(world.ctx.db, (tx) => rewriteOwed(tx, ticket.id, unknown));
    for (let leases = 0; leases < 8; leases += 1) {
      ticket = (await claimOwed(world.ctx, 100)).find(({ id }) => id === ticket.id) ?? ticket;
      await deliver().catch(() => undefined);
      world.clock.move(leaseMs);
    }
    expect(await row()).toMatchObject({ state: "dead", lastCode: "poison" });
  });

  it("is held where its receiver would refuse it, with the rows at fault for staff to see, and nobody is called", async () => {
    const objection = {
      code: "document-invalid",
      faults: [{ target: "case/pub", sentence: "It is too long." }],
    };
    deps = { ...deps, write: async () => objection };
    expect(await deliver()).toEqual({});
    expect(world.backOffice.sent).toEqual([]);
    expect(await row()).toMatchObject({ state: "held", frozen: false, attempts: 0 });
    const { data } = await listEvents(world.ctx, process);
    expect(data.at(-1)).toMatchObject({ type: "delivery.held", data: objection });
  });

  it("stays claimed, untouched, when the document could not be looked into", async () => {
    deps = { ...deps, write: () => Promise.reject(new Error("The checker is closed.")) };
    await expect(deliver()).rejects.toThrow("closed");
    expect(await row()).toMatchObject({ state: "queued", attempts: 0 });
  });

  it.each<[string, (jwe: string) => string]>([
    ["was sealed for another council", (jwe) => jwe],
    ["says that it is this council's and is not", ownedBy("exampleshire")],
    ["has a letter changed", (jwe) => changed(jwe, 3)],
    ["has another seal", (jwe) => changed(jwe, 4)],
  ])("is held where its connector's credential %s, and nobody is called", async (fault, tamper) => {
    const name = "connector/back-office";
    const owner = fault.startsWith("has") ? world.ctx : await world.addCouncil("otherton");
    const jwe = tamper(await sealSecret(owner.db.vault, name, { apiKey: "canary" }));
    await transact(world.ctx.db, (tx) => putSecret(tx, name, { jwe, updatedAt: 0 }));
    const request = () => Promise.reject(new Error("Nobody is to be called"));
    const connectorFor = createConnectors({ request, simulators: "http://localhost:3001" });
    deps = { ...deps, connectorFor };
    expect(await deliver()).toEqual({});
    const held = { state: "held", lastCode: "credential-unreadable", attempts: 0 };
    expect(await row()).toMatchObject(held);
    expect(faults).toMatchObject([{ code: "sealed-elsewhere" }]);
    expect(JSON.stringify([faults, await listEvents(world.ctx, process)])).not.toContain("canary");
  });

  it("is held where its connector is not there", async () => {
    deps = { ...deps, connectorFor: async () => undefined };
    expect(await deliver()).toEqual({});
    expect(await row()).toMatchObject({ state: "held", lastCode: "connector-not-ready" });
    expect(await world.told(process)).toEqual(["process.started", "delivery.held"]);
  });
});

function missing(): never {
  throw new Error("there is nothing to deliver");
}

/** Write another owner into the header of what was sealed. */
function ownedBy(tid: string): (jwe: string) => string {
  return (jwe) => {
    const [header = "", ...rest] = jwe.split(".");
    const said = { ...JSON.parse(Buffer.from(header, "base64url").toString()), tid };
    return [Buffer.from(JSON.stringify(said)).toString("base64url"), ...rest].join(".");
  };
}

/** Change the first letter of a part of a JWE: 3 is what was sealed, 4 its seal. */
function changed(jwe: string, part: number): string {
  const other = (text: string) => `${text.startsWith("A") ? "B" : "A"}${text.slice(1)}`;
  return jwe
    .split(".")
    .map((text, at) => (at === part ? other(text) : text))
    .join(".");
}
