import { noiseService } from "@guildhall/question-view/testing";
import { createPortal } from "./index.ts";
import { createFakeApi, type FakeApi } from "./testing/fake-api.ts";
import { headingOf, summaryOf, textOf, titleOf } from "./testing/look.ts";
import { reference } from "./testing/tracking.ts";
import { council, fillUpTo, noise, rightAnswers, sendReport, Visitor } from "./testing/visitor.ts";

const welsh = "/c/exampleshire/cy";
const languages = (html: string) =>
  textOf(html, /<li class="govuk-language-navigation__list-item">(.*?)<\/li>/gs);

describe("a service in Welsh", () => {
  let api: FakeApi;
  let visitor: Visitor;
  beforeEach(() => {
    api = createFakeApi();
    visitor = new Visitor(api, "cy");
  });

  it("stays in Welsh from its first page to where it is followed", async () => {
    const led = [(await visitor.post(noise)).location];
    for (const [page, fields] of Object.entries(rightAnswers))
      led.push((await visitor.post(`${noise}/${page}`, fields)).location);
    const sent = await sendReport(visitor);
    led.push(sent.location);
    expect(led.filter((location) => !location?.startsWith(`${welsh}/services/noise/`))).toEqual([]);
    const { html } = await visitor.get(sent.location ?? "");
    expect(headingOf(html)).toBe("Mae eich cais gennym");
    expect(html).toContain(`href="${welsh}/track/${reference}"`);
    expect((await visitor.get(`${council}/track/${reference}`)).html).toContain("Dilyn cais");
  });

  it("is in Welsh in all that the API is asked, and in the letters to come", async () => {
    const asked: unknown[] = [];
    const { fetch } = api;
    const seen = new Visitor(
      {
        ...api,
        fetch: async (request) => {
          if (request.method !== "GET") asked.push(await request.clone().json());
          else if (/\/(?:services|tracking)/.test(request.url))
            expect(new URL(request.url).searchParams.get("language")).toBe("cy");
          return fetch(request);
        },
      },
      "cy",
    );
    await fillUpTo(seen);
    await seen.post(`${noise}/save-for-later`, {
      email: "a@b.example",
      kind: "word",
      word: "glan",
    });
    await sendReport(seen);
    expect(asked).toContainEqual(expect.objectContaining({ service: "noise", language: "cy" }));
    expect(asked).toContainEqual(
      expect.objectContaining({ fact: expect.anything(), language: "cy" }),
    );
  });

  it("says in Welsh what is wrong, and reads answers back in it", async () => {
    await fillUpTo(visitor, "told");
    const wrong = await visitor.post(`${noise}/told`, { told: "yes", "toldOn-day": "3" });
    expect(titleOf(wrong.html)).toMatch(/^Gwall: /);
    expect(summaryOf(wrong.html)[0]).toMatch(/gynnwys mis a blwyddyn/);
    await fillUpTo(visitor);
    const { html } = await visitor.get(`${noise}/check-your-answers`);
    expect(html).toContain("3 Tachwedd 2026");
    expect(html).toContain(">Ie<");
  });

  it("is read in English and in Welsh again without losing an answer", async () => {
    await fillUpTo(visitor, "told");
    const typed = { told: "yes", "toldOn-day": "31", "toldOn-month": "2" };
    const away = await visitor.post(`${noise}/told`, { ...typed, "read-in": "en" });
    expect(away.location).toBe(`${noise}/told`);
    const reader = new Visitor(api);
    reader.cookies = visitor.cookies;
    const { html } = await reader.get(`${noise}/told`);
    expect(html).toContain('<html lang="en-GB"');
    expect(html).toMatch(/name="toldOn-day"[^>]* value="31"/);
    const back = await reader.post(`${noise}/told`, {
      ...typed,
      "toldOn-year": "2026",
      "read-in": "cy",
    });
    expect(back.location).toBe(`${welsh}/services/noise/told`);
    expect((await visitor.get(back.location ?? "")).html).toMatch(
      /name="toldOn-year"[^>]* value="2026"/,
    );
    expect((await visitor.get(`${noise}/source`)).html).toMatch(/value="home"[^>]* checked/);
  });

  it("names the same page in each language, and in which it is read", async () => {
    const { html } = await visitor.get(`${noise}?a=b`);
    expect(languages(html)).toEqual(["English", "Cymraeg"]);
    expect(html).toMatch(/<span[^>]* aria-current="true" lang="cy">Cymraeg<\/span>/);
    const address = `https://services.example${noise}?a=b`;
    for (const [language, href] of [
      ["en", address],
      ["cy", address.replace(council, welsh)],
      ["x-default", address],
    ])
      expect(html).toContain(`<link rel="alternate" hreflang="${language}" href="${href}"/>`);
  });

  it("marks as English what was not translated, and nothing else", async () => {
    const untranslated = ["form.questions.source.label", "whatHappensNext"];
    api.services = [{ ...noiseService, untranslated }];
    // What stays in English is its text; the rest of this service is the fake's Welsh.
    await fillUpTo(visitor, "source");
    const { html } = await visitor.get(`${noise}/source`);
    expect(html).toContain('<span lang="en">‹Where is the noise from?›</span>');
    expect(html.match(/ lang="en"/g)).toHaveLength(2);
  });
});

