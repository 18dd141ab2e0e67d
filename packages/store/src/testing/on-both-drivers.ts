import type { Db } from "../db.ts";
import type { Driver } from "../tenant-db.ts";
import { createTestStore, type TestStore } from "../testing.ts";

/** What a promise is tried on: a store, and the database of one council in it. */
export interface Ground {
  readonly driver: Driver;
  readonly world: TestStore;
  readonly db: Db;
}

/** Describe promises that hold through the library's synchronous interface and through the client of servers alike. */
export function describeOnBothDrivers(name: string, describePromises: (on: Ground) => void): void {
  describe.each(["file", "server"] as const)(`${name} (%s driver)`, (driver) => {
    let world: TestStore;
    let db: Db;
    beforeEach(async () => {
      world = await createTestStore({ driver });
      db = (await world.tenant()).db;
    });
    afterEach(() => world[Symbol.asyncDispose]());

    describePromises({
      driver,
      get world() {
        return world;
      },
      get db() {
        return db;
      },
    });
  });
}
