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
});
