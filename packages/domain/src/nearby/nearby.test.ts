import { findPublicPlace } from "@guildhall/store";
import { completeTask } from "../task/complete.ts";
import { listTasks } from "../task/list.ts";
import { payingSteps } from "../testing/pay.ts";
import {
  createWorld,
  follow,
  inTheStreet,
  placeAt,
  startAt,
  townHall,
  type World,
} from "../testing.ts";
import { listNearby } from "./list.ts";

const dayMs = 86_400_000;
const { latitude, longitude, easting, northing } = townHall;

describe("what is open nearby", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
    await world.publish(inTheStreet);
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const look = async (query: object = { latitude, longitude }) =>
    (await listNearby(world.ctx, "noise", query)).data;
  const references = async (query?: object) => (await look(query)).map((one) => one.reference);
  const isShown = async (id: string) => (await findPublicPlace(world.ctx.db, id)) !== undefined;

  it("is said without a word of whoever sent it", async () => {
    const { reference } = await startAt(world, placeAt(latitude + 0.0003, longitude));
    await follow(world, reference, "bob@example.com");
    const receivedAt = new Date(world.clock.now()).toISOString();
    const said = { reference, stage: "Received", receivedAt, metres: 30, followers: 1 };
    expect(await look()).toEqual([said]);
  });

  it("is found by degrees, by the grid, and by the number of an address", async () => {
    const { reference } = await startAt(world, { ...townHall, uprn: "200" });
    expect(await references()).toEqual([reference]);
    expect(await references({ easting, northing })).toEqual([reference]);
    expect(await references({ uprn: "200" })).toEqual([reference]);
    expect(await references({ uprn: "201" })).toEqual([]);
  });

  it("is no more than ten, the nearest first, near enough and new enough", async () => {
    await world.publish({ ...inTheStreet, lookFirst: { inPublic: true, metres: 300, days: 60 } });
    const far = placeAt(latitude + 0.004, longitude);
    await startAt(world, far);
    const shown: string[] = [];
    for (let at = 0; at < 11; at += 1)
      shown.push((await startAt(world, placeAt(latitude + at * 0.0002, longitude))).reference);
    expect(await references()).toEqual(shown.slice(0, 10));
    world.clock.move(60 * dayMs + 1);
    expect(await look()).toEqual([]);
  });

  it("is where a point of a grid is, so that no number of questions says which house it was", async () => {
    const aside = { latitude: 52.20558, longitude: 0.1194 };
    const first = await startAt(world, placeAt(aside.latitude - 0.00007, aside.longitude + 0.0001));
    const from = Array.from({ length: 40 }, (_, at) => ({
      latitude: aside.latitude + ((at % 8) - 4) * 0.00007,
      longitude: aside.longitude + (at - 20) * 0.00003,
    }));
    const distances = async (reference: string) => {
      const all = [];
      for (const point of from)
        all.push((await look(point)).find((one) => one.reference === reference)?.metres);
      return all;
    };
    const second = await startAt(
      world,
      placeAt(aside.latitude + 0.00005, aside.longitude - 0.0001),
    );
    expect(await distances(first.reference)).toEqual(await distances(second.reference));
    const kept = await findPublicPlace(world.ctx.db, first.id);
    const other = await findPublicPlace(world.ctx.db, second.id);
    expect({ ...kept, process: "" }).toEqual({ ...other, process: "" });
  });

  it("is over when it has ended", async () => {
    const { id } = await startAt(world);
    expect(await isShown(id)).toBe(true);
    const [task] = (await listTasks(world.ctx, id)).data;
    await completeTask(world.ctx, task?.id ?? "", { outcome: "completed", fields: {} });
    expect(await look()).toEqual([]);
    expect(await isShown(id)).toBe(false);
  });

  it("is nothing that has no place, or waits to be paid for", async () => {
    const placeless = await world.start();
    await world.publish({ ...inTheStreet, steps: payingSteps });
    const unpaid = await startAt(world);
    expect(await look()).toEqual([]);
    expect(await isShown(placeless.id)).toBe(false);
    expect(await isShown(unpaid.id)).toBe(false);
  });

  it("is nothing of a service whose owner has not said so, or has taken it back", async () => {
    await world.publish({ ...inTheStreet, lookFirst: undefined });
    const { id } = await startAt(world);
    expect(await isShown(id)).toBe(false);
    await expect(look()).rejects.toMatchObject({ code: "not-found" });
    await expect(listNearby(world.ctx, "not-there", { uprn: "1" })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("is nothing at an address, which is somebody's", async () => {
    const [page, ...others] = inTheStreet.form?.pages ?? [];
    if (!page) throw new Error("There is no page");
    const home = { id: "home", type: "address", label: "Address", required: true } as const;
    const form = { ...page, questions: [...page.questions, home] };
    await world.publish({
      ...inTheStreet,
      location: "home",
      form: {
        conditions: inTheStreet.form?.conditions ?? [],
        sections: [],
        pages: [form, ...others],
      },
    });
    const lived = { line1: "1 High Street", town: "Town", easting, northing };
    const { id } = await world.start({ home: lived });
    expect(await isShown(id)).toBe(false);
  });

  it.each([
    {},
    { latitude },
    { easting },
    { latitude, northing },
    { latitude, longitude, easting, northing },
    { latitude, longitude, uprn: "1" },
  ])("is not looked for at %j", async (query) => {
    await expect(look(query)).rejects.toMatchObject({ code: "request-invalid" });
  });
});
