import { applyTenant, asPlatform, createGrounds, createIds, startProcess } from "@guildhall/domain";
import type { Db } from "@guildhall/store";
import { createTestStore, type TestStore } from "@guildhall/store/testing";
import { documents } from "../../../packages/store/src/schema/documents.ts";
import { events } from "../../../packages/store/src/schema/events.ts";
import { notes } from "../../../packages/store/src/schema/notes.ts";
import { outbox } from "../../../packages/store/src/schema/outbox.ts";
import { idempotency } from "../../../packages/store/src/schema/platform.ts";
import { processes } from "../../../packages/store/src/schema/processes.ts";
import { tasks } from "../../../packages/store/src/schema/tasks.ts";
import { benchService } from "../service-name.ts";
import { submissionOf } from "../submission.ts";
import { benchTenant } from "../tenant.ts";
import { writeAccept } from "./accept-writes.ts";

describe("writeAccept", () => {
  let world: TestStore;
  let db: Db;

  beforeEach(async () => {
    world = await createTestStore();
    const actor = { kind: "platform", id: "test", name: "Test" } as const;
    await applyTenant(world.store, benchTenant("bench"), { actor, now: 0 });
    const tenant = await world.store.tenant("bench");
    if (!tenant) throw new Error("no tenant");
    db = tenant.db;
  });

  afterEach(() => world[Symbol.asyncDispose]());

  it("writes as many rows into the same tables as an accept does", async () => {
    const before = await rows();
    await accept();
    const accepted = await rows();
    await writeAccept(db, 1);
    const written = await rows();

    expect(difference(written, accepted)).toEqual(difference(accepted, before));
    expect(difference(accepted, before)).toMatchObject({ processes: 1, events: 1, outbox: 2 });
  });

  async function accept(): Promise<void> {
    const grounds = createGrounds({
      store: world.store,
      publicUrl: "http://localhost",
      handover: { reserve: () => undefined, give: () => {}, wake: () => {} },
      ids: createIds(() => 0),
      now: () => 0,
    });
    const ground = await grounds("bench");
    if (!ground) throw new Error("no ground");
    const ctx = { ...asPlatform(ground), request: { id: "request", digest: "digest" } };
    const answers = JSON.parse(JSON.stringify(submissionOf(1)));
    await startProcess(ctx, { service: benchService, answers });
  }

  async function rows(): Promise<Record<string, number>> {
    const counts = Object.entries(tables).map(async ([name, table]) => [
      name,
      await db.reads.$count(table),
    ]);
    return Object.fromEntries(await Promise.all(counts));
  }
});

const tables = { processes, events, outbox, idempotency, tasks, documents, notes };

function difference(after: Record<string, number>, before: Record<string, number>) {
  return Object.fromEntries(
    Object.entries(after).map(([table, count]) => [table, count - (before[table] ?? 0)]),
  );
}
