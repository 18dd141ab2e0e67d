import fc from "fast-check";
import { listProcesses } from "./process-list.ts";
import {
  endProcess,
  findProcess,
  findProcessByReference,
  findProcessesBy,
  findProcessWithAnswers,
  insertProcess,
  moveStage,
  revokeGrants,
} from "./processes.ts";
import { describeOnBothDrivers } from "./testing/on-both-drivers.ts";
import { processRow } from "./testing/rows.ts";
import { transact } from "./transact.ts";

fc.configureGlobal({ seed: 20_261_122 });

describeOnBothDrivers("processes", (on) => {
  const insert = (...rows: ReturnType<typeof processRow>[]) =>
    Promise.all(rows.map((row) => transact(on.db, (tx) => insertProcess(tx, row))));

  it("gives back whatever answers were given", async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" })),
        async (given) => {
          const id = `prc_${count++}`;
          const answers = JSON.parse(JSON.stringify(given));
          await insert(processRow(id, { answers }));
          expect((await findProcessWithAnswers(on.db, id))?.answers).toEqual(answers);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("is found by id and by reference, opened from the first version, without its answers", async () => {
    await insert(processRow("prc_1", { respondBy: 5_000 }));

    const found = await findProcess(on.db, "prc_1");
    expect(found).toEqual({
      id: "prc_1",
      reference: "EXM-prc_1",
      service: "noise-nuisance",
      version: 1,
      status: "open",
      stage: "received",
      emailIndex: null,
      phoneIndex: null,
      postcodeIndex: null,
      surnameIndex: null,
      grantGeneration: 1,
      receivedAt: 1_000,
      respondBy: 5_000,
      endedAt: null,
      channel: "online",
      language: "en",
      toldBy: null,
      continues: null,
      mergedInto: null,
      ward: null,
      workingDays: null,
    });
    expect(await findProcessByReference(on.db, "EXM-prc_1")).toEqual(found);
    expect(await findProcess(on.db, "prc_2")).toBeUndefined();
    expect(await findProcessByReference(on.db, "EXM-prc_2")).toBeUndefined();
    expect(await findProcessWithAnswers(on.db, "prc_2")).toBeUndefined();
  });

  it("refuses a reference that is taken", async () => {
    await insert(processRow("prc_1"));
    const second = insert(processRow("prc_2", { reference: "EXM-prc_1" }));
    await expect(second).rejects.toMatchObject({ code: "constraint" });
    expect(await findProcess(on.db, "prc_2")).toBeUndefined();
  });

  it("is found by what the citizen is known by, however it is written", async () => {
    await insert(
      processRow("prc_1", {
        findable: { email: "Jo@Example.org", postcode: "CB2 1AB", surname: "Müller" },
      }),
      processRow("prc_2", { findable: { phone: "01223 457000" } }),
      processRow("prc_3", { findable: { email: "" } }),
    );
    const ids = async (...by: [kind: "email" | "phone" | "postcode" | "surname", value: string]) =>
      (await findProcessesBy(on.db, ...by)).map((row) => row.id);

    expect(await ids("email", "jo@example.ORG ")).toEqual(["prc_1"]);
    expect(await ids("postcode", "cb21ab")).toEqual(["prc_1"]);
    expect(await ids("surname", "Mu\u0308ller")).toEqual(["prc_1"]);
    expect(await ids("phone", "01223457000")).toEqual(["prc_2"]);
    expect(await ids("surname", "jo@example.org")).toEqual([]);
    expect(await ids("email", "")).toEqual([]);
  });

  it("shows no answers in any list", async () => {
    await insert(processRow("prc_1", { findable: { surname: "Jones" } }));
    const rows = [
      ...(await listProcesses(on.db, { limit: 10 })).rows,
      ...(await findProcessesBy(on.db, "surname", "Jones")),
    ];
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).not.toHaveProperty("answers");
  });

  it("is listed newest first, a page at a time, by service and by status", async () => {
    await insert(
      processRow("prc_1"),
      processRow("prc_2", { service: "rubbish", respondBy: 500 }),
      processRow("prc_3", { respondBy: 500, receivedAt: 5_000, ward: "Abbey" }),
    );
    await transact(on.db, (tx) =>
      endProcess(tx, "prc_3", { status: "closed", stage: "closed", endedAt: 2_000 }),
    );
    const ids = async (filter: Partial<Parameters<typeof listProcesses>[1]>) =>
      (await listProcesses(on.db, { limit: 10, ...filter })).rows.map((row) => row.id);

    expect(await ids({})).toEqual(["prc_3", "prc_2", "prc_1"]);
    expect(await ids({ limit: 2 })).toEqual(["prc_3", "prc_2"]);
    expect(await ids({ before: "prc_2" })).toEqual(["prc_1"]);
    expect(await ids({ services: ["rubbish"] })).toEqual(["prc_2"]);
    expect(await ids({ status: "open" })).toEqual(["prc_2", "prc_1"]);
    expect(await ids({ lateAt: 501 })).toEqual(["prc_2"]);
    expect(await ids({ lateAt: 500 })).toEqual([]);
    expect(await ids({ ward: "Abbey" })).toEqual(["prc_3"]);
    expect(await ids({ receivedUntil: { at: 5_000, id: "prc_9" } })).toEqual(["prc_2", "prc_1"]);
    expect(await ids({ status: "open", services: ["noise-nuisance"] })).toEqual(["prc_1"]);
  });

  it("moves to another stage until it has ended", async () => {
    await insert(processRow("prc_1"), processRow("prc_2"));
    const move = (stage: string) => transact(on.db, (tx) => moveStage(tx, "prc_1", stage));
    const end = () =>
      transact(on.db, (tx) =>
        endProcess(tx, "prc_1", { status: "completed", stage: "done", endedAt: 2_000 }),
      );

    expect(await move("visited")).toBe(true);
    expect(await move("visited")).toBe(false);
    expect(await end()).toBe(true);
    expect(await end()).toBe(false);
    expect(await move("received")).toBe(false);
    const ended = { status: "completed", stage: "done", endedAt: 2_000 };
    expect(await findProcess(on.db, "prc_1")).toMatchObject(ended);
    expect(await findProcess(on.db, "prc_2")).toMatchObject({ status: "open", stage: "received" });
  });

  it("makes the grants of one process useless, and of no other", async () => {
    await insert(processRow("prc_1"), processRow("prc_2"));
    await transact(on.db, (tx) => revokeGrants(tx, "prc_1"));
    expect((await findProcess(on.db, "prc_1"))?.grantGeneration).toBe(2);
    expect((await findProcess(on.db, "prc_2"))?.grantGeneration).toBe(1);
  });
});
