import { signCheckpoint } from "@guildhall/keys";
import { appendEvent, transact } from "@guildhall/store";
import { createWorld, type World } from "../testing.ts";
import { takeCheckpoint } from "./checkpoint.ts";
import { verifyAudit } from "./verify.ts";

describe("checkpoints of the audit trail", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
    await append();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const append = () =>
    transact(world.ctx.db, (tx) => {
      const { actor } = world.ctx;
      return appendEvent(tx, { type: "person.added", subject: "per_1", actor, at: 0 });
    });
  const signed = async (change: { tenant?: string; seq?: number; hash?: string }) => {
    const { signed: _, ...checkpoint } = await takeCheckpoint(world.ctx);
    return signCheckpoint(world.ctx.checkpointSecret, { ...checkpoint, ...change });
  };

  it("say where the trail ended, and hold however long it grows", async () => {
    const first = await takeCheckpoint(world.ctx);
    await append();
    const second = await takeCheckpoint(world.ctx);
    expect(second.seq).toBe(first.seq + 1);
    expect(first).toMatchObject({
      tenant: "exampleshire",
      hash: expect.stringMatching(/^\w{64}$/),
    });
    const found = await verifyAudit(world.ctx, [first.signed, second.signed]);
    expect(found).toMatchObject({ holds: true, checkpoints: { held: 2, refused: 0 } });
  });

  it("show that the end was cut off, which the hashes alone do not", async () => {
    const ahead = await signed({ seq: 999 });
    expect((await verifyAudit(world.ctx)).holds).toBe(true);
    const found = await verifyAudit(world.ctx, [ahead]);
    expect(found).toMatchObject({ holds: false, checkpoints: { held: 0, brokenAt: 999 } });
  });

  it("show that it was written anew, at the first that does not agree", async () => {
    const { seq, signed: good } = await takeCheckpoint(world.ctx);
    const other = await signed({ hash: "0".repeat(64) });
    const found = await verifyAudit(world.ctx, [good, other, await signed({ seq: 999 })]);
    expect(found).toMatchObject({ holds: false, checkpoints: { held: 1, brokenAt: seq } });
  });

  it.each([
    ["another tenant's", () => signed({ tenant: "elsewhere" })],
    ["nobody's", async () => "a.b.c"],
  ])("are refused where they are %s, and say nothing of the trail", async (_, make) => {
    const found = await verifyAudit(world.ctx, [await make()]);
    expect(found).toMatchObject({ holds: true, checkpoints: { held: 0, refused: 1 } });
  });
});
