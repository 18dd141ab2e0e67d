import { endedTracking } from "../testing/fake-endings.ts";
import { reference, trackingKey, trackingOf } from "../testing/tracking.ts";
import { council, noise, Visitor } from "../testing/visitor.ts";

const path = `${council}/track/${reference}`;

describe("a request that has ended", () => {
  let visitor: Visitor;
  beforeEach(async () => {
    visitor = new Visitor();
    visitor.api.tracking.set(reference, endedTracking("completed", "reopen"));
    await visitor.get(`${path}?key=${trackingKey}`);
  });

  it.each([
    ["completed", "Done", "We have put it right."],
    ["closed", "Closed without action", "We could not find it."],
    ["referred", "Not ours to deal with", "Ask the Environment Agency."],
  ] as const)("says in words of its own that it is %s", async (outcome, title, text) => {
    visitor.api.tracking.set(reference, endedTracking(outcome));
    const { html } = await visitor.get(path);
    expect(html).toContain(title);
    expect(html).toContain(text);
    expect(html).not.toContain("Is it not fixed?");
    expect(html.includes("if this is not what you expected")).toBe(outcome !== "completed");
  });

  it("says it in Welsh", async () => {
    const cymro = new Visitor(undefined, "cy");
    cymro.api.tracking.set(reference, {
      ...endedTracking("completed", "reopen"),
      languages: ["en", "cy"],
    });
    await cymro.get(`${path}?key=${trackingKey}`);
    const { html } = await cymro.get(path);
    expect(html).toContain("Heb ei ddatrys?");
    expect(html).toContain("Bodlon iawn");
    expect(html).toContain("20 Rhagfyr 2026");
  });

  it("is not to be rated before", async () => {
    visitor.api.tracking.set(reference, trackingOf("noise"));
    const { status, html } = await visitor.get(`${path}/rating`);
    expect(status).toBe(409);
    expect(html).toContain("You can tell us once your request has ended.");
  });

  it("is opened again with what is still wrong", async () => {
    expect((await visitor.get(path)).html).toContain(`${path}/not-fixed`);
    const empty = await visitor.post(`${path}/not-fixed`, { words: " " });
    expect([empty.status, empty.html.includes("Enter what is still wrong")]).toEqual([422, true]);
    const long = await visitor.post(`${path}/not-fixed`, { words: "x".repeat(1201) });
    expect(long.html).toContain("must be 1,200 characters or less");
    const said = await visitor.post(`${path}/not-fixed`, { words: "It is still loud" });
    expect([said.status, said.location]).toEqual([303, `${path}/not-fixed/said`]);
    expect((await visitor.get(`${path}/not-fixed/said`)).html).toContain("is open again");
  });

  it("loses nothing that was typed where it cannot be said any more", async () => {
    visitor.api.fail(`POST /tracking/${reference}/not-fixed`, "not-fixed-too-late");
    const { status, html } = await visitor.post(`${path}/not-fixed`, { words: "Still <loud>" });
    expect(status).toBe(409);
    expect(html).toContain("The time to tell us that this is not fixed is over");
    expect(html).toContain("Still &lt;loud&gt;");
  });

  it("is begun anew with the same answers, to be read back first", async () => {
    visitor.api.tracking.set(reference, endedTracking("completed", "start-anew"));
    expect((await visitor.get(`${path}/not-fixed`)).html).toContain("Begin a new request");
    const begun = await visitor.post(`${path}/not-fixed`);
    expect([begun.status, begun.location]).toEqual([303, `${noise}/check-your-answers`]);
    expect((await visitor.get(`${noise}/source`)).html).toMatch(/value="home"[^>]*checked/);
  });

  it("is rated once, in words and not in numbers", async () => {
    expect((await visitor.get(path)).html).toContain("Very dissatisfied");
    const empty = await visitor.post(`${path}/rating`, { words: "Quick" });
    expect(empty.status).toBe(422);
    expect(empty.html).toContain("Choose how satisfied you are");
    expect(empty.html).toContain("Quick");
    const rated = await visitor.post(`${path}/rating`, { score: "4", words: "Quick" });
    expect([rated.status, rated.location]).toEqual([303, path]);
    const { html } = await visitor.get(path);
    expect(html).toContain("Thank you for telling us");
    expect(html).not.toContain("Very dissatisfied");
    const again = await visitor.post(`${path}/rating`, { score: "1", words: "Slow" });
    expect(again.status).toBe(409);
    expect(again.html).toContain("We keep what you said first");
    expect(again.html).toContain("Slow");
    expect((await visitor.get(`${path}/rating`)).location).toBe(path);
  });

  it("says so where it was opened again meanwhile", async () => {
    await visitor.post(`${path}/not-fixed`, { words: "It is still loud" });
    for (const [page, fields] of [
      ["not-fixed", { words: "Again" }],
      ["rating", { score: "4" }],
    ] as const) {
      visitor.api.fail(`POST /tracking/${reference}/${page}`, "process-open");
      const { status, html } = await visitor.post(`${path}/${page}`, fields);
      expect([status, html.includes("Your request is open already")]).toEqual([409, true]);
    }
    expect((await visitor.get(`${path}/not-fixed`)).status).toBe(409);
  });

  it("asks nothing of whoever has the reference alone, and takes nothing from them", async () => {
    const { ending, ...ended } = endedTracking("completed", "reopen");
    const title = ending?.title ?? "";
    const known = { outcome: "completed", title, text: ending?.text ?? "" } as const;
    visitor.api.tracking.set(reference, { ...ended, ending: known });
    const stranger = new Visitor(visitor.api);
    const { html } = await stranger.get(path);
    expect(html).not.toContain("Is it not fixed?");
    expect(html).not.toContain("Very satisfied");
    for (const page of ["not-fixed", "rating"]) {
      const { status, html: said } = await stranger.post(`${path}/${page}`, { score: "4" });
      expect([status, said.includes("Open the link in the email")]).toEqual([409, true]);
    }
  });

  it("keeps a rating that cannot be taken just now in its form", async () => {
    visitor.api.fail(`POST /tracking/${reference}/rating`, "busy");
    const { status, html } = await visitor.post(`${path}/rating`, { score: "4", words: "Quick" });
    expect([status, html.includes("Quick")]).toEqual([503, true]);
  });
});
