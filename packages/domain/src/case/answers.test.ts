import { type Answers, NewCorrection, type Page, type Question } from "@guildhall/contract";
import { findProcessWithAnswers } from "@guildhall/store";
import type { Context } from "../context.ts";
import { loadDelivery } from "../delivery/load.ts";
import { openDocument } from "../document/get.ts";
import { loadMessage } from "../message/load.ts";
import { addNote } from "../note/add.ts";
import { listEvents } from "../process/events.ts";
import { completeTask } from "../task/complete.ts";
import { listTasks } from "../task/list.ts";
import { acceptCase, colleague, createWorld, noise, type World } from "../testing.ts";
import { readAnswers } from "./answers.ts";
import { correctAnswer } from "./correct.ts";
import { searchCases } from "./search.ts";

const reason = "They told us by phone.";

describe("the answers of a case", () => {
  let world: World;
  let olive: Context;
  let id: string;
  beforeEach(async () => {
    world = await createWorld();
    olive = await colleague(world);
    ({ id } = await world.start());
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const correct = (question: string, value: unknown, of = id) =>
    correctAnswer(olive, of, NewCorrection.parse({ question, value, reason }));
  const rows = async () => {
    const { pages } = await readAnswers(olive, id);
    return new Map(pages.flatMap((page) => page.rows).map((row) => [row.question, row]));
  };
  const delivered = async () => {
    const ticket = world.handover.given.findLast(({ kind }) => kind === "delivery");
    return ticket && (await loadDelivery(world.ctx, ticket))?.input;
  };
  const citizen = () =>
    world.as({ actor: { kind: "citizen", id: "c", name: "The citizen" }, only: { process: id } });

  it("are read question by question in the words of the form, and that they were is recorded", async () => {
    const { pages } = await readAnswers(olive, id);
    expect(pages.map(({ title }) => title)).toEqual(["The noise", "About you"]);
    expect(pages[0]?.rows[0]).toEqual({
      question: "noiseSource",
      label: "Where does the noise come from?",
      type: "radios",
      text: ["A home"],
      value: "home",
      correctable: true,
      corrections: [],
    });
    const reads = async () =>
      (await world.told(id)).filter((type) => type === "document.read").length;
    expect(await reads()).toBe(1);
    await readAnswers(olive, id);
    expect(await reads()).toBe(1);
    await readAnswers(world.ctx, id);
    expect(await reads()).toBe(2);
    world.clock.move(15 * 60_000);
    await readAnswers(olive, id);
    expect(await reads()).toBe(3);
    expect((await rows()).get("evidence")).toMatchObject({ correctable: false });
  });

  it("are read by no citizen, whose form is a document, and by nobody of another process", async () => {
    await expect(readAnswers(citizen(), id)).rejects.toMatchObject({ code: "scope-missing" });
    await expect(readAnswers(olive, "prc_nobody")).rejects.toMatchObject({ code: "not-found" });
  });

  it("are put right beside what was sent, and the event names the question alone", async () => {
    const first = await correct("fullName", "Ada Lovelace");
    expect(first).toMatchObject({ text: ["Ada Lovelace"], reason, author: "Olive Okafor" });
    const { sentBefore: _, ...second } = await correct("fullName", null);
    expect((await rows()).get("fullName")).toMatchObject({
      text: ["Ada Byron"],
      corrections: [{ text: ["Ada Lovelace"] }, second],
    });
    const document = await openDocument(world.ctx, id.replace("prc_", "frm_"));
    expect(JSON.stringify(document)).toContain("Ada Byron");
    const { data } = await listEvents(world.ctx, id);
    expect(data.findLast(({ type }) => type === "process.corrected")?.data).toEqual({
      question: "fullName",
    });
    expect(JSON.stringify(data)).not.toMatch(/Lovelace|phone/);
  });

  it("go as they are put right with what is sent later, and drop what is not asked any more", async () => {
    const { answers } = (await delivered()) ?? {};
    expect(answers).toMatchObject({ noiseSource: "home" });
    expect(await correct("noiseSource", "pub")).toMatchObject({ sentBefore: false });
    await correct("pubName", "The Anchor");
    expect(await delivered()).toMatchObject({
      answers: { noiseSource: "pub", pubName: "The Anchor" },
      conditions: { "is-pub": true },
    });
    expect((await rows()).get("pubName")).toMatchObject({ text: [], value: "The Anchor" });
    await correct("noiseSource", "home");
    expect((await delivered())?.answers).not.toHaveProperty("pubName");
    expect((await findProcessWithAnswers(world.ctx.db, id))?.asSent).toMatchObject({
      noiseSource: "home",
    });
  });

  it("were sent before they were put right, which whoever puts them right is told", async () => {
    await acceptCase(world, "CASE-1");
    expect(await correct("noiseSource", "pub")).toMatchObject({ sentBefore: true });
  });

  it("let messages go to an address that was put right, and the case be found by it", async () => {
    await correct("email", "ada@example.org");
    await addNote(world.ctx, id, { contents: "We will call.", visibleToCitizen: true });
    const ticket = world.handover.given.findLast(({ kind }) => kind === "message");
    expect(ticket && (await loadMessage(world.ctx, ticket))?.to).toBe("ada@example.org");
    const found = async (email: string) =>
      (await searchCases(olive, { email, limit: 9 })).data.length;
    expect([await found("ada@example.com"), await found("ADA@example.org")]).toEqual([0, 1]);
  });

  it("lead messages elsewhere by no key or grant, since whoever is sent them can read the case", async () => {
    const vendor = world.as({ actor: { kind: "vendor", id: "key_1", name: "Acme" } });
    const put = (question: string, value: string) =>
      correctAnswer(vendor, id, { question, value, reason });
    await expect(put("email", "acme@example.com")).rejects.toMatchObject({ code: "scope-missing" });
    expect(await put("fullName", "Ada Lovelace")).toMatchObject({ author: "Acme" });
  });

  it.each([
    ["noiseSource", "train", "answers-invalid", "/value"],
    ["noiseSource", null, "answers-invalid", "/value"],
    ["nights", [{ date: "2035-01-01" }], "answers-invalid", "/value/0/date"],
    ["evidence", [], "request-invalid", "/question"],
    ["nothing", "a", "request-invalid", "/question"],
    ["pubName", "The Anchor", "request-invalid", "/question"],
  ] satisfies [string, Answers[string] | null, string, string][])(
    "are not put right against the form: %s as %j",
    async (question, value, code, pointer) => {
      await expect(correct(question, value)).rejects.toMatchObject({
        code,
        faults: [{ pointer }],
      });
    },
  );

  it("never show bank details, and nobody puts those right", async () => {
    const label = "Where do we pay?";
    const account: Question = { id: "account", type: "bank-details", label, required: true };
    const page: Page = { id: "money", title: "Money", kind: "questions", questions: [account] };
    await world.publish({ form: { ...noise.form, pages: [...noise.form.pages, page] } });
    const ours = { accountName: "A Byron", sortCode: "200000", accountNumber: "55779911" };
    ({ id } = await world.start({ account: ours }));
    expect(JSON.stringify(await readAnswers(olive, id))).not.toMatch(/200000|557799/);
    await expect(correct("account", ours)).rejects.toMatchObject({ code: "request-invalid" });
  });

  it("stay as they are once it has ended, and of what is not there", async () => {
    await expect(correct("fullName", "A", "prc_nobody")).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(
      correctAnswer(citizen(), id, { question: "fullName", value: "A", reason }),
    ).rejects.toMatchObject({ code: "scope-missing" });
    const [task] = (await listTasks(world.ctx, id)).data;
    await completeTask(olive, task?.id ?? "", { outcome: "completed", fields: {} });
    await expect(correct("fullName", "A")).rejects.toMatchObject({ code: "process-closed" });
  });
});
