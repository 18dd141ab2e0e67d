import { type ApiWorld, createApiWorld } from "./testing.ts";

const title = "Report a noise nuisance";
const welsh = {
  title: { of: title, text: "Rhoi gwybod am sŵn" },
  "form.pages.noise.title": { of: "The noise", text: "Y sŵn" },
  "stages.done.title": { of: "What it was called before", text: "Wedi gorffen" },
};

describe("the language of services over the API", () => {
  let world: ApiWorld;
  beforeEach(async () => {
    world = await createApiWorld();
    await world.publish({ title, welsh });
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it.each<[string, string, Record<string, string>, string]>([
    ["cy", "?language=cy", {}, "Rhoi gwybod am sŵn"],
    ["cy", "", { "Accept-Language": "cy-GB, en;q=0.8" }, "Rhoi gwybod am sŵn"],
    ["cy", "", { "Accept-Language": "fr, en;q=0.3, cy;q=0.5" }, "Rhoi gwybod am sŵn"],
    ["en", "?language=en", { "Accept-Language": "cy" }, title],
    ["cy", "?language=fr", { "Accept-Language": "cy" }, "Rhoi gwybod am sŵn"],
    ["en", "?language=fr", {}, title],
    ["en", "", { "Accept-Language": "cy;q=0" }, title],
    ["en", "", { "Accept-Language": ";;,q=" }, title],
    ["en", "", {}, title],
  ])("is %s for “%s” and %j", async (language, query, headers, said) => {
    for (const path of ["/services/noise", "/services/noise/versions/2"]) {
      const response = await world.ask("GET", `${path}${query}`, { headers });
      expect(response.headers.get("content-language")).toBe(language);
      expect(response.headers.get("vary")).toContain("Accept-Language");
      expect(await response.json()).toMatchObject({ title: said, languages: ["en", "cy"] });
    }
    const list = await world.ask("GET", `/services${query}`, { headers });
    expect(list.headers.get("content-language")).toBe(language);
    expect(list.headers.get("vary")).toContain("Accept-Language");
    expect(await list.json()).toMatchObject({ data: [{ title: said, languages: ["en", "cy"] }] });
  });

  it("is that of whoever follows a request, whatever it was sent in", async () => {
    const { reference } = await world.start();
    for (const [language, said] of [
      ["cy", { serviceTitle: "Rhoi gwybod am sŵn", delivery: { text: "Mae eich cais gennym." } }],
      ["en", { serviceTitle: title, delivery: { text: "We have your request." } }],
    ] as const) {
      const response = await world.ask("GET", `/tracking/${reference}?language=${language}`);
      expect(response.headers.get("content-language")).toBe(language);
      expect(await response.json()).toMatchObject({ ...said, languages: ["en", "cy"] });
    }
  });

  it("is told of each text that stays in English", async () => {
    const read = await (await world.ask("GET", "/services/noise?language=cy")).json();
    expect(read.form.pages[0].title).toBe("Y sŵn");
    expect(read.stages.at(-1).title).toBe("Finished");
    expect(read.untranslated).toContain("stages.done.title");
    expect(read.untranslated).not.toContain("form.pages.noise.title");
    expect(await (await world.ask("GET", "/services/noise")).json()).not.toHaveProperty(
      "untranslated",
    );
  });

  it("is English for a version that was not translated", async () => {
    const response = await world.ask("GET", "/services/noise/versions/1?language=cy");
    expect(response.headers.get("content-language")).toBe("en");
    expect(await response.json()).toMatchObject({ title, languages: ["en"] });
  });
});
