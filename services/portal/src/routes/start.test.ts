import { createFakeApi } from "../testing/fake-api.ts";
import { invalidIn } from "../testing/look.ts";
import { council, Visitor } from "../testing/visitor.ts";

const ended = `${council}/services/ended`;

describe("the page of a service that was withdrawn", () => {
  it("says who to turn to instead, in the council's words", async () => {
    const { status, html } = await new Visitor().get(ended);
    expect(status).toBe(410);
    for (const said of ["This service has ended", "Report litter", "Call us on 01632 960000."])
      expect(html).toContain(said);
    expect(await invalidIn(html)).toEqual([]);
  });

  it("says it in Welsh where the council did, and marks it as English where not", async () => {
    const visitor = new Visitor(createFakeApi(), "cy");
    expect((await visitor.get(ended)).html).toMatch(/<div lang="en">\s*<p[^>]*>Call us on/);
    const [exit] = visitor.api.exits.splice(0);
    if (exit) visitor.api.exits.push({ ...exit, welsh: "Ffoniwch ni ar 01632 960000." });
    const { html } = await visitor.get(ended);
    expect(html).toContain("Ffoniwch ni ar 01632 960000.");
    expect(html).not.toContain("Call us");
  });

  it("is not found where nothing was left to say", async () => {
    expect((await new Visitor().get(`${council}/services/never`)).status).toBe(404);
  });
});
