import { headingOf, invalidIn, summaryOf } from "../testing/look.ts";
import { answersToSend, fillUpTo, noise, sendReport, Visitor } from "../testing/visitor.ts";

describe("a form in two windows", () => {
  let visitor: Visitor;
  beforeEach(async () => {
    visitor = new Visitor();
    await fillUpTo(visitor);
  });

  const draft = () => [...visitor.api.drafts.values()].at(-1);
  const open = async (page: string) => {
    const { html } = await visitor.get(`${noise}/${page}`);
    return /name="form-revision" value="([^"]*)"/.exec(html)?.[1] ?? "";
  };
  const kind = { kinds: ["music"] };

  it("keeps both pages where each changes another", async () => {
    const [one, other] = [await open("kind"), await open("source")];
    await visitor.post(`${noise}/kind`, { ...kind, words: "Quiet", "form-revision": one });
    await visitor.post(`${noise}/source`, { source: "alarm", "form-revision": other });
    expect(draft()?.answers).toMatchObject({ words: "Quiet", source: "alarm" });
  });

  it("shows both where each changes the same page, and takes what is chosen then", async () => {
    const revision = await open("kind");
    await visitor.post(`${noise}/kind`, {
      ...kind,
      words: "From the first",
      "form-revision": revision,
    });
    const second = { ...kind, words: "From the second" };
    const clash = await visitor.post(`${noise}/kind`, { ...second, "form-revision": revision });
    expect([clash.status, summaryOf(clash.html)[0]]).toEqual([
      409,
      expect.stringContaining("You changed this page in another window"),
    ]);
    expect(clash.html).toContain("From the first");
    expect(clash.html).toContain("From the second");
    expect(await invalidIn(clash.html)).toEqual([]);
    expect(draft()?.answers.words).toBe("From the first");
    const shown = /name="form-revision" value="([^"]*)"/.exec(clash.html)?.[1] ?? "";
    expect(
      (await visitor.post(`${noise}/kind`, { ...second, "form-revision": shown })).status,
    ).toBe(303);
    expect(draft()?.answers.words).toBe("From the second");
  });

  it("does not mind the same page sent twice", async () => {
    const revision = await open("dates");
    const typed = {
      "dates-0-date-day": "2",
      "dates-0-date-month": "11",
      "dates-0-date-year": "2026",
      "dates-0-from": "9pm",
    };
    for (const _ of [1, 2]) {
      expect((await visitor.post(`${noise}/dates`, { ...typed, revision })).status).toBe(303);
    }
  });

  it("loses nothing that is typed in one after the other has sent it", async () => {
    const revision = await open("kind");
    await sendReport(visitor);
    const late = await visitor.post(`${noise}/kind`, {
      ...kind,
      words: "One more thing",
      revision,
    });
    expect([late.status, headingOf(late.html)]).toEqual([
      409,
      "You have already sent this request",
    ]);
    expect(late.html).toContain("the change was not sent");
    expect(late.html.match(/One more thing/g)).toHaveLength(2);
    expect(late.html).toContain(`href="${noise}/confirmation"`);
    expect(await invalidIn(late.html)).toEqual([]);
  });

  it("is sent once, though both send it", async () => {
    const answers = await answersToSend(visitor);
    const before = new Map(visitor.cookies);
    const first = await visitor.post(`${noise}/check-your-answers`, { answers });
    visitor.cookies = before;
    const second = await visitor.post(`${noise}/check-your-answers`, { answers });
    expect([first.location, second.location]).toEqual(Array(2).fill(`${noise}/confirmation`));
    expect(visitor.api.submissions).toHaveLength(1);
  });
});
