import type { Row, TargetField } from "@guildhall/contract";
import { xmlOf } from "../sample.ts";
import { AddPlaces } from "./add-place.ts";

const field = (target: string): TargetField => ({
  target,
  title: target,
  type: "text",
  required: false,
  repeats: false,
});
const fields = ["Caller", "Caller/Name", "Caller/p:Phone", "Site", "Site/@id", "When", "When/Day"];
const row = (target: string): Row => ({ target, from: { value: "x" } });

describe("where a row for a field goes", () => {
  const places = (rows: Row[], namespaces = {}) =>
    new AddPlaces(fields.map(field), xmlOf(rows), namespaces);

  it("keeps the receiver's order", () => {
    const rows = [row("Caller/Name"), row("When/Day")];
    expect(places(rows).of("Caller/p:Phone")).toMatchObject({ list: "/rows", after: 0 });
    expect(places(rows).of("Caller")).toMatchObject({ after: -1 });
    expect(places(rows).of("Site/@id")).toMatchObject({ after: 0, target: "Site/@id" });
    expect(places([]).of("Site")).toEqual({ list: "/rows", after: -1, target: "Site" });
  });

  it("goes into the rows that repeat around it", () => {
    const when = { target: "When", each: "dates", rows: [] };
    expect(places([row("Site"), when]).of("When/Day")).toEqual({
      list: "/rows/1/rows",
      after: -1,
      target: "Day",
      each: "dates",
    });
  });

  it("has the mapping's own prefixes", () => {
    const theirs = { "": "urn:example:people", p: "urn:example:case" };
    const place = places([], theirs);
    expect(place.of("Caller/p:Phone").target).toBe("p:Caller/Phone");
    expect(place.of("Site/@id").target).toBe("p:Site/@id");
  });
});
