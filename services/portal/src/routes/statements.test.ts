import { noiseService } from "@guildhall/question-view/testing";
import { headingOf, invalidIn, textOf } from "../testing/look.ts";
import { reference, trackingKey, trackingOf } from "../testing/tracking.ts";
import { council, noise, Visitor } from "../testing/visitor.ts";

describe("a council's statements", () => {
  let visitor: Visitor;
  beforeEach(() => {
    visitor = new Visitor();
  });
  const see = async (path: string) => (await visitor.get(path)).html;

  it("give each service a privacy notice that is made from the service", async () => {
    const recipients = ["the noise team", "GOV.UK Pay"];
    visitor.api.services = [{ ...noiseService, recipients }];
    visitor.api.offers = { runBy: "shared" };
    const html = await see(`${noise}/privacy`);
    expect(headingOf(html)).toBe("Privacy: Report a noise");
    expect(await invalidIn(html)).toEqual([]);
    const items = textOf(html, /<li>(.*?)<\/li>/gs);
    expect(items).toEqual(expect.arrayContaining(["Add photos", ...recipients]));
    for (const said of [
      "Public task.",
      "for 6 years",
      "28 days after",
      "Shared Services runs these",
    ])
      expect(html).toContain(said);
    expect(html).toContain("help@exampleshire.example");
  });

  it("say that a service without a back office passes nothing on", async () => {
    expect(await see(`${noise}/privacy`)).toContain("We pass it on to nobody else.");
  });

  it("have the notice of a service that is not there nowhere", async () => {
    expect((await visitor.get(`${council}/services/nothing/privacy`)).status).toBe(404);
  });

  it("lead to the notice from the council's own, from the first page, and from every question", async () => {
    const link = `href="${noise}/privacy"`;
    expect(await see(`${council}/privacy`)).toContain(link);
    expect(await see(noise)).toContain(link);
    const { location = "" } = await visitor.post(noise);
    expect(await see(location)).toContain(link);
  });

  it("wear the brand of the service that they are about", async () => {
    visitor.api.services = [{ ...noiseService, brand: "pest-control" }];
    const html = await see(`${noise}/privacy`);
    expect(html).toContain("brands/pest-control.css");
    expect(html).toContain("Exampleshire Pest Control decides why");
  });

  it("say of accessibility what the regulations of 2018 ask for", async () => {
    const html = await see(`${council}/accessibility`);
    for (const said of [
      "partially compliant",
      "version 2.2",
      "What is not accessible",
      "Equality and Human Rights Commission",
      "equalityadvisoryservice.com",
      "was prepared on",
      "services.example/c/exampleshire",
      "01632 960 001",
    ])
      expect(html).toContain(said);
  });
});

describe("cookies", () => {
  let visitor: Visitor;
  beforeEach(() => {
    visitor = new Visitor();
  });

  it("are not set by reading", async () => {
    for (const path of [
      "/",
      `${council}/`,
      `${council}/?q=noise`,
      noise,
      `${noise}/privacy`,
      ...["privacy", "cookies", "accessibility", "track", "developers", "nothing"].map(
        (name) => `${council}/${name}`,
      ),
    ]) {
      const { headers } = await visitor.get(path);
      expect([path, headers.getSetCookie()]).toEqual([path, []]);
    }
  });

  it("are what the page says of them: name, lifetime, and what sets them", async () => {
    visitor.api.tracking.set(reference, trackingOf("noise"));
    const html = (await visitor.get(`${council}/cookies`)).html;
    const said = textOf(html, /summary-list__value">(.*?)<\/dd>/gs);
    const set = [
      ...(await visitor.post(noise)).headers.getSetCookie(),
      ...(
        await visitor.get(`${council}/track/${reference}?key=${trackingKey}`)
      ).headers.getSetCookie(),
    ];
    expect(set).toHaveLength(2);
    for (const cookie of set) {
      const [name, hours] = [
        /^[^=]+/.exec(cookie)?.[0],
        Number(/Max-Age=(\d+)/.exec(cookie)?.[1]) / 3600,
      ];
      expect(said[0]).toBe(name);
      expect(said[2]).toBe(`${hours} hours`);
    }
  });
});
