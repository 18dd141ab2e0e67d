import type { Place } from "./fault.ts";
import { nearestPlace } from "./trace.ts";

const place = (target: string): Place => ({ row: 0, pointer: "/rows/0", target });

describe("nearestPlace", () => {
  const places = new Map([
    ["", place("")],
    ["2", place("address")],
    ["2/1", place("address/line")],
  ]);

  it.each([
    ["2/1", "address/line"],
    ["2/1/@unit", "address/line"],
    ["2/7/3", "address"],
    ["9", ""],
    ["", ""],
  ])("says of %j that it belongs to %j", (position, target) => {
    expect(nearestPlace(places, position).target).toBe(target);
  });

  it("is the whole mapping where a document has no positions", () => {
    expect(nearestPlace(new Map(), "1/2").pointer).toBe("");
  });
});
