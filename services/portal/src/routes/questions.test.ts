import { headingOf, summaryOf, titleOf } from "../testing/look.ts";
import { fillUpTo, noise, rightAnswers, Visitor } from "../testing/visitor.ts";

describe("question pages", () => {
  let visitor: Visitor;
  beforeEach(() => {
    visitor = new Visitor();
  });

  const draft = () => [...visitor.api.drafts.values()].at(-1);

  it("take a citizen from the start to the page where answers are checked", async () => {
    expect((await visitor.post(noise)).location).toBe(`${noise}/source`);
    const visited: (string | undefined)[] = [];
    for (const [id, fields] of Object.entries(rightAnswers)) {
      expect((await visitor.get(`${noise}/${id}`)).status).toBe(200);
      const next = await visitor.post(`${noise}/${id}`, fields);
      expect(next.status).toBe(303);
      visited.push(next.location);
    }
    const pages = ["kind", "told", "dates", "advice", "details", "check-your-answers"];
    expect(visited).toEqual(pages.map((page) => `${noise}/${page}`));
    expect(draft()?.answers).toMatchObject({
      source: "home",
      kinds: ["music", "other"],
      toldOn: "2026-11-03",
      dates: [{ date: "2026-11-01", from: "21:00" }],
      yourAddress: { line1: "1 High Street", town: "Ely", postcode: "CB7 4AA" },
    });
  });

  it("show what was typed again, say what is wrong and lead to it", async () => {
    await fillUpTo(visitor, "dates");
    const { status, html } = await visitor.post(`${noise}/dates`, {
      "dates-0-date-day": "31",
      "dates-0-date-month": "smarch",
      "dates-0-date-year": "2026",
      "dates-0-from": "<teatime>",
      "dates-1-date-day": "2",
      "dates-1-date-month": "",
      "dates-1-date-year": "2026",
    });
    expect(status).toBe(422);
    expect(titleOf(html)).toMatch(/^Error: Dates of the noise – Report a noise – /);
    expect(summaryOf(html)).toEqual([
      "#dates-0-date-day Date must be a real date",
      expect.stringMatching(/^#dates-0-from .* like 9:30am or 21:30$/),
      "#dates-1-date-month Date must include a month",
    ]);
    expect(html).toContain('value="smarch"');
    expect(html).toContain('value="&lt;teatime&gt;"');
    expect(draft()?.answers).not.toHaveProperty("dates");
  });

  it("ask for the fields of a list's first entry when there is none", async () => {
    await fillUpTo(visitor, "dates");
    const { html } = await visitor.post(`${noise}/dates`, { "dates-0-date-day": "" });
    expect(summaryOf(html)).toEqual(["#dates-0-date-day Enter the date of the noise"]);
  });

  it("ask what a choice brings up under that choice, and only then", async () => {
    await fillUpTo(visitor, "told");
    const { html } = await visitor.get(`${noise}/told`);
    expect(headingOf(html)).toBe("Have you told them?");
    expect(html.indexOf("toldOn-day")).toBeGreaterThan(html.indexOf('id="conditional-told"'));
    const missing = await visitor.post(`${noise}/told`, { told: "yes", "toldOn-day": "" });
    expect(summaryOf(missing.html)).toHaveLength(1);
    const no = await visitor.post(`${noise}/told`, { told: "no", "toldOn-day": "99" });
    expect(no.status).toBe(303);
    expect(draft()?.answers).not.toHaveProperty("toldOn");
  });

  it("add an entry to a list and take one away, with all that was typed kept", async () => {
    await fillUpTo(visitor, "dates");
    const typed = {
      "dates-0-date-day": "99",
      "dates-0-date-month": "11",
      "dates-0-date-year": "2026",
    };
    const added = await visitor.post(`${noise}/dates`, { ...typed, "add-item": "dates" });
    expect(added.location).toBe(`${noise}/dates?add=dates#dates-1-date-day`);
    const { html } = await visitor.get(`${noise}/dates?add=dates`);
    expect(html).toContain('value="99"');
    expect(html).toContain('name="dates-1-date-day"');
    const second = {
      "dates-1-date-day": "2",
      "dates-1-date-month": "11",
      "dates-1-date-year": "2026",
    };
    const removed = await visitor.post(`${noise}/dates`, {
      ...typed,
      ...second,
      "remove-item": "dates-0",
    });
    expect(removed.location).toBe(`${noise}/dates`);
    expect(draft()?.answers.dates).toEqual([{ date: "2026-11-02" }]);
  });

  it("offer no further entry than the list may have", async () => {
    await fillUpTo(visitor, "dates");
    const dates = [1, 2, 3].flatMap((day, at) => [
      [`dates-${at}-date-day`, `${day}`],
      [`dates-${at}-date-month`, "11"],
      [`dates-${at}-date-year`, "2026"],
    ]);
    await visitor.post(`${noise}/dates`, { ...Object.fromEntries(dates), "add-item": "dates" });
    const { html } = await visitor.get(`${noise}/dates?add=dates`);
    expect(html).not.toContain("dates-3-date-day");
    expect(html).not.toContain('name="add-item"');
  });

  it("keep what was typed when a citizen goes back, right or not", async () => {
    await fillUpTo(visitor, "kind");
    const back = await visitor.post(`${noise}/kind`, {
      kinds: "music",
      words: "x".repeat(60),
      "go-back": "yes",
    });
    expect(back.location).toBe(`${noise}/source`);
    const { html } = await visitor.get(`${noise}/kind`);
    expect(html).toContain("x".repeat(60));
  });

  it("go back to the page where answers are checked after a change", async () => {
    await fillUpTo(visitor);
    const changed = await visitor.post(`${noise}/source?change=yes`, { source: "alarm" });
    expect(changed.location).toBe(`${noise}/check-your-answers`);
    expect((await visitor.get(`${noise}/kind?change=yes`)).html).toContain("/kind?change=yes");
  });

  it("leave an answer as it was when its change is given up halfway", async () => {
    await fillUpTo(visitor);
    const back = await visitor.post(`${noise}/kind?change=yes`, { words: "", "go-back": "yes" });
    expect(back.location).toBe(`${noise}/check-your-answers`);
    expect(draft()?.answers.words).toBe("Loud");
  });

  it("lead back to what is missing before all answers can be checked", async () => {
    await fillUpTo(visitor, "details");
    const check = await visitor.get(`${noise}/check-your-answers`);
    expect(check.location).toBe(`${noise}/details?change=yes`);
    const back = await visitor.post(`${noise}/details?change=yes`, {
      yourName: "Ada",
      "go-back": "yes",
    });
    expect(back.location).toBe(`${noise}/evidence?change=yes`);
  });

  it("end at an exit page that says where to turn, with a way back", async () => {
    await visitor.post(noise);
    const next = await visitor.post(`${noise}/source`, { source: "transport" });
    expect(next.location).toBe(`${noise}/transport`);
    const { html } = await visitor.get(`${noise}/transport`);
    expect(html).toContain('href="https://www.gov.uk/"');
    expect(html).not.toContain("Continue");
    expect(html).toContain(`href="${noise}/source"`);
    expect((await visitor.get(`${noise}/check-your-answers`)).location).toBe(
      `${noise}/transport?change=yes`,
    );
    expect((await visitor.get(`${noise}/transport?change=yes`)).html).toContain(
      `${noise}/source?change=yes`,
    );
  });

  it("do not let anyone jump ahead of what is not answered", async () => {
    await visitor.post(noise);
    expect((await visitor.get(`${noise}/details`)).location).toBe(`${noise}/source`);
    expect((await visitor.get(`${noise}/transport`)).location).toBe(`${noise}/source`);
    expect((await visitor.get(`${noise}/nothing`)).status).toBe(404);
  });

  it("mark what may be left out, and name the citizen's own details to the browser", async () => {
    await fillUpTo(visitor, "details");
    const { html } = await visitor.get(`${noise}/details`);
    expect(html).toContain("Your phone number (optional)");
    for (const token of ["name", "email", "tel", "address-line1", "postal-code"]) {
      expect(html).toContain(`autocomplete="${token}"`);
    }
  });
});
