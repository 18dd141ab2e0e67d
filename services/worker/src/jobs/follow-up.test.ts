import type { CaseUpdate, Operation, Outcome, Ticket } from "@guildhall/contract";
import { claimOwed } from "@guildhall/domain";
import { createWorld, oweFollowUp, type World } from "@guildhall/domain/testing";
import { findOutbox, insertDocument, transact } from "@guildhall/store";
import type { DeliveryDeps } from "./ready-connector.ts";
import { runDelivery } from "./run-delivery.ts";

const note: CaseUpdate = {
  operation: "note",
  note: {
    id: "not_1",
    text: "It is worse",
    author: "Ada",
    byCitizen: true,
    at: "2025-05-22T09:00:00.000Z",
  },
};

describe("a delivery that follows a case", () => {
  let world: World;
  let deps: DeliveryDeps;
  let process: string;
  let create: Ticket;
  beforeEach(async () => {
    world = await createWorld();
    deps = {
      write: async () => ({ text: "<case/>" }),
      connectorFor: async () => ({
        connector: world.backOffice,
        timeoutMs: 30_000,
        withPlace: (call) => call(),
      }),
      readEvidence: async (storage, key) => Buffer.from(`${storage} ${key}`),
      onFault: () => undefined,
    };
    process = (await world.start()).id;
    create = world.handover.given.find(({ kind }) => kind === "delivery") ?? missing();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const deliver = (ticket: Ticket) => runDelivery(world.ctx, ticket, deps);
  const row = async (id: string) => (await findOutbox(world.ctx.db, id)) ?? missing();
  const oweNote = (destination?: string) => oweFollowUp(world.ctx, process, note, destination);
  const ticketOf = ({ id, generation }: Pick<Ticket, "id" | "generation">): Ticket => {
    return { tenant: "exampleshire", kind: "delivery", id, generation };
  };
  const due = async () =>
    (await claimOwed(world.ctx, 100)).filter(({ kind }) => kind === "delivery");

  it("waits for the case, and goes out under a key of its own as soon as that is there", async () => {
    const { id, state } = await oweNote();
    expect(state).toBe("pending");
    expect(await due()).toEqual([]);
    expect(await deliver(create)).toEqual({ dueAgainAt: world.clock.now() });
    const [ticket = missing()] = await due();
    expect(ticket.id).toBe(id);
    await deliver(ticket);
    expect(world.backOffice.sent[1]).toMatchObject({
      key: id,
      does: "note",
      operation: "note",
      theirReference: "CASE-1",
      body: JSON.stringify(note),
      evidence: [],
    });
    expect(await row(id)).toMatchObject({ state: "accepted" });
  });

  it("waits while a person looks at the case", async () => {
    await oweNote();
    world.backOffice.answer = { outcome: "refused", code: "rejected" };
    await deliver(create);
    world.clock.move(3_600_000);
    expect(await due()).toEqual([]);
  });

  it("goes out at once where nothing is on the way before it", async () => {
    await deliver(create);
    expect(await oweNote()).toMatchObject({ state: "queued" });
  });

  it("is asked about where the back office can be asked about a note, and held where it cannot", async () => {
    await deliver(create);
    const lost: Outcome = { outcome: "ambiguous", code: "timeout" };
    world.backOffice.answer = lost;
    const owed = await oweNote();
    const asked: Operation[] = [];
    world.backOffice.canBeAsked = (...operations: Operation[]) => {
      asked.push(...operations);
      return false;
    };
    await deliver(ticketOf(owed));
    expect(asked).toEqual(["note"]);
    expect(await row(owed.id)).toMatchObject({ state: "held", lastCode: "timeout" });
  });

  it("is held where its back office takes no such thing", async () => {
    await deliver(create);
    world.backOffice.does = new Set<Operation>(["create"]);
    const owed = await oweNote();
    await deliver(ticketOf(owed));
    const held = { state: "held", lastCode: "operation-unknown", attempts: 0 };
    expect(await row(owed.id)).toMatchObject(held);
  });

  it("is held where its back office was handed no case", async () => {
    const owed = await oweNote("elsewhere");
    await deliver(ticketOf(owed));
    const held = { state: "held", lastCode: "case-unknown", attempts: 0 };
    expect(await row(owed.id)).toMatchObject(held);
  });

  it("takes its file along, and no file that is another process's", async () => {
    await deliver(create);
    const file = { id: "doc_1", draft: null, name: "night.mp3", contentType: "audio/mpeg" };
    const rest = { question: null, bytes: 3, sha256: "aa", storage: "s/1", key: "k", at: 1 };
    await transact(world.ctx.db, async (tx) => {
      await insertDocument(tx, { ...file, ...rest, process });
      await insertDocument(tx, { ...file, ...rest, id: "doc_2", process: "prc_of_another" });
    });
    for (const document of ["doc_1", "doc_2"]) {
      const update = { operation: "attach", document, name: "night.mp3" } as const;
      await deliver(ticketOf(await oweFollowUp(world.ctx, process, update)));
    }
    const [own, others] = world.backOffice.sent.slice(1);
    expect(own?.evidence).toMatchObject([{ name: "night.mp3", contentType: "audio/mpeg" }]);
    expect(String(await own?.evidence[0]?.read())).toBe("s/1 k");
    expect(others?.evidence).toEqual([]);
  });
});

function missing(): never {
  throw new Error("there is nothing to deliver");
}
