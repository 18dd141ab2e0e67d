import { type Actor, DraftDefinition } from "@guildhall/contract";
import {
  findBefore,
  findDifferences,
  forgetRevisions,
  insertRevision,
  lastRevision,
  listRevisionLines,
  listRevisions,
} from "./service-draft-revisions.ts";
import {
  deleteServiceDraft,
  findScheduled,
  findServiceDraft,
  findServiceDraftLine,
  insertServiceDraft,
  listDuePublications,
  listServiceDrafts,
  nextPublication,
  putTried,
  scheduleServiceDraft,
  updateServiceDraft,
} from "./service-drafts.ts";
import { describeOnBothDrivers } from "./testing/on-both-drivers.ts";
import { transact } from "./transact.ts";

const actor: Actor = { kind: "staff", id: "per_1", name: "Grace" };
const definition = (id: string, title = "Benches") => DraftDefinition.parse({ id, title });
const draft = (service: string) => ({
  service,
  title: "Benches",
  revision: 1,
  begun: 1,
  basedOn: null,
  changedAt: 1_000,
  changedBy: "Grace",
  scheduled: undefined,
  tried: undefined,
  definition: definition(service),
});
const done = (revision: number) => ({
  service: "benches",
  revision,
  kind: "edited" as const,
  at: 2_000,
  actor,
  undoes: null,
  basedOn: null,
  touched: ["/title"],
  differences: [{ at: "/title", kind: "changed" as const, sentence: "It is called otherwise." }],
});

