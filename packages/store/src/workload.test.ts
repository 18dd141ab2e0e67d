import { recentQuery } from "./recent-attempts.ts";
import { openRaw } from "./testing/raw.ts";
import { createTestStore } from "./testing.ts";
import { openQuery, workloadQuery } from "./workload.ts";

describe("looking over the work", () => {
  it("reads the indexes of what is open alone, however much has ended", async () => {
    await using world = await createTestStore();
    const { db } = await world.tenant();
    const queries = [workloadQuery(db, 1), openQuery(db, 1), recentQuery(db, "alloy", "retry")];
    const raw = openRaw(world, db);
    const plans = queries.map((query) => {
      const { sql, params } = query.toSQL();
      return raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(params);
    });
    raw.close();
    expect(plans).toMatchObject(
      ["tasks_workload", "processes_open", "attempts_at_connector"].map((index) => [
        { detail: expect.stringContaining(`USING COVERING INDEX ${index}`) },
      ]),
    );
  });
});
