import { listDomains } from "./domains.ts";
import { describeOnBothDrivers } from "./testing/on-both-drivers.ts";

describeOnBothDrivers("tenants' domains", (on) => {
  const add = async (id: string, domains?: string[]) => {
    const { definition } = await on.world.tenant();
    const more = domains === undefined ? {} : { domains };
    await on.world.store.addTenant({ ...definition, id, ...more }, { now: 1 });
  };
  const list = () => listDomains(on.world.store.directory);

  it("are kept as they are compared, each once, the first before the others", async () => {
    await add("farshire", ["Services.Farshire.Example.", "a.example", "services.farshire.example"]);
    expect(await list()).toEqual([
      { domain: "services.farshire.example", tenant: "farshire" },
      { domain: "a.example", tenant: "farshire" },
    ]);
  });

  it("are one tenant's each: a second that names one changes nothing", async () => {
    await add("farshire", ["services.farshire.example"]);
    await expect(add("nearshire", ["SERVICES.farshire.example"])).rejects.toThrow(
      "services.farshire.example is a domain of farshire already.",
    );
    expect(await list()).toHaveLength(1);
    expect((await on.world.store.tenants()).map(({ definition }) => definition.id)).not.toContain(
      "nearshire",
    );
  });

  it("go when the tenant's folder says so, and can be another's then", async () => {
    await add("farshire", ["services.farshire.example"]);
    await add("farshire");
    await add("nearshire", ["services.farshire.example"]);
    expect(await list()).toEqual([{ domain: "services.farshire.example", tenant: "nearshire" }]);
  });
});
