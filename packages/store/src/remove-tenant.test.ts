import { type AgreementRow, insertAgreement, listAgreements } from "./agreements.ts";
import { removeTenant } from "./remove-tenant.ts";
import { listTenantHealth, putTenantHealth } from "./tenant-health.ts";
import { createTestStore } from "./testing.ts";
import { transact } from "./transact.ts";

const signed = { tenant: "exampleshire", person: "per_1", name: "Ann", at: 1 };
const counted = { connectors: 1, stopped: 0, held: 0, refused: 0, dead: 0, owed: 0, alarms: 0 };

describe("removeTenant", () => {
  it("leaves nothing that a later tenant of the same id would be a side of, and all that is of others", async () => {
    await using world = await createTestStore();
    const { directory } = world.store;
    await world.tenant("exampleshire");
    const agreement = (id: string, owner: string, serving: string): AgreementRow => ({
      ...{ id, owner, serving, purpose: "After six", services: null, endsAt: 9e12, ended: null },
      ...{ proposedBy: "owner", proposedAt: 1, ownerApproval: signed, servingApproval: signed },
    });
    await transact(directory, async (tx) => {
      await insertAgreement(tx, agreement("agr_1", "exampleshire", "elsewhere"));
      await insertAgreement(tx, agreement("agr_2", "elsewhere", "exampleshire"));
      await insertAgreement(tx, agreement("agr_3", "elsewhere", "thirdshire"));
      for (const tenant of ["exampleshire", "elsewhere"])
        await putTenantHealth(tx, { tenant, seenAt: 1, oldestDueAt: null, ...counted });
    });
    await removeTenant(directory, "exampleshire");
    expect(await listAgreements(directory, "exampleshire")).toEqual([]);
    expect(await listAgreements(directory, "elsewhere")).toMatchObject([{ id: "agr_3" }]);
    expect(await listTenantHealth(directory)).toMatchObject([{ tenant: "elsewhere" }]);
  });
});
