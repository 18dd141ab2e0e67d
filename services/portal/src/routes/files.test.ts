import type { ProblemCode } from "@guildhall/contract";
import { summaryOf } from "../testing/look.ts";
import { fillUpTo, noise, Visitor } from "../testing/visitor.ts";

const files = `${noise}/evidence/files/evidence`;

describe("evidence", () => {
  let visitor: Visitor;
  beforeEach(async () => {
    visitor = new Visitor();
    await fillUpTo(visitor, "evidence");
  });

  const draft = () => [...visitor.api.drafts.values()][0];

  it("goes through to the API as it comes, and becomes an answer", async () => {
    const content = "a photo ".repeat(2000);
    const { location } = await visitor.upload(`${files}?then=stay`, "back yard.png", content);
    expect(location).toBe(`${noise}/evidence`);
    expect(visitor.api.uploads).toEqual([
      { question: "evidence", name: "back yard.png", bytes: content },
    ]);
    expect(draft()?.answers.evidence).toEqual(["doc_1"]);
    expect((await visitor.get(`${noise}/evidence`)).html).toContain("back yard.png");
  });

  it("goes along with the button that goes on", async () => {
    const { location } = await visitor.upload(`${files}?then=continue`, "a.png", "a");
    expect(location).toBe(`${noise}/details`);
    expect(draft()?.answers.evidence).toEqual(["doc_1"]);
  });

  it("may be left out where it is not required, and is asked for where it was to be uploaded", async () => {
    expect((await visitor.upload(`${files}?then=continue`, "", "")).location).toBe(
      `${noise}/details`,
    );
    const none = await visitor.upload(`${files}?then=stay`, "", "");
    expect([none.status, summaryOf(none.html)]).toEqual([422, ["#evidence Select a file"]]);
    expect(visitor.api.uploads).toEqual([]);
  });

  it("is taken away again", async () => {
    await visitor.upload(`${files}?then=stay`, "a.png", "a");
    await visitor.upload(`${files}?then=stay`, "b.png", "b");
    const removed = await visitor.post(`${files}/doc_1/remove`);
    expect(removed.location).toBe(`${noise}/evidence`);
    expect(draft()?.answers.evidence).toEqual(["doc_2"]);
    expect(draft()?.documents.map(({ id }) => id)).toEqual(["doc_2"]);
    await visitor.post(`${files}/doc_2/remove`);
    expect(draft()?.answers).not.toHaveProperty("evidence");
  });

  it("has no field any more where there is no room, and still goes on", async () => {
    await visitor.upload(`${files}?then=stay`, "a.png", "a");
    await visitor.upload(`${files}?then=stay`, "b.png", "b");
    const { html } = await visitor.get(`${noise}/evidence`);
    expect(html).not.toContain('type="file"');
    expect((await visitor.post(`${noise}/evidence`)).location).toBe(`${noise}/details`);
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
    const where = fault === undefined ? undefined : { pointer: "/file", code: fault };
    visitor.api.fail("POST /drafts/{draft}/documents", code, where);
    const { status, html } = await visitor.upload(`${files}?then=stay`, "a.png", "a");
    expect(status).toBe(422);
    expect(summaryOf(html)[0]).toMatch(words);
    expect(summaryOf(html)[0]).toMatch(/^#evidence /);
  });

  it("says that the draft is gone, or sent, where that is why", async () => {
    visitor.api.fail("POST /drafts/{draft}/documents", "not-found");
    expect((await visitor.upload(`${files}?then=stay`, "a.png", "a")).status).toBe(410);
    visitor.api.fail("POST /drafts/{draft}/documents", "invalid-transition");
    expect((await visitor.upload(`${files}?then=stay`, "a.png", "a")).status).toBe(409);
  });

  it("is not asked for by a question that is none, and not removed by an id that is none", async () => {
    expect((await visitor.upload(`${noise}/evidence/files/yourName`, "a.png", "a")).status).toBe(
      404,
    );
    await visitor.upload(`${files}?then=stay`, "a.png", "a");
    await visitor.post(`${files}/doc_9/remove`);
    expect(draft()?.documents).toHaveLength(1);
  });

  it("that came without being named is shown, and named with the next step", async () => {
    await visitor.upload(`${files}?then=stay`, "a.png", "a");
    const held = draft();
    if (held) held.answers = { ...held.answers, evidence: [] };
    expect((await visitor.get(`${noise}/evidence`)).html).toContain("a.png");
    await visitor.upload(`${files}?then=continue`, "", "");
    expect(draft()?.answers.evidence).toEqual(["doc_1"]);
  });

  it("says why to the script in the same words, and answers it with the list", async () => {
    const list = `${files}?then=list`;
    const taken = await visitor.upload(list, "a.png", "a");
    expect([taken.status, taken.html.includes("a.png"), taken.html.includes("<html")]).toEqual([
      200,
      true,
      false,
    ]);
    visitor.api.fail("POST /drafts/{draft}/documents", "file-not-allowed", {
      pointer: "/file",
      code: "too-large-together",
    });
    const refused = await visitor.upload(list, "b.png", "b");
    expect(refused.status).toBe(422);
    expect(refused.html).toMatch(/^Your files would be more than 100MB together/);
    await visitor.upload(list, "c.png", "c");
    expect((await visitor.get(files)).html).toContain("data-full");
  });

  it("says what each file shows, and keeps what was typed of one that is not taken", async () => {
    visitor = new Visitor();
    askForLabels();
    await fillUpTo(visitor, "evidence");
    await visitor.upload(`${files}?then=stay`, "a.png", "a", "The garden");
    expect(draft()?.documents[0]?.label).toBe("The garden");
    const changed = await visitor.post(`${files}/doc_1/label`, { label: "The speakers" });
    expect(changed.location).toBe(`${noise}/evidence`);
    expect(draft()?.documents[0]?.label).toBe("The speakers");
    const long = await visitor.post(`${files}/doc_1/label`, { label: "x".repeat(201) });
    expect([long.status, summaryOf(long.html)[0]]).toEqual([
      422,
      "#evidence Say in 200 characters or fewer what the file shows",
    ]);
    visitor.api.fail("POST /drafts/{draft}/documents", "body-too-large");
    const refused = await visitor.upload(`${files}?then=stay`, "b.png", "b", "Été & <i>");
    expect(refused.html).toContain('value="Été &amp; &lt;i&gt;"');
  });

  it("shows small pictures to whoever sent them alone", async () => {
    await visitor.upload(`${files}?then=stay`, "a.png", "a");
    const [document] = draft()?.documents ?? [];
    if (document) document.thumbnail = "https://api.example/thumbnail";
    const { html } = await visitor.get(`${noise}/evidence`);
    expect(html).toContain(`src="${files}/doc_1/thumbnail" alt=""`);
    const picture = await visitor.get(`${files}/doc_1/thumbnail`);
    expect([picture.status, picture.html]).toEqual([200, "a small picture"]);
    expect((await new Visitor(visitor.api).get(`${files}/doc_1/thumbnail`)).status).not.toBe(200);
  });

  it("is said to be checked, and where a virus was found answers nothing", async () => {
    await visitor.upload(`${files}?then=stay`, "a.png", "a");
    const [document] = draft()?.documents ?? [];
    if (document) document.state = "pending-scan";
    expect((await visitor.get(`${noise}/evidence`)).html).toContain("Being checked");
    if (document) document.state = "infected";
    expect((await visitor.get(`${noise}/evidence`)).html).toContain(
      "We found a virus in this file",
    );
    await visitor.upload(`${files}?then=continue`, "", "");
    expect(draft()?.answers).not.toHaveProperty("evidence");
  });

  function askForLabels(): void {
    visitor.api.services = structuredClone(visitor.api.services);
    const questions = visitor.api.services[0]?.form.pages.flatMap((page) => page.questions) ?? [];
    for (const question of questions)
      if (question.type === "files") question.fileLabel = "What does this show?";
  }
});
