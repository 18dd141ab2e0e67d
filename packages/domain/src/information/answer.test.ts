import { listProcessDocuments, putConnector, transact } from "@guildhall/store";
import { listNotes } from "../note/list.ts";
import { acceptCase, exampleshire, sampleAnswers, type World } from "../testing.ts";
import { answerInformation } from "./answer.ts";
import { listInformation } from "./list.ts";
import { type Asking, createAsking, question } from "./test-asking.ts";
import { withdrawInformation } from "./withdraw.ts";

describe("one more thing that is answered", () => {
  let on: Asking;
  let world: World;
  let process: string;
  beforeEach(async () => {
    on = await createAsking();
    ({ world, process } = on);
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("is kept beside what was said before, which does not change", async () => {
    const { id } = await on.ask({ questions: [question] });
    const answers = { [question]: "home", ownQuestion: "The second" };
    const answered = await on.answer(id, answers);
    expect(answered).toMatchObject({
      state: "answered",
      reply: {
        answers: { [question]: "home" },
        before: { [question]: sampleAnswers[question] },
        ownAnswer: "The second",
        documents: [],
      },
    });
    expect((await listInformation(on.staff(), process)).data).toEqual([answered]);
  });

  it("goes back to the case as a note, with each file", async () => {
    const [backOffice] = exampleshire.connectors;
    if (!backOffice) throw new Error("Exampleshire has a back office");
    const following = { ...backOffice, follows: ["note" as const, "attach" as const] };
    await transact(world.ctx.db, (tx) => putConnector(tx, following));
    await acceptCase(world, "CASE-1");
    const { id } = await on.ask({ files: true });
    const file = await on.upload();
    await on.answer(id, { ownQuestion: "The second", moreFiles: [file] });
    const owed = (await world.owed(process)).filter(({ kind }) => kind === "delivery");
    expect(owed.map(({ operation }) => operation)).toEqual(["create", "note", "attach"]);
    expect(owed[2]?.subject).toBe(file);
    expect((await listProcessDocuments(world.ctx.db, process)).map((one) => one.id)).toEqual([
      file,
    ]);
    const [note] = (await listNotes(world.ctx, process)).data;
    expect(note?.contents).toBe(
      "Answer to what was asked:\n\nWhich floor is it?\nThe second\n\nFiles\nhall.png",
    );
  });

  it("takes no file along that was uploaded and then left out", async () => {
    const { id } = await on.ask({ files: true });
    const [kept, left] = [await on.upload(), await on.upload()];
    const answered = await on.answer(id, { ownQuestion: "a", moreFiles: [kept] });
    expect(answered.reply?.documents).toEqual([kept]);
    const held = await listProcessDocuments(world.ctx.db, process);
    expect(held.map((one) => one.id)).toEqual([kept]);
    expect(held.map((one) => one.id)).not.toContain(left);
    expect((await world.told(process)).filter((type) => type === "document.added")).toHaveLength(1);
  });

  it("writes to nobody what they wrote themselves", async () => {
    const { id } = await on.ask();
    const before = (await world.owed(process)).length;
    await on.answer(id, { ownQuestion: "The second" });
    expect((await world.owed(process)).slice(before).map(({ kind }) => kind)).not.toContain(
      "message",
    );
  });

  it.each([
    ["nothing", {}, "required"],
    ["another question", { ownQuestion: "a", name: "b" }, "unknown-question"],
  ])("is refused with %s", async (_, answers, code) => {
    const { id } = await on.ask();
    await expect(on.answer(id, answers)).rejects.toMatchObject({ code: "answers-invalid" });
    expect(code).toBeTruthy();
  });

  it("is refused with a file that did not come with it, or in which malware was found", async () => {
    const { id } = await on.ask({ files: true });
    const infected = await on.upload("infected");
    for (const moreFiles of [["doc_01kb3zq8w5v0t6m2h9r4c7d1xe"], [infected]])
      await expect(on.answer(id, { ownQuestion: "a", moreFiles })).rejects.toMatchObject({
        code: "answers-invalid",
        faults: [{ pointer: "/answers/moreFiles" }],
      });
  });

  it("is refused to whoever holds another draft, or a key", async () => {
    const { id } = await on.ask();
    const said = { ownQuestion: "a" };
    await expect(on.answer(id, said, "drf_other")).rejects.toMatchObject({ code: "not-found" });
    const key = world.as({ scopes: ["drafts:write"] });
    await expect(
      answerInformation(key, { process, request: id }, { answers: said }),
    ).rejects.toMatchObject({ code: "not-found" });
  });

  it("is heard once, of two", async () => {
    const { id } = await on.ask();
    const draft = await on.draft();
    const both = await Promise.allSettled([
      on.answer(id, { ownQuestion: "first" }, draft),
      on.answer(id, { ownQuestion: "second" }, draft),
    ]);
    expect(both).toMatchObject([
      { status: "fulfilled" },
      { status: "rejected", reason: { code: "information-ended" } },
    ]);
    expect((await listNotes(world.ctx, process)).data).toHaveLength(1);
  });

  it("says why it cannot be any more", async () => {
    const { id } = await on.ask();
    const draft = await on.draft();
    await withdrawInformation(on.staff(), { process, request: id });
    const because = (code: string) => ({ code: "information-ended", faults: [{ code }] });
    await expect(on.answer(id, { ownQuestion: "a" }, draft)).rejects.toMatchObject(
      because("withdrawn"),
    );
    await expect(on.open(id)).rejects.toMatchObject(because("withdrawn"));
  });
});
