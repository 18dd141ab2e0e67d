import { keyOf } from "../testing/fake-returns.ts";
import { headingOf, invalidIn, summaryOf } from "../testing/look.ts";
import { council, fillUpTo, noise, sendReport, Visitor } from "../testing/visitor.ts";

const saving = `${noise}/save-for-later`;
const right = { email: "ada@example.com", kind: "postcode", postcode: "CB7 4AA" };

describe("save and come back later", () => {
  let visitor: Visitor;
  beforeEach(() => {
    visitor = new Visitor();
  });

  const draft = () => [...visitor.api.drafts.values()].at(-1);
  const link = () => `${council}/return/${keyOf(draft()?.id ?? "")}`;

  describe("saving", () => {
    it("keeps what is typed on a page, right or wrong", async () => {
      await fillUpTo(visitor, "kind");
      const words = "x".repeat(60);
      const later = await visitor.post(`${noise}/kind`, {
        kinds: "music",
        words,
        "save-for-later": "yes",
      });
      expect(later.location).toBe(saving);
      expect(draft()?.answers).toMatchObject({ kinds: ["music"], words });
    });

    it("is offered on every page of a form", async () => {
      await fillUpTo(visitor);
      for (const page of ["source", "advice", "evidence", "details", "check-your-answers"]) {
        expect((await visitor.get(`${noise}/${page}`)).html).toContain("Save and come back later");
      }
    });

    it("asks for an address and something to remember, and says what for", async () => {
      await fillUpTo(visitor);
      const { html } = await visitor.get(saving);
      expect(headingOf(html)).toBe("Save your form and come back later");
      expect(html).toContain("28 days after you last change it");
      expect(html).toContain('value="ada@example.com"');
      expect(await invalidIn(html)).toEqual([]);
    });

    it("says until when it is kept, and what to do", async () => {
      await fillUpTo(visitor, "told");
      expect((await visitor.post(saving, right)).location).toBe(saving);
      const { html } = await visitor.get(saving);
      expect(headingOf(html)).toBe("Your form is saved");
      expect(html).toContain("20 December 2026");
      expect(html).toContain(`href="${noise}/told"`);
      expect(await invalidIn(html)).toEqual([]);
      expect(draft()?.owner).toMatchObject({
        email: "ada@example.com",
        fact: { kind: "postcode", value: "CB7 4AA" },
      });
      const later = await visitor.post(`${noise}/told`, { told: "no", "save-for-later": "yes" });
      expect(headingOf((await visitor.get(later.location ?? "")).html)).toBe("Your form is saved");
    });

    it.each([
      [{}, ["#email Enter your email address", "#kind Select what you will remember"]],
      [
        { ...right, email: "ada" },
        ["#email Enter an email address in the correct format, like name@example.com"],
      ],
      [{ ...right, postcode: "CB7" }, ["#postcode Enter a full UK postcode, like CB7 4AA"]],
      [
        { ...right, kind: "date", day: "31", month: "2", year: "1985" },
        ["#date-day Enter a real date, like 27 3 1985"],
      ],
      [
        { ...right, kind: "word", word: "cat" },
        ["#word Enter a word with at least 4 letters or numbers"],
      ],
      [
        { ...right, kind: "word", word: "heron\u0007" },
        ["#word Enter a word with at least 4 letters or numbers"],
      ],
    ])("does not take %j", async (typed, faults) => {
      await visitor.post(noise);
      const { status, html } = await visitor.post(saving, typed as Record<string, string>);
      expect([status, summaryOf(html)]).toEqual([422, faults]);
      expect(await invalidIn(html)).toEqual([]);
      expect(draft()?.kept).toBe(false);
    });

    it("says when to try again where too many links were sent, and keeps what was typed", async () => {
      await visitor.post(noise);
      visitor.api.fail("PUT /drafts/{draft}/return", "rate-limited");
      const { html } = await visitor.post(saving, right);
      expect(summaryOf(html)[0]).toContain("Try again in an hour");
      expect(html).toContain('value="CB7 4AA"');
    });

    it("offers nobody's own address while a form is filled in for a caller", async () => {
      await fillUpTo(visitor, "told");
      const own = 'autocomplete="email"';
      expect((await visitor.get(saving)).html).toContain(own);
      for (const [name, value] of visitor.cookies)
        visitor.cookies.set(name, `${value}~assisted!noise`);
      const { html } = await visitor.get(saving);
      expect([html.includes("for a caller"), html.includes(own)]).toEqual([true, false]);
    });

    it("takes a form off a device that others use, and leaves it where it is kept", async () => {
      await fillUpTo(visitor, "told");
      await visitor.post(saving, right);
      expect((await visitor.post(saving, { forget: "yes" })).location).toBe(noise);
      expect((await visitor.get(`${noise}/told`)).status).toBe(410);
      expect(draft()?.kept).toBe(true);
    });

    it("is not for a form that is gone or sent", async () => {
      expect((await visitor.get(saving)).status).toBe(410);
      await fillUpTo(visitor);
      await sendReport(visitor);
      expect((await visitor.post(saving, right)).location).toBe(`${noise}/confirmation`);
    });
  });

  describe("coming back", () => {
    let other: Visitor;
    beforeEach(async () => {
      await fillUpTo(visitor, "told");
      await visitor.post(saving, right);
      other = new Visitor(visitor.api);
    });

    it("goes on where it was left, on another device", async () => {
      const asked = await other.get(link());
      expect(headingOf(asked.html)).toBe("Enter the postcode that you chose");
      expect(asked.html).not.toContain("Music");
      expect(await invalidIn(asked.html)).toEqual([]);
      expect((await other.post(link(), { postcode: "CB7 4AA" })).location).toBe(`${noise}/told`);
      expect((await other.get(`${noise}/kind`)).html).toContain("Loud");
    });

    it("says that what was typed is not right", async () => {
      const wrong = await other.post(link(), { postcode: "CB7 4AB" });
      expect([wrong.status, summaryOf(wrong.html)]).toEqual([
        422,
        ["#postcode This is not the postcode that you chose. Try another"],
      ]);
      expect(summaryOf((await other.post(link(), {})).html)).toEqual([
        "#postcode Enter the postcode",
      ]);
      expect((await other.get(`${noise}/kind`)).status).toBe(410);
    });

    it.each(["CB7 4AA\u0007", "x".repeat(81)])(
      "says so of what cannot be sent: %j",
      async (postcode) => {
        const called = visitor.api.calls.length;
        const { status, html } = await other.post(link(), { postcode });
        expect([status, summaryOf(html)]).toEqual([
          422,
          ["#postcode This is not the postcode that you chose. Try another"],
        ]);
        expect(visitor.api.calls.slice(called)).not.toContain("POST /draft-returns/open");
      },
    );

    it("says the same of every link that leads nowhere", async () => {
      const good = link();
      const pages = new Set<string>();
      for (const guess of [
        `${good}x`,
        `${council}/return/x`,
        `${council}/return/${"A".repeat(43)}`,
      ]) {
        const { status, html } = await other.get(guess);
        expect([status, headingOf(html)]).toEqual([404, "This link does not lead to a saved form"]);
        pages.add(html);
        pages.add((await other.post(guess, { postcode: "CB7 4AA" })).html);
      }
      await fillUpTo(visitor);
      const sent = draft();
      if (sent) sent.sent = true;
      pages.add((await other.get(link())).html);
      expect(pages.size).toBe(1);
    });

    it("warns that a form on this device makes room for the saved one", async () => {
      expect((await other.get(link())).html).not.toContain("takes its place");
      await other.post(noise);
      visitor.api.drafts.delete(draft()?.id ?? "");
      expect((await other.get(link())).html).toContain("takes its place");
    });

    it("sends the link again without saying whether there is a form", async () => {
      const ask = `${noise}/send-my-link`;
      expect((await other.get(noise)).html).toContain(ask);
      expect(await invalidIn((await other.get(ask)).html)).toEqual([]);
      const known = await other.post(ask, { email: "Ada@example.com" });
      const unknown = await other.post(ask, { email: "eve@example.com" });
      expect(known.html).toBe(unknown.html);
      expect(headingOf(known.html)).toBe("Check your email");
      expect(visitor.api.linksAsked).toEqual([
        { service: "noise", email: "ada@example.com" },
        { service: "noise", email: "eve@example.com" },
      ]);
      expect((await other.post(ask, { email: "" })).status).toBe(422);
    });
  });
});
