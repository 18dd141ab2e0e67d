import {
  endInformation,
  findInformation,
  findOpenInformation,
  insertInformation,
  listDueInformation,
  listInformation,
  moveInformation,
  type NewInformationRow,
  nextDueInformation,
} from "./information.ts";
import { describeOnBothDrivers } from "./testing/on-both-drivers.ts";
import { transact } from "./transact.ts";

const needle = "needle-in-a-haystack";

describeOnBothDrivers("what a citizen is asked", (on) => {
  const row = (id: string, more: Partial<NewInformationRow> = {}): NewInformationRow => ({
    id,
    process: "prc_1",
    draft: `drf_${id}`,
    details: { questions: ["name"], ownQuestion: needle, files: true, reason: needle },
    ifUnanswered: "task",
    askedBy: "Jo",
    askedAt: 1,
    respondBy: "2025-06-06",
    overAt: 100,
    nextAt: 50,
    promisedAt: null,
    ...more,
  });
  const insert = (...given: Parameters<typeof row>) =>
    transact(on.db, (tx) => insertInformation(tx, row(...given)));
  const reply = { answers: { name: needle }, note: "not_1", documents: ["doc_1"] };

  it("is one thing at a time for each process", async () => {
    await insert("inf_1");
    await expect(insert("inf_2")).rejects.toMatchObject({ code: "constraint" });
    await insert("inf_3", { process: "prc_2" });
    await transact(on.db, (tx) => endInformation(tx, "inf_1", { state: "withdrawn", at: 2 }));
    await insert("inf_4");
    expect((await listInformation(on.db, "prc_1")).map(({ id }) => id)).toEqual(["inf_1", "inf_4"]);
    expect(await findOpenInformation(on.db, "prc_1")).toMatchObject({ id: "inf_4" });
  });

  it("is answered once, and opens as it was sealed", async () => {
    await insert("inf_1");
    const answer = { state: "answered", at: 2, reply } as const;
    expect(await transact(on.db, (tx) => endInformation(tx, "inf_1", answer))).toBe(true);
    expect(await transact(on.db, (tx) => endInformation(tx, "inf_1", answer))).toBe(false);
    const { details } = row("inf_1");
    const found = await findInformation(on.db, "inf_1");
    expect(found).toMatchObject({ state: "answered", endedAt: 2, details, reply });
  });

  it("is due when it has to be seen to, and not once it has ended", async () => {
    await insert("inf_1");
    await insert("inf_2", { process: "prc_2", nextAt: 40 });
    expect(await nextDueInformation(on.db)).toBe(40);
    const due = async (now: number) =>
      (await listDueInformation(on.db, now, 10)).map(({ id }) => id);
    expect(await due(49)).toEqual(["inf_2"]);
    expect(await due(50)).toEqual(["inf_2", "inf_1"]);
    await transact(on.db, (tx) => moveInformation(tx, "inf_2", { nextAt: 100, remindedAt: 50 }));
    expect(await due(50)).toEqual(["inf_1"]);
    await transact(on.db, (tx) => endInformation(tx, "inf_1", { state: "over", at: 60 }));
    await transact(on.db, (tx) => endInformation(tx, "inf_2", { state: "over", at: 60 }));
    expect(await nextDueInformation(on.db)).toBeUndefined();
  });
});