describeOnBothDrivers("drafts of services", (on) => {
  const insert = (...services: string[]) =>
    transact(on.db, async (tx) => {
      for (const service of services) await insertServiceDraft(tx, draft(service));
    });
  const schedule = (service: string, at: number) => {
    const publication = { at, summary: "New", actor, revision: 1, basedOn: 3, replaces: 4 };
    const shown = definition(service, "As it goes live");
    return transact(on.db, (tx) =>
      scheduleServiceDraft(tx, service, { ...publication, definition: shown }),
    );
  };

  it("are found as they were put down, and as they were changed", async () => {
    await insert("benches");
    expect(await findServiceDraft(on.db, "benches")).toEqual(draft("benches"));
    const changed = { title: "Seats", revision: 2, definition: definition("benches", "Seats") };
    await transact(on.db, (tx) => updateServiceDraft(tx, "benches", changed));
    expect(await findServiceDraft(on.db, "benches")).toEqual({ ...draft("benches"), ...changed });
    expect(await findServiceDraft(on.db, "none")).toBeUndefined();
  });

  it("are listed by service without their definitions", async () => {
    await insert("kerbs", "benches");
    const lines = await listServiceDrafts(on.db);
    expect(lines.map(({ service }) => service)).toEqual(["benches", "kerbs"]);
    const { definition: _, ...line } = draft("benches");
    expect(lines[0]).toEqual(line);
    expect(await findServiceDraftLine(on.db, "benches")).toEqual(line);
  });

  it("keep how their scenarios ended last", async () => {
    await insert("benches");
    const tried = { revision: 1, green: { plain: true, slow: false } };
    await transact(on.db, (tx) => putTried(tx, "benches", tried));
    expect(await findServiceDraftLine(on.db, "benches")).toMatchObject({ tried });
  });

  it("are one of each service", async () => {
    await insert("benches");
    await expect(insert("benches")).rejects.toMatchObject({ code: "constraint" });
  });

  it("go live at their times, the earliest first, as they were then", async () => {
    await insert("benches", "kerbs", "drains");
    await schedule("benches", 9_000);
    await schedule("kerbs", 5_000);
    expect(await nextPublication(on.db)).toBe(5_000);
    expect(await listDuePublications(on.db, 4_999)).toEqual([]);
    expect(await listDuePublications(on.db, 9_000)).toEqual(["kerbs", "benches"]);
    const found = await findScheduled(on.db, "kerbs");
    expect(found).toMatchObject({ at: 5_000, actor, definition: { title: "As it goes live" } });
    const line = await findServiceDraftLine(on.db, "kerbs");
    expect(line?.scheduled).toEqual({
      at: 5_000,
      summary: "New",
      actor,
      revision: 1,
      basedOn: 3,
      replaces: 4,
    });
    await transact(on.db, (tx) => scheduleServiceDraft(tx, "kerbs", undefined));
    expect(await findScheduled(on.db, "kerbs")).toBeUndefined();
    expect(await nextPublication(on.db)).toBe(9_000);
    await transact(on.db, (tx) => deleteServiceDraft(tx, "benches"));
    expect(await nextPublication(on.db)).toBeUndefined();
  });

  it("keep what was done, the latest first, and what stood there before the last twenty times", async () => {
    await transact(on.db, async (tx) => {
      for (let revision = 1; revision <= 22; revision += 1)
        await insertRevision(tx, done(revision), definition("benches", `Title ${revision}`));
    });
    const rows = await listRevisions(on.db, { service: "benches", after: 20 });
    expect(rows).toEqual([22, 21].map((revision) => ({ ...done(revision), more: 0 })));
    const part = await listRevisions(on.db, { service: "benches", after: 0, before: 10, limit: 2 });
    expect(part.map(({ revision }) => revision)).toEqual([9, 8]);
    expect((await findBefore(on.db, "benches", 3))?.title).toBe("Title 3");
    expect(await findBefore(on.db, "benches", 2)).toBeUndefined();
  });

  it("say how many differences there are beyond those that are kept", async () => {
    const [one] = done(1).differences;
    const differences = Array(230).fill(one);
    await transact(on.db, (tx) => insertRevision(tx, { ...done(1), differences }));
    const [row] = await listRevisions(on.db, { service: "benches", after: 0 });
    expect([row?.differences.length, row?.more]).toEqual([200, 30]);
  });

  it("leave long values out of what is kept of a difference, and no sentence", async () => {
    const long = "a".repeat(5_000);
    const one = { at: "/title", kind: "changed", sentence: "It is longer." } as const;
    const differences = [{ ...one, before: "Short", after: long }];
    await transact(on.db, (tx) => insertRevision(tx, { ...done(1), differences }));
    const [row] = await listRevisions(on.db, { service: "benches", after: 0 });
    const kept = [{ ...one, before: "Short" }];
    expect(row?.differences).toEqual(kept);
    expect(await findDifferences(on.db, "benches", [1, 2])).toEqual(kept);
  });

  it("tell what was done to which parts without what it came to", async () => {
    await transact(on.db, (tx) => insertRevision(tx, { ...done(2), basedOn: 3 }));
    const { differences: _, ...line } = { ...done(2), basedOn: 3 };
    expect(await listRevisionLines(on.db, { service: "benches", after: 1 })).toEqual([line]);
  });

  it("count on where what was done is forgotten", async () => {
    expect(await lastRevision(on.db, "benches")).toBe(0);
    await transact(on.db, async (tx) => {
      for (const revision of [1, 2, 3]) await insertRevision(tx, done(revision));
      await forgetRevisions(tx, "benches", 2);
    });
    expect(await lastRevision(on.db, "benches")).toBe(1);
  });

  it("are there after a restart", async () => {
    await insert("benches");
    await schedule("benches", 9_000);
    await transact(on.db, (tx) => insertRevision(tx, done(2), definition("benches")));
    await on.world.reopen();
    const { db } = await on.world.tenant();
    expect(await findServiceDraft(db, "benches")).toMatchObject({ title: "Benches", revision: 1 });
    expect(await nextPublication(db)).toBe(9_000);
    expect(await findBefore(db, "benches", 2)).toEqual(definition("benches"));
  });

  it("are no other council's", async () => {
    await insert("benches");
    const { db } = await on.world.tenant("othershire");
    expect(await findServiceDraft(db, "benches")).toBeUndefined();
    expect(await listServiceDrafts(db)).toEqual([]);
  });
});
