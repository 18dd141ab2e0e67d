import type { FoundAddress, PlaceCouncil, ProblemCode } from "@guildhall/contract";
import { type Context, Hono } from "hono";

/** Addresses that the council's provider knows. */
export interface FakePlaces {
  addresses: FoundAddress[];
}

export const exampleCouncil: PlaceCouncil = {
  custodianCode: "505",
  name: "Exampleshire District Council",
  tenant: { id: "exampleshire", name: "Exampleshire District Council" },
};
export const otherCouncil: PlaceCouncil = { custodianCode: "510", name: "East Council" };

/** An address at CB1 2AA, or at the postcode of another council. */
export function foundAddress(number: number, changed: Partial<FoundAddress> = {}): FoundAddress {
  const { postcode, town } = changed.outside
    ? { postcode: "CB7 4AA", town: "Ely" }
    : { postcode: "CB1 2AA", town: "Exampleton" };
  const uprn = String(1000 + number);
  const grid = { easting: 546_000 + number, northing: 258_000 };
  const line1 = `${number} High Street`;
  const text = `${line1}, ${town}, ${postcode}`;
  return {
    id: uprn,
    uprn,
    text,
    address: { line1, town, postcode, uprn, ...grid },
    location: { latitude: 52.2, longitude: 0.13, ...grid, postcode, uprn, description: text },
    council: changed.outside ? otherCouncil : exampleCouncil,
    outside: false,
    ...changed,
  };
}

/** Look-ups and the map, as the API answers them. */
export function placeRoutes(places: FakePlaces): Hono {
  const app = new Hono();
  app.get("/addresses", (c) => {
    const data = places.addresses.filter((one) => isAsked(c, one));
    const outside = data.every((one) => one.outside) ? data[0]?.council : undefined;
    return c.json({ data, ...(outside ? { outside } : {}) });
  });
  app.get("/places", (c) => {
    const { latitude, longitude } = c.req.query();
    const point = { latitude: Number(latitude), longitude: Number(longitude) };
    const [nearest] = places.addresses;
    return c.json({
      location: { ...point, easting: 546_000, northing: 258_000 },
      ...(nearest ? { nearest: { ...nearest, metres: 12 } } : {}),
    });
  });
  app.get("/tiles/:tile", () => {
    return new Response("<svg/>", { headers: { "Content-Type": "image/svg+xml" } });
  });
  return app;
}

function isAsked(c: Context, { address, uprn }: FoundAddress): boolean {
  const query = c.req.query();
  if (query.uprn !== undefined) return query.uprn === uprn;
  const bare = (text = "") => text.toUpperCase().replaceAll(" ", "");
  if (query.postcode !== undefined) return bare(address.postcode) === bare(query.postcode);
  return bare(address.line1).includes(bare(query.text));
}

/** What the council's provider answers with when it does not answer. */
export const lookUpFails = "places-unavailable" satisfies ProblemCode;
