import { setRespondBy, transact } from "@guildhall/store";
import { addNote } from "../note/add.ts";
import { listNotes } from "../note/list.ts";
import { listEvents } from "../process/events.ts";
import type { World } from "../testing.ts";
import { askForInformation } from "./ask.ts";
import { listInformation } from "./list.ts";
import { type Asking, createAsking, question, reason } from "./test-asking.ts";
import { withdrawInformation } from "./withdraw.ts";

const dayMs = 86_400_000;

describe("one more thing that is asked", () => {
  let on: Asking;
  let world: World;
  let process: string;
  beforeEach(async () => {
    on = await createAsking();
    ({ world, process } = on);
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("is kept with its reason, who asked and until when: ten working days", async () => {
    const asked = await on.ask({ questions: [question], files: true });
    expect(asked).toMatchObject({
      state: "open",
      questions: [{ id: question, label: expect.any(String) }],
      ownQuestion: "Which floor is it?",
      files: true,
      reason,
      respondBy: "2025-06-06",
      askedBy: "Jo Hart",
      ifUnanswered: "task",
    });
    expect((await listInformation(on.staff(), process)).data).toEqual([asked]);
  });

  it("is told to the citizen in our words, with what, why and until when", async () => {
    await on.ask({ questions: [question], ownQuestion: "Which floor is it?" });
    expect(await on.latest()).toMatchObject({
      row: { purpose: "information-asked" },
      facts: {
        asked: expect.stringContaining("• Which floor is it?"),
        reason,
        answerBy: "6 June 2025",
      },
    });
    expect(await world.told(process)).toContain("information.asked");
  });

  it("can be asked until a day, or for so many working days", async () => {
    const { id } = await on.ask({ workingDays: 3 });
    expect((await listInformation(on.staff(), process)).data[0]?.respondBy).toBe("2025-05-28");
    await withdrawInformation(on.staff(), { process, request: id });
    expect(await on.ask({ respondBy: "2025-05-23" })).toMatchObject({ respondBy: "2025-05-23" });
  });

  it.each([
    ["a question that the version does not have", { questions: ["nothing"] }, "unknown-question"],
    ["a day that has begun", { respondBy: "2025-05-22" }, "past"],
    ["a day far away", { respondBy: "2027-05-22" }, "too-late"],
    ["a day and working days", { respondBy: "2025-06-22", workingDays: 2 }, "both"],
  ])("is refused for %s", async (_, input, code) => {
    await expect(on.ask(input)).rejects.toMatchObject({
      code: "request-invalid",
      faults: [{ code }],
    });
  });

  it("is refused where nothing is asked", async () => {
    await expect(
      askForInformation(on.staff(), process, { reason, questions: [] }),
    ).rejects.toMatchObject({ faults: [{ code: "nothing-asked" }] });
  });

  it("is one at a time", async () => {
    await on.ask();
    await expect(on.ask()).rejects.toMatchObject({ code: "information-asked" });
    const both = await Promise.allSettled([on.ask(), on.ask()]);
    expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });

  it("is asked by no citizen, of no other process and of none that has ended", async () => {
    const as = { actor: { kind: "citizen", id: "x", name: "You" } } as const;
    const own = world.as({ ...as, only: { process } });
    await expect(on.ask({}, own)).rejects.toMatchObject({ code: "scope-missing" });
    const other = world.as({ ...as, only: { process: (await world.start()).id } });
    await expect(on.ask({}, other)).rejects.toMatchObject({ code: "not-found" });
    await on.finish();
    await expect(on.ask()).rejects.toMatchObject({ code: "process-closed" });
  });

  it("makes the council's promise wait, and moves it on by the working days that were waited", async () => {
    const promised = new Date("2025-05-27T09:00:00Z").getTime();
    await transact(world.ctx.db, (tx) => setRespondBy(tx, process, promised));
    const { id } = await on.ask();
    expect(await on.respondBy()).toBeNull();
    world.clock.move(5 * dayMs);
    await on.answer(id, { ownQuestion: "The second" });
    // The bank holiday and the weekend between are no working days.
    expect(new Date((await on.respondBy()) ?? 0).toISOString()).toBe("2025-05-29T09:00:00.000Z");
  });

  it("lets a promise be that is past", async () => {
    const promised = world.clock.now() - 1;
    await transact(world.ctx.db, (tx) => setRespondBy(tx, process, promised));
    await on.ask();
    expect(await on.respondBy()).toBe(promised);
  });

  it("keeps its words sealed, and out of events", async () => {
    await on.ask({ ownQuestion: "Does Mrs Miller live there?" });
    const { data } = await listEvents(world.ctx, process);
    expect(JSON.stringify(data)).not.toMatch(/Miller|find the place/);
  });

  it("leaves notes as they were for whoever adds one meanwhile", async () => {
    await on.ask();
    await addNote(on.staff(), process, { contents: "I called.", visibleToCitizen: false });
    expect((await listNotes(world.ctx, process)).data).toHaveLength(1);
  });
});
