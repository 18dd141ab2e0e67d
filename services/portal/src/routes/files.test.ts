import type { ProblemCode } from "@guildhall/contract";
import { summaryOf } from "../testing/look.ts";
import { fillUpTo, noise, Visitor } from "../testing/visitor.ts";

const page = `${noise}/evidence`;
const files = `${page}/files/evidence`;

describe("evidence", () => {
  let visitor: Visitor;
  beforeEach(async () => {
    visitor = new Visitor();
    await fillUpTo(visitor, "evidence");
  });

  const draft = () => [...visitor.api.drafts.values()][0];
  const upload = (name: string, content: string, fields: Record<string, string> = {}) =>
    send(name, content, { ...fields, "with-files": "upload:evidence" });
  const send = (name: string, content: string, fields: Record<string, string> = {}) =>
    visitor.sendFiles(page, fields, { "evidence-file": [name, content] });
  const press = (button: string, fields: Record<string, string> = {}) =>
    send("", "", { ...fields, "with-files": button });

  it("goes through to the API as it comes, and becomes an answer", async () => {
    const content = "a photo ".repeat(2000);
    const { location } = await upload("back yard.png", content);
    expect(location).toBe(`${page}#evidence-files`);
    expect(visitor.api.uploads).toEqual([
      { question: "evidence", name: "back yard.png", bytes: content },
    ]);
    expect(draft()?.answers.evidence).toEqual(["doc_1"]);
    expect((await visitor.get(page)).html).toContain("back yard.png");
  });

  it("is said to have room for as many as its own question takes", async () => {
    expect((await visitor.get(page)).html).toContain("Up to 2 files here.");
  });

  it.each([
    ["goes on", {}, `${noise}/details`],
    ["goes back", { "go-back": "yes" }, `${noise}/advice`],
    ["leaves", { "save-for-later": "yes" }, `${noise}/save-for-later`],
  ])("goes along with the button that %s", async (_does, button, to) => {
    expect((await send("a.png", "a", button)).location).toBe(to);
    expect(draft()?.answers.evidence).toEqual(["doc_1"]);
  });

  it("may be left out where it is not required, and is asked for where it was to be uploaded", async () => {
    expect((await send("", "")).location).toBe(`${noise}/details`);
    const none = await upload("", "");
    expect([none.status, summaryOf(none.html)]).toEqual([422, ["#evidence Select a file"]]);
    expect(visitor.api.uploads).toEqual([]);
  });

  it("is taken away again", async () => {
    await upload("a.png", "a");
    await upload("b.png", "b");
    expect((await press("remove:evidence:doc_1")).location).toBe(`${page}#evidence-files`);
    expect(draft()?.answers.evidence).toEqual(["doc_2"]);
    expect(draft()?.documents.map(({ id }) => id)).toEqual(["doc_2"]);
    await press("remove:evidence:doc_2");
    expect(draft()?.answers).not.toHaveProperty("evidence");
  });

  it("is taken away once where two tabs do it", async () => {
    await upload("a.png", "a");
    visitor.api.fail("DELETE /drafts/{draft}/documents/doc_1", "not-found");
    expect((await press("remove:evidence:doc_1")).status).toBe(303);
    expect((await press("remove:evidence:doc_9")).status).toBe(303);
  });

  it("has no field any more where there is no room, and still goes on", async () => {
    await upload("a.png", "a");
    await upload("b.png", "b");
    const { html } = await visitor.get(page);
    expect(html).not.toContain('type="file"');
    expect((await visitor.post(page)).location).toBe(`${noise}/details`);
    expect(draft()?.answers.evidence).toEqual(["doc_1", "doc_2"]);
  });

  const refusals: [ProblemCode, string | undefined, RegExp][] = [
    ["file-not-allowed", "file-kind", /The file must be a JPG/],
    ["file-not-allowed", "file-mismatch", /not what its name says/],
    ["file-not-allowed", "file-damaged", /damaged or incomplete/],
    ["file-not-allowed", "file-unsafe", /could do harm/],
    ["file-not-allowed", "something-new", /cannot be used/],
    ["body-too-large", undefined, /smaller than 25MB/],
    ["media-type-unsupported", undefined, /did not arrive whole/],
    ["busy", undefined, /Try again in a minute/],
  ];
  it.each(refusals)("says why it is not taken: %s %s", async (code, fault, words) => {
    refuse(code, fault);
    const { status, html } = await upload("a.png", "a");
    expect(status).toBe(422);
    expect(summaryOf(html)[0]).toMatch(words);
    expect(summaryOf(html)[0]).toMatch(/^#evidence /);
  });

  it("says that the draft is gone, or sent, where that is why", async () => {
    const held = draft();
    if (held) held.sent = true;
    expect((await upload("a.png", "a")).status).toBe(409);
    visitor.api.drafts.clear();
    expect((await upload("a.png", "a")).status).toBe(410);
  });

  it("is not asked for by a question that is none", async () => {
    const other = { "yourName-file": ["a.png", "a"] } as const;
    expect((await visitor.sendFiles(`${page}/files/yourName`, {}, other)).status).toBe(404);
    expect(visitor.api.uploads).toEqual([]);
  });

  it("that came without being named is shown, and named with the next step", async () => {
    await upload("a.png", "a");
    const held = draft();
    if (held) held.answers = { ...held.answers, evidence: [] };
    expect((await visitor.get(page)).html).toContain("a.png");
    await send("", "");
    expect(draft()?.answers.evidence).toEqual(["doc_1"]);
  });

  it("says why to the script in the same words, and answers it with the list", async () => {
    const byScript = (name: string) =>
      visitor.sendFiles(`${files}?then=list`, {}, { "evidence-file": [name, "a"] });
    const taken = await byScript("a.png");
    expect([taken.status, taken.html.includes("a.png"), taken.html.includes("<html")]).toEqual([
      200,
      true,
      false,
    ]);
    refuse("file-not-allowed", "too-large-together");
    const refused = await byScript("b.png");
    expect(refused.status).toBe(422);
    expect(refused.html).toMatch(/^Your files would be more than 100MB together/);
    await byScript("c.png");
    expect((await visitor.get(files)).html).toContain("data-full");
  });

  it("says what each file shows, and keeps what was typed of one that is not taken", async () => {
    visitor = new Visitor();
    askForLabels();
    await fillUpTo(visitor, "evidence");
    await upload("a.png", "a", { "evidence-label": "The garden" });
    expect(draft()?.documents[0]?.label).toBe("The garden");
    const label = (text: string) => press("label:evidence:doc_1", { "evidence-label-doc_1": text });
    expect((await label("The speakers")).location).toBe(`${page}#evidence-files`);
    expect(draft()?.documents[0]?.label).toBe("The speakers");
    const long = await label("x".repeat(201));
    expect([long.status, summaryOf(long.html)[0]]).toEqual([
      422,
      "#evidence-label-doc_1 Say in 200 characters or fewer what the file shows",
    ]);
    expect(long.html).toContain(`value="${"x".repeat(201)}"`);
    refuse("body-too-large");
    const refused = await upload("b.png", "b", { "evidence-label": "Été & <i>" });
    expect(refused.html).toContain('value="Été &amp; &lt;i&gt;"');
  });

  it("keeps a label with any button, and one that was typed for a file that is not chosen yet", async () => {
    visitor = new Visitor();
    askForLabels();
    await fillUpTo(visitor, "evidence");
    await upload("a.png", "a");
    await upload("b.png", "b");
    const typed = { "evidence-label-doc_2": "The fence" };
    await press("remove:evidence:doc_1", typed);
    expect(draft()?.documents[0]?.label).toBe("The fence");
    const early = await press("remove:evidence:doc_9", { "evidence-label": "The gate" });
    expect([early.status, early.html.includes('value="The gate"')]).toEqual([200, true]);
  });

  it("shows small pictures to whoever sent them alone", async () => {
    await upload("a.png", "a");
    const [document] = draft()?.documents ?? [];
    if (document) document.thumbnail = "https://api.example/thumbnail";
    const { html } = await visitor.get(page);
    expect(html).toContain(`src="${files}/doc_1/thumbnail" alt=""`);
    const picture = await visitor.get(`${files}/doc_1/thumbnail`);
    expect([picture.status, picture.html]).toEqual([200, "a small picture"]);
    expect((await new Visitor(visitor.api).get(`${files}/doc_1/thumbnail`)).status).not.toBe(200);
  });

  it("comes back with what was typed where it cannot be taken away for the moment", async () => {
    visitor = new Visitor();
    askForLabels();
    await fillUpTo(visitor, "evidence");
    await upload("a.png", "a");
    for (const call of ["DELETE /drafts/{draft}/documents/doc_1", "PATCH /drafts/{draft}"]) {
      visitor.api.fail(call, "busy");
      const back = await press("remove:evidence:doc_1", { "evidence-label": "The gate" });
      expect(summaryOf(back.html)).toEqual([
        "#evidence We could not take the file just now. Try again in a minute",
      ]);
      expect([back.status, back.html.includes('value="The gate"')]).toEqual([422, true]);
    }
  });

  it("is said to be checked, and where a virus was found answers nothing", async () => {
    await upload("a.png", "a");
    const [document] = draft()?.documents ?? [];
    if (document) document.state = "pending-scan";
    expect((await visitor.get(page)).html).toContain("Being checked");
    if (document) document.state = "infected";
    expect((await visitor.get(page)).html).toContain("We found a virus in this file");
    await send("", "");
    expect(draft()?.answers).not.toHaveProperty("evidence");
  });

  function refuse(code: ProblemCode, fault?: string): void {
    const where = fault === undefined ? undefined : { pointer: "/file", code: fault };
    visitor.api.fail("POST /drafts/{draft}/documents", code, where);
  }

  function askForLabels(): void {
    visitor.api.services = structuredClone(visitor.api.services);
    const questions = visitor.api.services[0]?.form.pages.flatMap((one) => one.questions) ?? [];
    for (const question of questions)
      if (question.type === "files") question.fileLabel = "What does this show?";
  }
});
