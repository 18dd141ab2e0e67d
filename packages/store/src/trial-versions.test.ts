import { ServiceDefinition } from "@guildhall/contract";
import type { Tx } from "./db.ts";
import { insertDraft } from "./drafts.ts";
import { insertProcess } from "./processes.ts";
import {
  findServiceVersion,
  findVersionToRun,
  lastPublishedAt,
  publishService,
  servicesChangedAt,
} from "./services.ts";
import { describeOnBothDrivers } from "./testing/on-both-drivers.ts";
import { processRow } from "./testing/rows.ts";
import { transact } from "./transact.ts";
import { forgetTrialVersions, keepTrialVersion } from "./trial-versions.ts";
import { listVersions } from "./version-list.ts";

describeOnBothDrivers("a version that is tried out", (on) => {
  const definition = (title: string) =>
    ServiceDefinition.parse({
      id: "noise",
      title,
      summary: "Tell us about noise",
      form: { pages: [{ id: "begin", title: "Before you begin", kind: "information" }] },
      stages: [{ id: "received", title: "Received" }],
      target: { firstResponseWorkingDays: 3, text: "Three days" },
      whatHappensNext: "We look",
      retention: { days: 365, lawfulBasis: "Public task" },
    });
  const draft = {
    id: "drf_1",
    service: "noise",
    version: 1,
    answers: {},
    expiresAt: 1,
    process: null,
  };
  const publish = (title: string, at = 1_000) =>
    transact(on.db, (tx) => publishService(tx, definition(title), at));
  const tryOut = (title: string, at = 2_000) =>
    transact(on.db, (tx) => keepTrialVersion(tx, definition(title), at));
  const forget = (before: number) => transact(on.db, (tx) => forgetTrialVersions(tx, before));
  const isThere = async (version: number) =>
    (await findVersionToRun(on.db, "noise", version)) !== undefined;

  it("is found by what began with it, and neither read nor listed", async () => {
    await publish("First");
    const mark = await servicesChangedAt(on.db);
    expect(await tryOut("Tried")).toBe(2);
    expect(await findVersionToRun(on.db, "noise", 2)).toMatchObject({
      isTrial: true,
      definition: { title: "Tried" },
    });
    expect(await findServiceVersion(on.db, "noise", 2)).toBeUndefined();
    const listed = await listVersions(on.db, { service: "noise", limit: 9 });
    expect(listed.map(({ version }) => version)).toEqual([1]);
    expect(await servicesChangedAt(on.db)).toBe(mark);
    expect(await lastPublishedAt(on.db)).toBe(1_000);
  });

  it("is kept once, and is a published one where that is the same", async () => {
    await publish("First");
    expect(await tryOut("First")).toBe(1);
    expect([await tryOut("Tried"), await tryOut("Tried")]).toEqual([2, 2]);
  });

  it("is forgotten once it is old, but for what is tried again and the last number", async () => {
    await publish("First");
    for (const title of ["A", "B", "C"]) await tryOut(title);
    await tryOut("B", 5_000);
    await forget(3_000);
    expect(await Promise.all([1, 2, 3, 4].map(isThere))).toEqual([true, false, true, true]);
    expect(await publish("Next")).toBe(5);
    await forget(9_000);
    expect(await Promise.all([1, 3, 4, 5].map(isThere))).toEqual([true, false, false, true]);
  });

  it.each<[string, (tx: Tx) => Promise<unknown>]>([
    ["process", (tx) => insertProcess(tx, processRow("prc_1", { service: "noise", version: 1 }))],
    ["draft", (tx) => insertDraft(tx, draft)],
  ])("stays while a %s stands on it", async (_, begin) => {
    await tryOut("A");
    await publish("First");
    await transact(on.db, begin);
    await forget(9_000);
    expect(await isThere(1)).toBe(true);
  });
});
