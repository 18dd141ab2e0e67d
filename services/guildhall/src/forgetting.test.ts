import type { Ground } from "@guildhall/domain";
import { createWorld } from "@guildhall/domain/testing";
import { findAnswer, insertAnswer, transact } from "@guildhall/store";
import { createForgetting } from "./forgetting.ts";

describe("forgetting", () => {
  it("goes on in the other tenants when one cannot be opened", async () => {
    await using world = await createWorld();
    const { db } = world.ctx;
    const row = { id: "old", requestDigest: "d", response: {}, at: 0 };
    await transact(db, (tx) => insertAnswer(tx, row));
    const fault = new Error("unreadable");
    const faults: unknown[] = [];
    const groundFor = async (tenant: string): Promise<Ground | undefined> => {
      if (tenant === "broken") throw fault;
      return world.groundFor(tenant);
    };
    const tenants = async () => ["broken", "nowhere", "exampleshire"];
    await createForgetting({ tenants, groundFor, onError: (one) => faults.push(one) }).round();
    expect(await findAnswer(db, "old")).toBeUndefined();
    expect(faults).toEqual([fault]);
  });
});
