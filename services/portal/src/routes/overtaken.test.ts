import type { Service } from "@guildhall/contract";
import { noiseService } from "@guildhall/question-view/testing";
import { headingOf, invalidIn } from "../testing/look.ts";
import { answersToSend, fillUpTo, noise, Visitor } from "../testing/visitor.ts";

/** The noise service with a question more on its second page, and its first put otherwise. */
function next(): Service {
  const changed = structuredClone(noiseService);
  const [source, , kind] = changed.form.pages;
  const [first] = source?.questions ?? [];
  if (!first || !kind) throw new Error("The noise service has these pages");
  first.label = "Where does the noise come from?";
  kind.questions.push({
    id: "road",
    type: "text",
    label: "Which road?",
    required: false,
    maxLength: 200,
  });
  return { ...changed, version: 2 };
}

describe("a form whose service is published anew", () => {
  let visitor: Visitor;
  beforeEach(async () => {
    visitor = new Visitor();
  });

  const draft = () => [...visitor.api.drafts.values()].at(-1);
  const replace = () => {
    visitor.api.services = [next(), ...visitor.api.services];
    const begun = draft();
    if (begun) begun.standing = "replaced";
  };
  const withdraw = () => {
    const begun = draft();
    if (begun) begun.standing = "withdrawn";
  };

  it("shows what has changed and asks only that", async () => {
    await fillUpTo(visitor);
    replace();
    expect((await visitor.get(`${noise}/told`)).location).toBe(`${noise}/what-changed`);
    expect((await visitor.get(noise)).html).toContain(`href="${noise}/what-changed"`);
    const { html } = await visitor.get(`${noise}/what-changed`);
    expect(headingOf(html)).toBe("Some questions have changed since you began");
    expect(html).toContain("Which road?");
    expect(html).toContain("Where does the noise come from? (it was: Where is the noise from?)");
    expect(await invalidIn(html)).toEqual([]);
    const on = await visitor.post(`${noise}/what-changed`);
    expect(on.location).toBe(`${noise}/source?change=yes`);
    const kind = await visitor.post(on.location ?? "", { source: "home" });
    expect(kind.location).toBe(`${noise}/kind?change=yes`);
    const last = await visitor.post(kind.location ?? "", { kinds: "music", words: "Loud" });
    expect(last.location).toBe(`${noise}/check-your-answers`);
    expect(draft()?.answers).toMatchObject({ told: true, yourName: "Ada <b>Byron</b>" });
  });

  it("keeps what is being typed at that moment", async () => {
    await fillUpTo(visitor, "kind");
    replace();
    const words = "x".repeat(60);
    const typed = await visitor.post(`${noise}/kind`, { kinds: "music", words });
    expect(typed.location).toBe(`${noise}/what-changed`);
    expect(draft()?.answers).toMatchObject({ words });
  });

  it("is not sent before that", async () => {
    await fillUpTo(visitor);
    const answers = await answersToSend(visitor);
    replace();
    const sent = await visitor.post(`${noise}/check-your-answers`, { answers });
    expect(sent.location).toBe(`${noise}/what-changed`);
    expect(visitor.api.submissions).toEqual([]);
  });

  describe("in Welsh from then on", () => {
    const cy = noise.replace("exampleshire", "exampleshire/cy");
    const translate = () => {
      replace();
      visitor.api.offersWelsh = true;
    };

    it("is Welsh to those who read Welsh alone, whoever opens it first", async () => {
      await fillUpTo(visitor, "kind");
      await visitor.get(`${cy}/kind`);
      translate();
      expect((await visitor.post(`${cy}/what-changed`)).location).toMatch(`${cy}/source`);
      const english = await visitor.get(`${noise}/source?change=yes`);
      expect(english.html).toContain('<html lang="en-GB"');
      expect(english.html).toContain("Where does the noise come from?");
      expect(english.html).not.toContain("‹");
      const welsh = await visitor.get(`${cy}/source?change=yes`);
      expect(welsh.html).toContain('<html lang="cy"');
      expect(welsh.html).toContain("‹Where does the noise come from?›");
      expect(welsh.html).not.toContain("Nid yw’r dudalen hon ar gael");
    });

    it("is shown in one language on every page", async () => {
      await fillUpTo(visitor, "kind");
      await visitor.get(`${cy}/kind`);
      translate();
      const start = await visitor.get(cy);
      expect(start.html).toContain('<html lang="cy"');
      expect(headingOf(start.html)).toBe("‹Report a noise›");
      const changed = await visitor.get(`${cy}/what-changed`);
      expect(changed.html).toContain('<html lang="en-GB"');
      expect(changed.html).toContain("(it was: Where is the noise from?)");
      expect(changed.html).not.toContain("‹");
      expect(changed.html.match(/it was:/g)).toHaveLength(1);
    });

    it("is compared in English where it was in Welsh before", async () => {
      visitor.api.offersWelsh = true;
      await fillUpTo(visitor, "kind");
      await visitor.get(`${cy}/kind`);
      replace();
      visitor.api.offersWelsh = false;
      const { html } = await visitor.get(`${cy}/what-changed`);
      expect(html).toContain('<html lang="en-GB"');
      expect(html.match(/it was:/g)).toHaveLength(1);
    });

    it("is Welsh where a draft has expired, and what was typed is kept", async () => {
      await fillUpTo(visitor, "kind");
      await visitor.get(`${cy}/kind`);
      visitor.api.services = [next(), ...visitor.api.services];
      visitor.api.offersWelsh = true;
      visitor.api.fail("PATCH /drafts/{draft}", "not-found");
      const rescued = await visitor.post(`${cy}/source`, { source: "home" });
      expect([rescued.status, rescued.html.includes('<html lang="cy"')]).toEqual([410, true]);
      expect((await visitor.get(`${noise}/source`)).html).not.toContain("‹");
    });
  });

  it("goes on as it was where nothing has to change", async () => {
    await fillUpTo(visitor, "told");
    expect((await visitor.get(`${noise}/what-changed`)).location).toBe(`${noise}/told`);
    expect((await visitor.post(`${noise}/what-changed`)).location).toBe(`${noise}/what-changed`);
    expect((await new Visitor().get(`${noise}/what-changed`)).status).toBe(410);
  });

  it("shows who to turn to when the service has ended, and all that was typed", async () => {
    await fillUpTo(visitor, "kind");
    withdraw();
    await visitor.post(`${noise}/kind`, { kinds: "music", words: "A drum at night" });
    for (const path of [noise, `${noise}/kind`]) {
      expect((await visitor.get(path)).location).toBe(`${noise}/what-changed`);
    }
    const { status, html } = await visitor.get(`${noise}/what-changed`);
    expect([status, headingOf(html)]).toEqual([410, "This service has ended"]);
    expect(html).toContain("Contact us");
    expect(html.match(/A drum at night/g)).toHaveLength(2);
    expect(await invalidIn(html)).toEqual([]);
  });
});
