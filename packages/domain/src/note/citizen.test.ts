import type { Context } from "../context.ts";
import { createWorld, type World } from "../testing.ts";
import { attachToProcess, checkProcessRoom } from "./attach.ts";
import { addCitizenNote } from "./say.ts";

const file = {
  name: "fence.png",
  key: "k",
  contentType: "image/png",
  bytes: 1,
  sha256: "aa",
  storage: "s/1",
};

describe("what a citizen adds", () => {
  let world: World;
  let process: { id: string; reference: string };
  beforeEach(async () => {
    world = await createWorld();
    process = await world.start();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const citizen = (): Context =>
    world.as({
      actor: { kind: "citizen", id: process.id, name: "You" },
      only: { process: process.id },
    });

  it.each([
    ["addCitizenNote", "notes:read", (ctx: Context) => say(ctx)],
    ["checkProcessRoom", "documents:read", (ctx: Context) => checkProcessRoom(ctx, reference())],
    ["attachToProcess", "documents:read", (ctx: Context) => attach(ctx)],
  ] as const)("lets nobody do %s without %s", async (_, scope, verb) => {
    const scopes = [...world.ctx.scopes].filter((one) => one !== scope);
    await expect(verb({ ...citizen(), scopes: new Set(scopes) })).rejects.toMatchObject({
      code: "scope-missing",
    });
  });

  it("is in the story of the request, and not told to them, who know it", async () => {
    const before = (await world.owed(process.id)).length;
    await say(citizen());
    await attach(citizen());
    expect(await world.told(process.id)).toEqual([
      "process.started",
      "note.added",
      "document.added",
    ]);
    const after = (await world.owed(process.id)).slice(before);
    expect(after.filter(({ kind }) => kind === "message")).toEqual([]);
  });

  it("is refused to a back office with a grant, and to a key", async () => {
    const grant = { generation: 1, connector: "back-office" };
    const office = world.as({ only: { process: process.id, grant } });
    for (const ctx of [office, world.as({})])
      await expect(say(ctx)).rejects.toMatchObject({ code: "not-found" });
  });

  const reference = () => process.reference;
  const say = (ctx: Context) => addCitizenNote(ctx, reference(), { contents: "Louder" });
  const attach = (ctx: Context) => attachToProcess(ctx, reference(), file);
});
