import { headingOf, invalidIn, summaryOf } from "../testing/look.ts";
import { council, fillUpTo, noise, Visitor } from "../testing/visitor.ts";

const feedback = (from: string) => `${council}/feedback?${new URLSearchParams({ from })}`;
const linkIn = (html: string) =>
  /href="([^"]*)"[^>]*>\s*Is anything wrong/.exec(html)?.[1]?.replaceAll("&amp;", "&");

describe("what is wrong with a page", () => {
  let visitor: Visitor;
  beforeEach(() => {
    visitor = new Visitor();
  });

  it.each(["/", "/track", "/privacy", "/services/noise", "/developers"])(
    "can be said on %s",
    async (path) => {
      const { html } = await visitor.get(`${council}${path}`);
      expect(linkIn(html)).toBe(feedback(path));
    },
  );

  it("is said beside the question that the page asks, in the version that is filled in", async () => {
    await visitor.post(noise);
    const [old] = visitor.api.services;
    if (!old) throw new Error("There is no service");
    visitor.api.services = [{ ...old, version: 2 }, old];
    const link = linkIn((await visitor.get(`${noise}/source`)).html) ?? "";
    const asked = await visitor.get(link);
    expect([asked.status, await invalidIn(asked.html)]).toEqual([200, []]);
    expect(asked.html).toContain("Where is it from?");
    for (const label of ["What is wrong?", "Your email address (optional)"])
      expect(asked.html).toContain(`>${label}</label>`);
    const sent = await visitor.post(link, { text: "What is an alarm?", email: "ada@example.com" });
    expect([sent.status, sent.location]).toEqual([
      303,
      feedback("/services/noise/source").replace("feedback?", "feedback/received?"),
    ]);
    expect(visitor.api.feedback).toEqual([
      {
        service: "noise",
        version: 1,
        page: "source",
        question: "source",
        text: "What is an alarm?",
        email: "ada@example.com",
      },
    ]);
    const done = await visitor.get(sent.location ?? "");
    expect([headingOf(done.html), await invalidIn(done.html)]).toEqual([
      "Thank you for telling us",
      [],
    ]);
    expect(done.html).toContain("Nothing in your form has changed");
    expect(done.html).toContain(`href="${noise}/source"`);
  });

  it("loses nothing that was filled in, and leads back to an answer that is being changed", async () => {
    await fillUpTo(visitor, "told");
    const draft = structuredClone([...visitor.api.drafts.values()]);
    const link = linkIn((await visitor.get(`${noise}/kind?change=yes`)).html) ?? "";
    const { location = "" } = await visitor.post(link, { text: "Unclear", question: "words" });
    expect((await visitor.get(location)).html).toContain(`href="${noise}/kind?change=yes"`);
    expect([...visitor.api.drafts.values()]).toEqual(draft);
    expect(visitor.api.feedback).toMatchObject([{ page: "kind", question: "words" }]);
  });

  it("is of the page as a whole where no question is chosen, or one that is another page's", async () => {
    for (const question of ["", "source"])
      await visitor.post(feedback("/services/noise/kind"), { text: "Unclear", question });
    for (const said of visitor.api.feedback) expect(said).not.toHaveProperty("question");
  });

  it.each([
    ["https://elsewhere.example/", "home", `${council}/`],
    ["//elsewhere.example/track", "home", `${council}/`],
    ["/services/not-there/page", "home", `${council}/`],
    ["/services/noise/not-a-page", "start", `${noise}/not-a-page`],
    ["/services/noise/check-your-answers", "check-your-answers", `${noise}/check-your-answers`],
    ["/services/noise/evidence/files/evidence", "evidence", `${noise}/evidence`],
    ["/track/EXM-2222-2222", "track", `${council}/track/EXM-2222-2222`],
    ["/feedback", "home", `${council}/`],
    ["/services/noise?change=no", "home", `${council}/`],
  ])("that says it is %s is said of %s, and leads to %s", async (from, page, back) => {
    const sent = await visitor.post(feedback(from), { text: "Wrong" });
    expect(visitor.api.feedback).toMatchObject([{ page }]);
    expect(JSON.stringify(visitor.api.feedback)).not.toContain("EXM-");
    expect((await visitor.get(sent.location ?? "")).html).toContain(`href="${back}"`);
  });

  it("is asked for again with what was typed where it is not right", async () => {
    const wrong = await visitor.post(feedback("/"), { text: "", email: "<ada" });
    expect([wrong.status, summaryOf(wrong.html)]).toEqual([
      422,
      [
        "#text Enter what is wrong with the page",
        "#email Enter an email address in the correct format, like name@example.com",
      ],
    ]);
    expect([wrong.html.includes("&lt;ada"), await invalidIn(wrong.html)]).toEqual([true, []]);
    const long = await visitor.post(feedback("/"), { text: "x".repeat(1201) });
    expect(summaryOf(long.html)).toEqual(["#text What is wrong must be 1,200 characters or fewer"]);
    const unclean = await visitor.post(feedback("/"), { text: "a\u0000b" });
    expect(unclean.status).toBe(422);
    expect(visitor.api.feedback).toEqual([]);
  });

  it("stays in the page when it cannot be taken", async () => {
    for (const code of ["busy", "rate-limited"] as const) {
      visitor.api.fail("POST /feedback", code);
      const busy = await visitor.post(feedback("/"), { text: "Too small" });
      expect([busy.status, busy.html.includes("Too small")]).toEqual([503, true]);
      expect(summaryOf(busy.html)[0]).toContain("Try again later");
    }
  });
});
