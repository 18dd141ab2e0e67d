import fc from "fast-check";
import { endProcess, insertProcess } from "./processes.ts";
import {
  findPublicPlace,
  forgetPublicPlaces,
  insertPublicPlace,
  listAtUprn,
  listNearby,
  removePublicPlace,
} from "./public-places.ts";
import { describeOnBothDrivers } from "./testing/on-both-drivers.ts";
import { processRow } from "./testing/rows.ts";
import { transact } from "./transact.ts";

fc.configureGlobal({ seed: 20_261_122 });

const cambridge = { latitude: 52.2053, longitude: 0.1218 };

describeOnBothDrivers("public places", (on) => {
  const show = (id: string, changed: Partial<Parameters<typeof insertPublicPlace>[1]> = {}) =>
    transact(on.db, async (tx) => {
      await insertProcess(tx, processRow(id));
      const place = { service: "dogs", ...cambridge, uprn: null, receivedAt: 1000 };
      await insertPublicPlace(tx, { process: id, ...place, ...changed });
    });
  const look = async (changed: Partial<Parameters<typeof listNearby>[1]> = {}) => {
    const around = { service: "dogs", ...cambridge, metres: 100, since: 0, limit: 10 };
    return (await listNearby(on.db, { ...around, ...changed })).map(({ process }) => process);
  };

  it("are found the nearest first, within the distance and no further", async () => {
    await show("prc_far", { latitude: cambridge.latitude + 0.0008 });
    await show("prc_near", { longitude: cambridge.longitude + 0.0001 });
    await show("prc_here");
    await show("prc_beyond", { latitude: cambridge.latitude + 0.001 });
    expect(await look()).toEqual(["prc_here", "prc_near", "prc_far"]);
    expect(await look({ limit: 1 })).toEqual(["prc_here"]);
  });

  it("are those of the service, that are new enough and open, and were not taken away", async () => {
    await show("prc_other", { service: "litter" });
    await show("prc_old", { receivedAt: 999 });
    await show("prc_ended");
    await show("prc_taken");
    await show("prc_open");
    await transact(on.db, (tx) =>
      endProcess(tx, "prc_ended", { status: "completed", stage: "done", endedAt: 1 }),
    );
    await transact(on.db, (tx) => removePublicPlace(tx, "prc_taken"));
    expect(await look({ since: 1000 })).toEqual(["prc_open"]);
    await transact(on.db, (tx) => forgetPublicPlaces(tx, 1000));
    expect(await findPublicPlace(on.db, "prc_old")).toBeUndefined();
    expect(await findPublicPlace(on.db, "prc_open")).toMatchObject({ service: "dogs" });
  });

  it("are found at an address by its number alone, wherever that is", async () => {
    await show("prc_at", { uprn: "200", latitude: 53, receivedAt: 1 });
    await show("prc_later", { uprn: "200", receivedAt: 2 });
    await show("prc_other", { uprn: "201" });
    const rows = await listAtUprn(on.db, { service: "dogs", uprn: "200", since: 0, limit: 10 });
    expect(rows.map(({ process }) => process)).toEqual(["prc_later", "prc_at"]);
  });

  it("are kept once, however often they are shown", async () => {
    await show("prc_1");
    const again = { process: "prc_1", service: "dogs", ...cambridge, uprn: null, receivedAt: 2 };
    await transact(on.db, (tx) => insertPublicPlace(tx, again));
    expect(await findPublicPlace(on.db, "prc_1")).toMatchObject({ receivedAt: 1000 });
  });

  it("are found just where a ruler finds them, whatever cells they lie in", async () => {
    let count = 0;
    const near = fc.record({
      latitude: fc.double({ min: 52.19, max: 52.23, noNaN: true }),
      longitude: fc.double({ min: 0.09, max: 0.15, noNaN: true }),
    });
    const made: { id: string; latitude: number; longitude: number }[] = [];
    await fc.assert(
      fc.asyncProperty(near, near, fc.integer({ min: 10, max: 2000 }), async (at, from, metres) => {
        const id = `prc_${count++}`;
        await show(id, at);
        made.push({ id, ...at });
        const expected = made.filter((one) => metresBetween(one, from) <= metres);
        const found = await look({ ...from, metres, limit: 1000 });
        expect(found.toSorted()).toEqual(expected.map((one) => one.id).toSorted());
      }),
      { numRuns: 40 },
    );
  });
});

type Point = typeof cambridge;

function metresBetween(a: Point, b: Point): number {
  const up = (a.latitude - b.latitude) * 111_320;
  const right = (a.longitude - b.longitude) * 111_320 * Math.cos((b.latitude * Math.PI) / 180);
  return Math.hypot(up, right);
}
