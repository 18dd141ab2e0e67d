import { tendedTenants } from "./tended-tenants.ts";

const openTenants = ["a", "b", "c"];
const node = { id: "worker-1.1", roles: ["worker" as const], address: "" };

describe("tendedTenants", () => {
  it("are all that are open where there is one process", () => {
    expect(tendedTenants({ openTenants, node: undefined, leases: { held: [] } })).toEqual(
      openTenants,
    );
  });

  it("are those of the open ones that this process holds, where there are several", () => {
    const leases = { held: ["c", "d", "a"] };
    expect(tendedTenants({ openTenants, node, leases })).toEqual(["a", "c"]);
  });
});
