import type { Scanner, Verdict } from "@guildhall/contract";
import {
  attachFile,
  awaitScan,
  beginDraft,
  type Context,
  claimOwed,
  findClaimed,
  getDraft,
  listDocuments,
  listNotes,
  loadRow,
  openDocument,
  settleScan,
  startProcess,
} from "@guildhall/domain";
import { createWorld, sampleAnswers, type World } from "@guildhall/domain/testing";
import { findDocument, findOutbox, listOpenAlarms } from "@guildhall/store";
import type { DeliveryDeps } from "./ready-connector.ts";
import { runDelivery } from "./run-delivery.ts";
import { type ScanDeps, scanDocument } from "./scan-document.ts";

const minuteMs = 60_000;
const bytes = { contentType: "image/png", bytes: 9, sha256: "aa" };

describe("a file that is looked at for malware", () => {
  let world: World;
  let citizen: Context;
  let draft: string;
  let verdict: Verdict;
  let removed: string[];
  let faults: unknown[];
  let looked: string[];

  beforeEach(async () => {
    world = await createWorld();
    draft = (await beginDraft(world.ctx, { service: "noise" })).id;
    citizen = world.as({
      actor: { kind: "citizen", id: draft, name: "The citizen" },
      only: { draft },
    });
    verdict = { outcome: "unknown", code: "scanner-away" };
    removed = [];
    faults = [];
    looked = [];
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const scanner: Scanner = {
    scan: async (source) => {
      for await (const piece of source) looked.push(String(piece));
      return verdict;
    },
  };
  const deps: ScanDeps = {
    scanner,
    readFile: async function* (storage, key) {
      if (storage === "gone") throw new Error("There is no such file");
      yield Buffer.from(`${storage} ${key}`);
    },
    removeFile: async (storage) => {
      removed.push(storage);
    },
    onFault: (fault) => faults.push(fault),
  };
  const scan = (id: string) => scanDocument(world.ctx, id, deps);
  const attach = async (name = "night.png", storage = "s/1") => {
    const file = {
      ...bytes,
      name,
      storage,
      key: "k",
      state: "pending-scan",
      label: undefined,
    } as const;
    return (await attachFile(citizen, draft, { ...file, question: "evidence" })).document.id;
  };
  const submit = async (...evidence: string[]) =>
    (await startProcess(citizen, { service: "noise", answers: { ...sampleAnswers, evidence } })).id;
  const found = { outcome: "infected", found: "Eicar" } as const;

  it("is opened by nobody until it was found clean", async () => {
    const id = await attach();
    const process = await submit(id);
    await expect(openDocument(world.ctx, id)).rejects.toMatchObject({ code: "scan-pending" });
    verdict = { outcome: "clean" };
    expect(await scan(id)).toBe(true);
    expect(looked).toEqual(["s/1 k"]);
    expect(await openDocument(world.ctx, id)).toMatchObject({ file: { state: "clean" } });
    const { data } = await listDocuments(world.ctx, process);
    expect(data).toMatchObject([{ kind: "form" }, { id, state: "clean" }]);
    expect(removed).toEqual([]);
  });

  it("goes on waiting where there is no verdict, and after half an hour somebody is called", async () => {
    const id = await attach();
    expect(await scan(id)).toBe(false);
    world.clock.move(30 * minuteMs - 1);
    expect(await scan(id)).toBe(false);
    expect(await listOpenAlarms(world.ctx.db)).toEqual([]);
    world.clock.move(1);
    expect(await scan(id)).toBe(false);
    expect(await listOpenAlarms(world.ctx.db)).toMatchObject([{ kind: "scan-stuck" }]);
    expect(await findDocument(world.ctx.db, id)).toMatchObject({ state: "pending-scan" });
    verdict = { outcome: "clean" };
    await scan(id);
    expect(await listOpenAlarms(world.ctx.db)).toEqual([]);
  });

  it("is not good because it cannot be read", async () => {
    const id = await attach("night.png", "gone");
    verdict = { outcome: "clean" };
    expect(await scan(id)).toBe(false);
    expect(faults).toHaveLength(1);
    expect(await findDocument(world.ctx.db, id)).toMatchObject({ state: "pending-scan" });
  });

  it("loses its bytes where it is infected, and keeps its hash; who sends the draft has to leave it out", async () => {
    const id = await attach();
    verdict = found;
    expect(await scan(id)).toBe(true);
    expect(removed).toEqual(["s/1"]);
    const row = { state: "infected", storage: "", sha256: "aa" };
    expect(await findDocument(world.ctx.db, id)).toMatchObject(row);
    expect((await getDraft(citizen, draft)).documents).toMatchObject([{ id, state: "infected" }]);
    await expect(submit(id)).rejects.toMatchObject({
      code: "answers-invalid",
      faults: [{ pointer: "/answers/evidence", code: "infected" }],
    });
  });

  it("is left out of a draft that is sent at the moment when it is found", async () => {
    const id = await attach();
    const { ids } = citizen;
    const finding = () => void settleScan(world.ctx, id, "infected");
    const reference = (prefix: string) => {
      finding();
      return ids.reference(prefix);
    };
    citizen = { ...citizen, ids: { ...ids, id: (kind) => ids.id(kind), reference } };
    await expect(submit(id)).rejects.toMatchObject({
      faults: [{ pointer: "/answers/evidence", code: "infected" }],
    });
  });

  it("that was submitted and is infected is told of once, to the citizen alone", async () => {
    const id = await attach();
    const process = await submit(id);
    verdict = found;
    await scan(id);
    await scan(id);
    const notes = (await listNotes(world.ctx, process)).data;
    expect(notes).toMatchObject([
      { visibleToCitizen: true, author: "Exampleshire District Council" },
    ]);
    expect(notes[0]?.contents).toContain("“night.png”");
    await expect(openDocument(world.ctx, id)).rejects.toMatchObject({ code: "document-infected" });
    const owed = await world.owed(process);
    expect(owed.filter(({ purpose }) => purpose === "note-added")).toHaveLength(1);
  });

  it("that is infected is taken up again by whoever finds its bytes there still", async () => {
    const id = await attach();
    const process = await submit(id);
    verdict = found;
    const dying = { ...deps, removeFile: async () => Promise.reject(new Error("killed")) };
    await expect(scanDocument(world.ctx, id, dying)).rejects.toThrow("killed");
    await expect(openDocument(world.ctx, id)).rejects.toMatchObject({ code: "document-infected" });
    expect((await listNotes(world.ctx, process)).data).toEqual([]);
    await scan(id);
    expect(removed).toEqual(["s/1"]);
    expect((await listNotes(world.ctx, process)).data).toHaveLength(1);
  });

  describe("and goes along with a case", () => {
    const delivery = async (process: string) =>
      (await world.owed(process)).find(({ kind }) => kind === "delivery")?.id ?? "";
    const handOver: DeliveryDeps = {
      write: async () => ({ text: "<Case/>" }),
      connectorFor: async () => ({
        connector: world.backOffice,
        timeoutMs: 1000,
        withPlace: (work) => work(),
      }),
      readEvidence: async () => Buffer.from("bytes"),
      onFault: (fault) => faults.push(fault),
      onOutcome: () => undefined,
    };
    const deliver = async (id: string) => {
      const row = await findOutbox(world.ctx.db, id);
      const generation = row?.generation ?? 0;
      const ticket = { tenant: "exampleshire", id, generation, kind: "delivery" } as const;
      await runDelivery(world.ctx, ticket, handOver);
    };
    const claim = () => claimOwed(world.ctx, 9);

    it("keeps it waiting, and uses up no attempt of it", async () => {
      const file = await attach();
      const id = await delivery(await submit(file));
      await deliver(id);
      const waits = { state: "pending", lastCode: "awaiting-scan", attempts: 0, crashes: 0 };
      expect(await findOutbox(world.ctx.db, id)).toMatchObject(waits);
      expect(world.backOffice.sent).toEqual([]);
      verdict = { outcome: "clean" };
      await scan(file);
      await claim();
      await deliver(id);
      expect(world.backOffice.sent).toHaveLength(1);
      expect(world.backOffice.sent[0]?.evidence).toMatchObject([{ name: "night.png" }]);
      expect(await findOutbox(world.ctx.db, id)).toMatchObject({ state: "accepted", attempts: 1 });
    });

    it("does not keep it waiting where the verdict comes while it is put off", async () => {
      const file = await attach();
      const id = await delivery(await submit(file));
      const { generation } = (await findOutbox(world.ctx.db, id)) ?? missing();
      const row = (await findClaimed(world.ctx, { id, generation })) ?? missing();
      const loaded = (await loadRow(world.ctx, row)) ?? missing();
      verdict = { outcome: "clean" };
      await scan(file);
      expect(await awaitScan(world.ctx, loaded)).toMatchObject({ dueAgainAt: world.clock.now() });
      expect(await findOutbox(world.ctx.db, id)).toMatchObject({ nextAt: world.clock.now() });
    });

    it("is left out of it where it is infected", async () => {
      const [file, other] = [await attach(), await attach("dawn.png", "s/2")];
      const id = await delivery(await submit(file, other));
      verdict = { outcome: "clean" };
      await scan(other);
      await claim();
      await deliver(id);
      expect(world.backOffice.sent).toEqual([]);
      verdict = found;
      await scan(file);
      await claim();
      await deliver(id);
      expect(world.backOffice.sent[0]?.evidence).toMatchObject([{ name: "dawn.png" }]);
    });
  });
});

function missing(): never {
  throw new Error("It is not there");
}
