import type { World } from "../testing.ts";
import { beginPayment } from "./begin.ts";
import { listPaymentsOf } from "./list.ts";
import { createPayingWorld, type Paying, returnUrl, seen } from "./test-paying.ts";

describe("a process is paid for by", () => {
  let world: World;
  let paying: Paying;
  beforeEach(async () => {
    ({ world, paying } = await createPayingWorld());
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const citizen = () => world.as({ only: { process: paying.id }, scopes: ["processes:read"] });

  it("its own citizen, who alone sees where", async () => {
    await beginPayment(citizen(), paying.id, { returnUrl });
    await paying.settle(seen("created"));
    const own = await listPaymentsOf(citizen(), paying.id);
    expect(own.data).toMatchObject([{ status: "created", nextUrl: "https://card.example/1" }]);
    const grant = { generation: 1, connector: "back-office" };
    const backOffice = world.as({
      only: { process: paying.id, grant },
      scopes: ["processes:read"],
    });
    const reader = world.as({ scopes: ["processes:read"] });
    for (const ctx of [backOffice, reader])
      expect((await listPaymentsOf(ctx, paying.id)).data[0]).not.toHaveProperty("nextUrl");
  });

  it("nobody else's citizen, to whom it does not exist", async () => {
    const other = await world.start();
    const stranger = world.as({ only: { process: other.id }, scopes: ["processes:read"] });
    await expect(beginPayment(stranger, paying.id, { returnUrl })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(listPaymentsOf(stranger, paying.id)).rejects.toMatchObject({ code: "not-found" });
  });

  it("no back office, and no key that may only read", async () => {
    const grant = { generation: 1, connector: "back-office" };
    const backOffice = world.as({ only: { process: paying.id, grant } });
    const reader = world.as({ scopes: ["processes:read"] });
    for (const ctx of [backOffice, reader])
      await expect(beginPayment(ctx, paying.id, { returnUrl })).rejects.toMatchObject({
        code: "scope-missing",
      });
  });
});
