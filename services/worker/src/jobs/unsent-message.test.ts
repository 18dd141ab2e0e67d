import type { Person, Ticket } from "@guildhall/contract";
import {
  changePerson,
  getMessage,
  listAlarms,
  loadMessage,
  removePerson,
  watchAlarms,
} from "@guildhall/domain";
import { addStaff, createWorld, type World } from "@guildhall/domain/testing";
import {
  countStart,
  findOutbox,
  findProcessWithAnswers,
  insertOutbox,
  insertProcess,
  openBody,
  putBreaker,
  transact,
} from "@guildhall/store";
import { createWriter } from "../write-message.ts";
import { type MessageDeps, sendMessage } from "./send-message.ts";

const id = "out_01kb3zq8w5v0t6m2h9r4c7d1xe";
const orphan = "prc_01kb3zq8w5v0t6m2h9r4c7d1xe";
const owed = {
  id,
  kind: "message",
  purpose: "started",
  destination: "email",
  event: 1,
  nextAt: 0,
  giveUpAt: 9e15,
  leaseUntil: 9e15,
} as const;

describe("a message that cannot be written", () => {
  let world: World;
  let deps: MessageDeps;
  let process: string;
  let faults: unknown[];

  beforeEach(async () => {
    world = await createWorld();
    faults = [];
    deps = {
      sender: world.sender,
      timeoutMs: 60_000,
      write: createWriter({ fromAddress: "a@b.test" }),
      onFault: (error) => faults.push(error),
    };
    process = (await world.start()).id;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const ticket: Ticket = { tenant: "exampleshire", id, generation: 1, kind: "message" };
  const owe = (row: Partial<Parameters<typeof insertOutbox>[1]> = {}) =>
    transact(world.ctx.db, (tx) => insertOutbox(tx, { ...owed, process, ...row }));
  const send = (given = ticket) => sendMessage(world.ctx, given, deps);
  const row = (of = id) => findOutbox(world.ctx.db, of);
  const alarms = async () => (await listAlarms(world.ctx, { limit: 9, ended: false })).data;

  /** A process like the other, of a service that is not there. */
  async function loseService(): Promise<void> {
    const found = await findProcessWithAnswers(world.ctx.db, process);
    if (!found) throw new Error("There is a process");
    const gone = { id: orphan, reference: "EXM-GONE-0001", service: "gone", findable: {} };
    await transact(world.ctx.db, (tx) => insertProcess(tx, { ...found, ...gone }));
  }

  it("is held where its service cannot be read, which is reported, and somebody is called", async () => {
    await loseService();
    await owe({ process: orphan });
    expect(await send()).toEqual({});
    expect(await row()).toMatchObject({ state: "held", lastCode: "service-unreadable" });
    expect(faults).toMatchObject([{ code: "not-found" }]);
    expect(await getMessage(world.ctx, id)).toMatchObject({ state: "held" });
    expect(await alarms()).toMatchObject([
      {
        kind: "message-stuck",
        subject: "email/service-unreadable",
        role: "tenant-admin",
        title: "Messages were not sent: the service that it is written from cannot be read",
        data: { channel: "email", code: "service-unreadable", process: orphan },
      },
    ]);
  });

  it.each([
    ["its process is gone", { process: orphan }, "process-gone"],
    ["its service has no words for it", { purpose: "unheard-of" }, "wording-missing"],
    ["what the letter says is gone", { purpose: "letter" }, "letter-gone"],
  ])("is held where %s, and somebody is called", async (_, missing, code) => {
    await owe(missing);
    await send();
    expect(await row()).toMatchObject({ state: "held", lastCode: code });
    expect(await alarms()).toMatchObject([{ kind: "message-stuck", subject: `email/${code}` }]);
    expect(world.sender.sent).toEqual([]);
  });

  it("is held where its citizen left no address", async () => {
    process = (await world.start({ email: undefined })).id;
    await owe();
    await send();
    expect(await row()).toMatchObject({ state: "held", lastCode: "recipient-missing" });
  });

  it("is given up where it ended five processes", async () => {
    await owe();
    for (let starts = 0; starts < 5; starts += 1)
      await transact(world.ctx.db, (tx) => countStart(tx, ticket));
    await send();
    expect(await row()).toMatchObject({ state: "dead", lastCode: "poison" });
    expect(await alarms()).toMatchObject([{ subject: "email/poison" }]);
  });

  it("of a sandbox calls nobody", async () => {
    await owe();
    const sandbox = { ...world.ctx, tenant: { ...world.ctx.tenant, sandboxOf: "another" } };
    await sendMessage(sandbox, ticket, deps);
    expect(await row()).toMatchObject({ state: "held", lastCode: "sandbox" });
    expect(await alarms()).toEqual([]);
  });

  describe("to a member of staff", () => {
    let person: Person;
    let letter: Ticket;
    beforeEach(async () => {
      await addStaff(world.ctx, ["tenant-admin"], "Grace Hopper");
      person = await addStaff(world.ctx, ["tenant-admin", "viewer"]);
      await call();
    });

    /** Have an alarm of the administrators written of. */
    async function call(): Promise<void> {
      const openSince = world.clock.now();
      const counted = { failures: 1, windowFrom: 0, calls: 1, failed: 1, trips: 1 };
      const shut = { ...counted, openSince, openUntil: openSince, code: "credential-refused" };
      await transact(world.ctx.db, (tx) =>
        putBreaker(tx, { connector: "back-office", state: "open", ...shut }),
      );
      await watchAlarms(world.ground, { canBeAsked: async () => false, endings: async () => [] });
      for (const given of world.handover.given)
        if ((await loadMessage(world.ctx, given))?.to === person.email) letter = given;
    }

    it("is sent while they have the role that it is about", async () => {
      await changePerson(world.ctx, person.id, { roles: ["tenant-admin"] });
      await send(letter);
      expect(world.sender.sent).toMatchObject([{ to: person.email }]);
    });

    it.each<[string, () => Promise<unknown>]>([
      ["are let in no more", () => changePerson(world.ctx, person.id, { active: false })],
      ["have the role no more", () => changePerson(world.ctx, person.id, { roles: ["viewer"] })],
      ["were removed", () => removePerson(world.ctx, person.id)],
    ])("is not sent, and forgotten, once they %s, and nobody is called for it", async (_, lose) => {
      await lose();
      expect(await send(letter)).toEqual({});
      expect(world.sender.sent).toEqual([]);
      expect(await row(letter.id)).toMatchObject({ state: "handled", lastCode: "reader-gone" });
      expect(await openBody(world.ctx.db, letter.id)).toBeUndefined();
      expect(await alarms()).toMatchObject([{ kind: "connector-stopped" }]);
    });
  });
});
