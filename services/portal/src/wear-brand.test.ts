import { noiseService } from "@guildhall/question-view/testing";
import { reference, trackingOf } from "./testing/tracking.ts";
import { council, Visitor } from "./testing/visitor.ts";

const start = `${council}/services/noise`;

describe("a service with a brand of its own", () => {
  let visitor: Visitor;
  beforeEach(() => {
    visitor = new Visitor();
    visitor.api.services = [{ ...noiseService, brand: "pest-control" }];
  });

  const brandOf = async (path: string) => {
    const { html } = await visitor.get(path);
    return html.includes("brands/pest-control.css") ? "pest-control" : "exampleshire";
  };

  it("wears it from its first page to the last, and gives that team's telephone", async () => {
    expect(await brandOf(start)).toBe("pest-control");
    expect((await visitor.get(start)).html).toContain("01632 960 003");
    const { location = "" } = await visitor.post(start);
    expect(await brandOf(location)).toBe("pest-control");
  });

  it("wears it where a page of it is not there, and where it cannot be reached", async () => {
    const { location = "" } = await visitor.post(start);
    expect(await brandOf(`${start}/no-such-page`)).toBe("pest-control");
    for (const id of visitor.api.drafts.keys())
      visitor.api.fail(`GET /drafts/${id}`.replace(/drf_\w+/, "{draft}"), "tenant-unavailable");
    const away = await visitor.get(location);
    expect(away.status).toBe(503);
    expect(away.html).toContain("brands/pest-control.css");
  });

  it("says in Welsh what the council has Welsh words for", async () => {
    const cymro = new Visitor(undefined, "cy");
    const { html } = await cymro.get(start);
    expect(html).toContain("Y tu allan i oriau, ffoniwch 01632 960 002.");
    expect(html).not.toContain("Out of hours");
    expect((await new Visitor().get(start)).html).toContain("Out of hours, ring 01632 960 002.");
  });

  it("wears it where a request is followed", async () => {
    visitor.api.tracking.set(reference, { ...trackingOf("noise"), brand: "pest-control" });
    expect(await brandOf(`${council}/track/${reference}`)).toBe("pest-control");
  });

  it("leaves the council's own pages as they are", async () => {
    expect(await brandOf(`${council}/`)).toBe("exampleshire");
  });

  it("wears the council's where the council has taken the brand away", async () => {
    visitor.api.services = [{ ...noiseService, brand: "gone" }];
    expect(await brandOf(start)).toBe("exampleshire");
  });
});
