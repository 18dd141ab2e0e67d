import type { NewAgreement } from "@guildhall/contract";
import type { Context } from "../context.ts";
import { createWorld, type World } from "../testing.ts";
import { approveAgreement, endAgreement } from "./decide.ts";
import { getAgreement, listAgreements } from "./list.ts";
import { proposeAgreement } from "./propose.ts";

describe("an agreement", () => {
  let world: World;
  let other: Context;
  let asked: NewAgreement;
  beforeEach(async () => {
    world = await createWorld();
    other = await world.addCouncil("othershire");
    const until = new Date(world.clock.now() + 86_400_000).toISOString();
    asked = { side: "serving", with: "othershire", purpose: "After six", until };
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("is nothing that a sandbox has", async () => {
    const sandbox = { ...world.ctx, tenant: { ...world.ctx.tenant, sandboxOf: "exampleshire" } };
    await expect(proposeAgreement(sandbox, asked)).rejects.toMatchObject({ code: "scope-missing" });
  });

  it("can be proposed by the side that serves, and is approved by the other alone", async () => {
    const { id } = await proposeAgreement(world.ctx, asked);
    await expect(approveAgreement(world.ctx, id)).rejects.toMatchObject({
      code: "invalid-transition",
    });
    expect(await approveAgreement(other, id)).toMatchObject({
      standing: "in-force",
      owner: { id: "othershire" },
    });
  });

  it("is approved by nobody who signed in a quarter of an hour ago, who may end it at once", async () => {
    const { id } = await proposeAgreement(world.ctx, asked);
    const signedInAt = world.clock.now() - 15 * 60_000;
    const late = { ...other, session: "ses_1", signedInAt };
    for (const act of [approveAgreement(late, id), proposeAgreement(late, asked)])
      await expect(act).rejects.toMatchObject({ code: "sign-in-again" });
    expect(await endAgreement(late, id)).toMatchObject({ standing: "refused" });
  });

  it("is neither shown to nor decided by a council that is no side of it", async () => {
    const { id } = await proposeAgreement(world.ctx, asked);
    const third = await world.addCouncil("thirdshire");
    expect((await listAgreements(third)).data).toEqual([]);
    for (const verb of [getAgreement, approveAgreement, endAgreement])
      await expect(verb(third, id)).rejects.toMatchObject({ code: "not-found" });
  });
});
