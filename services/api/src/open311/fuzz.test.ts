import fc from "fast-check";
import { createOpen311World, type Open311World } from "../testing/open311/world.ts";

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom("", "noise", "home", "2025-05-21", "yes", "52.2", "-0.1", "CB1 1AA", "__proto__"),
);
const name = fc.oneof(
  fc.constantFrom(
    ...["service_code", "description", "lat", "long", "address_string", "email", "media_url"],
    ...["update_id", "service_request_id", "status", "jurisdiction_id", "api_key"],
    ...["attribute[noiseSource]", "attribute[nights_date]", "attribute[nights_until][]"],
    ...["attribute[fixmystreet_id]", "attribute[easting]", "attribute[]", "attribute["],
  ),
  text,
);
const percent = fc.constantFrom("%", "%zz", "%00", "%ed%a0%80", "%c3", "&&", "=", "a=b=c");

describe("no form yields a 500", () => {
  let world: Open311World;
  let reference: string;
  beforeAll(async () => {
    world = await createOpen311World();
    reference = (await world.start()).reference;
  });
  afterAll(() => world[Symbol.asyncDispose]());

  it.each(["/requests.json", "/servicerequestupdates.xml"])("sent to %s", async (path) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(name, text), { maxLength: 12 }),
        fc.array(percent, { maxLength: 2 }),
        async (pairs, broken) => {
          const known = { service_code: "noise", service_request_id: reference, update_id: "1" };
          const fields = [...Object.entries(known), ...pairs].map(([field, value]) =>
            [field.toWellFormed(), value.toWellFormed()].map(encodeURIComponent).join("="),
          );
          const response = await world.fetch(`/t/exampleshire/open311/v2${path}`, {
            method: "POST",
            body: [...fields, ...broken].join("&"),
            headers: {
              "Content-Type": "application/x-www-form-urlencoded",
              Authorization: `Bearer ${world.key}`,
            },
          });
          expect(response.status).toBeLessThan(500);
          expect(world.faults).toEqual([]);
        },
      ),
      { seed: 311, numRuns: 200 },
    );
  });

  it("asked of the lists", async () => {
    const part = fc.constantFrom(
      "start_date",
      "end_date",
      "status",
      "service_code",
      "service_request_id",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(part, text), { maxLength: 4 }), async (pairs) => {
        const query = new URLSearchParams(pairs.map(([key, value]) => [key, value.toWellFormed()]));
        for (const list of ["requests", "servicerequestupdates"]) {
          const headers = { Authorization: `Bearer ${world.key}` };
          const path = `/t/exampleshire/open311/v2/${list}.xml?${query}`;
          expect((await world.fetch(path, { headers })).status).toBeLessThan(500);
        }
        expect(world.faults).toEqual([]);
      }),
      { seed: 311, numRuns: 200 },
    );
  });
});
