import { findGazetteer, type GazetteerAddress, listAtPostcode } from "@guildhall/store";
import { createWorld, type World } from "../testing/world.ts";
import { importGazetteer } from "./import.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world[Symbol.asyncDispose]());

const postcode = "CB1 2AA";
const row = (uprn: string, line1: string): GazetteerAddress => {
  const place = { easting: 546_000, northing: 258_000, custodian: "505" };
  return { uprn, line1, line2: null, town: "Exampleton", postcode, ...place };
};
async function* rows(...all: GazetteerAddress[]) {
  yield* all;
}
async function found(): Promise<string[]> {
  const { db } = world.ctx;
  const { generation = 0 } = (await findGazetteer(db)) ?? {};
  const addresses = await listAtPostcode(db, generation, { postcode, limit: 999 });
  return addresses.map(({ line1 }) => line1);
}

describe("the addresses in use", () => {
  it("are replaced whole, and stay as they were when an import breaks off", async () => {
    await importGazetteer(world.ctx, rows(row("1", "1 Old Road")));
    expect(await importGazetteer(world.ctx, rows(row("2", "2 New Road")))).toEqual({
      addresses: 1,
      before: 1,
    });
    expect(await found()).toEqual(["2 New Road"]);

    async function* broken() {
      yield* Array.from({ length: 600 }, (_, at) => row(String(at + 1), "1 Lost Road"));
      throw new Error("the disk is gone");
    }
    await expect(importGazetteer(world.ctx, broken())).rejects.toThrow("the disk is gone");
    expect(await found()).toEqual(["2 New Road"]);
    expect(await findGazetteer(world.ctx.db)).toMatchObject({ addresses: 1 });
  });

  it("are those of the later of two imports at once, and never a part of the earlier's", async () => {
    await importGazetteer(world.ctx, rows(row("1", "1 Old Road")));
    async function* interrupted() {
      yield* Array.from({ length: 600 }, (_, at) => row(String(at + 1), "1 Lost Road"));
      await importGazetteer(world.ctx, rows(row("2", "2 New Road")));
      yield row("601", "2 Lost Road");
    }
    await expect(importGazetteer(world.ctx, interrupted())).rejects.toThrow("Another import");
    expect(await found()).toEqual(["2 New Road"]);
  });

  it("are not touched by an earlier import that is given up while they are read", async () => {
    const [half, earlierIsOver] = [moment(), moment()];
    async function* later() {
      yield* Array.from({ length: 300 }, (_, at) => row(String(at + 1), "1 New Road"));
      half.come();
      await earlierIsOver.comes;
    }
    let second: Promise<unknown> | undefined;
    async function* earlier() {
      second = importGazetteer(world.ctx, later());
      await half.comes;
      yield row("1", "1 Lost Road");
    }
    await expect(importGazetteer(world.ctx, earlier())).rejects.toThrow("Another import");
    earlierIsOver.come();
    expect(await second).toMatchObject({ addresses: 300 });
  });
});

/** Something that others wait for. */
function moment(): { readonly comes: Promise<void>; come(): void } {
  let come = () => {};
  const comes = new Promise<void>((resolve) => {
    come = resolve;
  });
  return { comes, come };
}
