import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  conditionParts,
  findingsOf,
  flowOf,
  logicOf,
  readinessOf,
  sayCondition,
} from "@guildhall/builder";
import { DraftDefinition, type ServiceDefinition } from "@guildhall/contract";
import { compileForm, conditions, createSampler } from "@guildhall/forms";
import { readTenantFolder } from "./read.ts";

const tenants = fileURLToPath(new URL("../../../../tenants", import.meta.url));
const councils = [
  "cambridge-city",
  "huntingdonshire",
  "south-cambridgeshire",
  "cambridge-citizens-hub",
];
const all = (
  await Promise.all(
    councils.map(async (name) => {
      const read = await readTenantFolder(join(tenants, name), {
        cookbook: join(tenants, "cookbook"),
      });
      if ("faults" in read) throw new Error(`${name} cannot be read`);
      const { folder } = read;
      const known = {
        brands: folder.brands.map(({ brand }) => brand.id),
        colours: new Map(folder.brands.map(({ brand }) => [brand.id, brand.colours])),
        connectors: folder.connectors,
        datasets: folder.datasets,
        schemas: folder.schemas.map(({ id }) => id),
      };
      return folder.services.map((service) => ({ name, id: service.id, service, known }));
    }),
  )
).flat();

const draftOf = (service: ServiceDefinition) => DraftDefinition.parse(service);

describe("the services of the tenants folder", () => {
  it("are there", () => expect(all.length).toBeGreaterThan(70));
});

describe.each(all)("$id of $name", ({ service, known }) => {
  it("could be published: nothing is found in it but advice", () => {
    const draft = draftOf(service);
    expect(findingsOf(draft, known).filter(({ advice }) => !advice)).toEqual([]);
    expect(readinessOf(draft, known).isReady).toBe(true);
    expect(flowOf(draft).findings).toEqual([]);
  });

  it("has conditions that a person can read, and that come back from their rows unchanged in meaning", () => {
    const { form } = service;
    const rows = form.conditions.map(({ when, ...rest }) => ({
      ...rest,
      when: logicOf(conditionParts(when)),
    }));
    const [before, after] = [compileForm(form), compileForm({ ...form, conditions: rows })];
    const sampler = createSampler(before, "2025-03-03");
    const pick = createPick();
    for (let round = 0; round < 15; round += 1) {
      const answers = sampler.sample(pick) ?? {};
      expect(conditions(after, answers)).toEqual(conditions(before, answers));
    }
    const said = form.conditions.map(({ when }) => sayCondition(draftOf(service), when));
    expect(said.filter((sentence) => /is gone|by hand/.test(sentence))).toEqual([]);
  });
});

/** Draw from a fixed seed. */
function createPick(): (count: number) => number {
  let state = 20_261_122;
  return (count) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % count;
  };
}
