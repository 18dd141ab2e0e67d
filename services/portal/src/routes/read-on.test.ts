import { createFakeApi, type FakeApi } from "../testing/fake-api.ts";
import { keyOf } from "../testing/fake-returns.ts";
import { summaryOf } from "../testing/look.ts";
import { council, fillUpTo, noise, rightAnswers, Visitor } from "../testing/visitor.ts";

describe("a form that is read on in the other language", () => {
  let api: FakeApi;
  let visitor: Visitor;
  beforeEach(() => {
    api = createFakeApi();
    visitor = new Visitor(api, "cy");
  });

  it("keeps a search and a half-typed change, and keeps finished answers", async () => {
    api.offers = { places: {} };
    await fillUpTo(visitor, "details");
    const details = `${noise}/details`;
    const typed = {
      yourName: "Grace",
      yourEmail: "not yet",
      "yourAddress-way": "find",
      "yourAddress-search": "CB1",
      "yourAddress-number": "12",
    };
    const shown = await visitor.post(details, { ...typed, "read-in": "cy" });
    expect([shown.status, summaryOf(shown.html)]).toEqual([200, []]);
    expect(shown.html).toContain('<html lang="cy"');
    for (const value of ["Grace", "not yet", "CB1", "12"])
      expect(shown.html).toContain(`value="${value}"`);
    const draft = () => [...api.drafts.values()].at(-1);
    expect(draft()?.answers).toMatchObject({ yourName: "Grace" });

    await visitor.post(details, rightAnswers.details);
    const finished = structuredClone(draft()?.answers);
    const half = { ...typed, "read-in": "cy" };
    const changing = await visitor.post(`${details}?change=yes`, half);
    expect([changing.status, changing.html.includes('value="not yet"')]).toEqual([200, true]);
    expect(changing.html).toContain(`formaction="${noise}/details?change=yes" name="read-in"`);
    const away = await visitor.post(`${details}?change=yes`, { ...half, "read-in": "en" });
    expect(away.location).toBe(`${details}?change=yes`);
    expect(draft()?.answers).toEqual(finished);
  });

  it("shows every other form with what was typed, right or not", async () => {
    await fillUpTo(visitor, "told");
    const wrong = { email: "ada@", kind: "word", word: "cat", text: "Aneglur <iawn>" };
    const draft = [...api.drafts.values()].at(-1);
    const readOn = async (path: string, form: string, values: readonly string[]) => {
      const refused = await visitor.post(path, wrong);
      expect(refused.status).toBe(422);
      const to = path.replaceAll("&", "&amp;");
      expect(refused.html).toContain(`form="${form}" formaction="${to}" name="read-in"`);
      expect(refused.html).toContain(`<form id="${form}"`);
      const reader = new Visitor(api);
      reader.cookies = visitor.cookies;
      const { status, html } = await reader.post(path, { ...wrong, "read-in": "en" });
      expect([status, summaryOf(html)]).toEqual([200, []]);
      expect(html).toContain('<html lang="en-GB"');
      for (const value of values) expect(html).toContain(value);
    };
    await readOn(`${noise}/save-for-later`, "save-form", ['value="ada@"', 'value="cat"']);
    await readOn(`${noise}/send-my-link`, "return-form", ['value="ada@"']);
    const from = new URLSearchParams({ from: "/services/noise/kind" });
    const said = ["Aneglur &lt;iawn&gt;", 'value="ada@"'];
    await readOn(`${council}/feedback?${from}`, "feedback-form", said);
    await visitor.post(`${noise}/save-for-later`, { ...wrong, email: "a@b.example", word: "glan" });
    const key = keyOf(draft?.id ?? "");
    await readOn(`${council}/return/${key}`, "return-form", ['value="cat"']);
    expect([api.feedback, api.linksAsked]).toEqual([[], []]);
  });
});
