import { createFakeApi } from "../testing/fake-api.ts";
import { headingOf, summaryOf, titleOf } from "../testing/look.ts";
import { fillUpTo, noise, Visitor } from "../testing/visitor.ts";

describe("a draft", () => {
  let visitor: Visitor;
  beforeEach(() => {
    visitor = new Visitor();
  });

  const draft = () => [...visitor.api.drafts.values()].at(-1);

  it("stays in the page as it was typed when it cannot be saved", async () => {
    await visitor.post(noise);
    visitor.api.fail("PATCH /drafts/{draft}", "busy");
    const busy = await visitor.post(`${noise}/source`, { source: "alarm" });
    expect(busy.status).toBe(503);
    expect(busy.html).toMatch(/value="alarm" checked/);
    expect(summaryOf(busy.html)[0]).toContain("Try again in a minute");
    visitor.api.fail("PATCH /drafts/{draft}", "body-too-large");
    expect((await visitor.post(`${noise}/source`, { source: "alarm" })).status).toBe(413);
  });

  it("is refused with the field that has text which cannot be kept", async () => {
    await fillUpTo(visitor, "kind");
    const typed = { kinds: "music", words: "a\u0000b" };
    expect(summaryOf((await visitor.post(`${noise}/kind`, typed)).html)).toHaveLength(1);
    const back = await visitor.post(`${noise}/kind`, { ...typed, "go-back": "yes" });
    expect([back.status, summaryOf(back.html).length]).toEqual([422, 1]);
  });

  it("stays on the version that it began with, while a new one begins with the newest", async () => {
    await visitor.post(noise);
    const api = visitor.api;
    const [old] = api.services;
    if (!old) throw new Error("There is no service");
    api.services = [{ ...old, version: 2, title: "Report a din" }, old];
    expect(titleOf((await visitor.get(`${noise}/source`)).html)).toContain("Report a noise");
    await visitor.post(noise, { again: "yes" });
    expect(titleOf((await visitor.get(`${noise}/source`)).html)).toContain("Report a din");
  });

  it("is gone where the cookie that names it was meddled with", async () => {
    visitor.cookies.set("__Secure-gh_exampleshire", "draft!noise!nothing!token.nothing!1");
    visitor.api.fail("GET /drafts/nothing", "request-invalid");
    expect((await visitor.get(`${noise}/source`)).status).toBe(410);
  });

  it("is said to be gone when it has expired, and the page that was just typed is kept", async () => {
    await fillUpTo(visitor, "told");
    visitor.api.drafts.clear();
    const gone = await visitor.get(`${noise}/told`);
    expect([gone.status, headingOf(gone.html)]).toEqual([410, "Your answers are no longer kept"]);
    const typed = await visitor.post(`${noise}/told`, { told: "no" });
    expect(typed.status).toBe(410);
    expect(typed.html).toContain("What you typed on the last page is kept.");
    expect(draft()?.answers).toEqual({ told: false });
    expect((await visitor.get(`${noise}/source`)).status).toBe(200);
  });

  it("is missed in a browser that keeps no cookies, which is told so and not sent round in circles", async () => {
    await visitor.post(noise);
    visitor.cookies.clear();
    const lost = await visitor.get(`${noise}/source`);
    expect(lost.status).toBe(410);
    expect(lost.html).toContain("does not accept cookies");
  });

  it("takes no form that is larger than a page can send", async () => {
    await visitor.post(noise);
    expect(
      (await visitor.post(`${noise}/source`, { source: "x".repeat(1024 * 1024) })).status,
    ).toBe(413);
  });

  it("is gone on with at the start page, unless a new one is asked for", async () => {
    await fillUpTo(visitor, "told");
    const start = await visitor.get(noise);
    expect(start.html).toContain("Continue your request");
    expect((await visitor.post(noise)).location).toBe(`${noise}/told`);
    expect(visitor.api.drafts.size).toBe(1);
    expect((await visitor.post(noise, { again: "yes" })).location).toBe(`${noise}/source`);
    expect(visitor.api.drafts.size).toBe(2);
  });

  it("is shared between two tabs", async () => {
    const api = createFakeApi();
    const one = new Visitor(api);
    await fillUpTo(one, "told");
    const other = new Visitor(api);
    other.cookies = new Map(one.cookies);
    await other.post(`${noise}/told`, { told: "no" });
    expect((await one.get(`${noise}/dates`)).status).toBe(200);
  });
});