describe("a search in Welsh", () => {
  it("finds a word without its accents", async () => {
    const api = createFakeApi();
    api.services = [{ ...noiseService, title: "Rhoi gwybod am sŵn" }];
    const visitor = new Visitor(api, "cy");
    expect((await visitor.get(`${council}/?q=SWN`)).html).toContain("Rhoi gwybod am sŵn");
    expect((await visitor.get(`${council}/?q=glaw`)).html).toContain("Ni chafwyd hyd i unrhyw");
  });
});

describe("what is not in Welsh", () => {
  it("is shown in English at a Welsh address, with a sentence in Welsh that says so", async () => {
    const api = createFakeApi();
    const visitor = new Visitor(api, "cy");
    api.offersWelsh = false;
    const { html } = await visitor.get(noise);
    expect(html).toContain('<html lang="en-GB"');
    expect(html).toMatch(/<p [^>]*lang="cy">Nid yw’r dudalen hon ar gael yn Gymraeg/);
    expect(headingOf(html)).toBe("Report a noise");
    expect(languages(html)).toEqual([]);
    await fillUpTo(visitor);
    const { location = "" } = await sendReport(visitor);
    expect(location).toBe(`${welsh}/services/noise/confirmation`);
    expect((await visitor.get(location)).html).toContain("We have your request");
  });

  it("offers no other language where a council has no service in it", async () => {
    const { html } = await new Visitor().get(`${council}/`);
    expect(languages(html)).toEqual([]);
    expect(html).not.toContain("hreflang");
  });

  it("is said of the pages for developers, which lead back to Welsh ones", async () => {
    const { html } = await new Visitor(createFakeApi(), "cy").get(`${council}/developers`);
    expect(html).toContain("Build on our services");
    expect(html).toContain("Nid yw’r dudalen hon ar gael yn Gymraeg");
    expect(html).toContain(`href="${welsh}/"`);
  });
});

describe("Welsh on a council's own domain", () => {
  const own = "gwasanaethau.exampleshire.example";
  const api = createFakeApi();
  api.offersWelsh = true;
  const portal = createPortal({
    fetch: (request) => api.fetch(request),
    apiOrigin: "https://api.example",
    publicUrl: "https://platform.example",
    domains: {
      tenantOf: (host) => (host === own ? "exampleshire" : undefined),
      domainOf: () => own,
    },
  });
  const get = (url: string) => portal.request(url);

  it("stands below /cy, and is led to from there", async () => {
    const page = await get(`https://${own}/cy/services/noise`);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain('<html lang="cy"');
    expect(html).toContain('href="/cy/"');
    expect(html).toContain(
      'hreflang="en" href="https://gwasanaethau.exampleshire.example/services/noise"',
    );
    expect((await get(`https://${own}/cy`)).headers.get("location")).toBe("/cy/");
  });

  it("leads to its own host alone, however the path is written", async () => {
    const html = await (await get(`https://${own}/cy//evil.example/`)).text();
    expect(html).not.toMatch(/href="\/\/|example\/\/evil/);
  });

  it("is where the platform's Welsh address leads", async () => {
    const led = await get("https://platform.example/c/exampleshire/cy/services/noise");
    expect(led.headers.get("location")).toBe(`https://${own}/cy/services/noise`);
  });
});
