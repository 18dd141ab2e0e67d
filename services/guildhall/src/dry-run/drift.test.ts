import { asPlatform, getServiceVersion, issueKey, publishService } from "@guildhall/domain";
import { councilNames } from "../testing/councils.ts";
import { startTown, type Town } from "../testing/town.ts";

describe("the drift of a back office", () => {
  let town: Town;
  beforeAll(async () => {
    town = await startTown();
  }, 60_000);
  afterAll(() => town?.[Symbol.asyncDispose]());

  const contextOf = async (tenant: string) => {
    const ground = await town.running.platform.groundFor(tenant);
    if (!ground) throw new Error(`There is no ${tenant}`);
    return asPlatform(ground);
  };
  async function look(council: string, connector: string) {
    const scopes = ["connectors:read", "connectors:write"] as const;
    const { key } = await issueKey(await contextOf(council), {
      name: "Drift",
      kind: "partner",
      scopes: [...scopes],
    });
    const path = `${town.base}/t/${council}/v1/connectors/${connector}/drift`;
    const headers = { Authorization: `Bearer ${key}` };
    const looked = await (await fetch(path, { method: "POST", headers })).json();
    expect(await (await fetch(path, { headers })).json()).toEqual(looked);
    return looked;
  }
  it("names what was renamed and the service that would fail, until its mapping is put right", async () => {
    const ctx = await contextOf("cambridge-city");
    const { definition } = await getServiceVersion(ctx, "noise-nuisance");
    const field = "attributes_ehServiceRequestLandlord_0268b4f81ab05c73000dada3";
    const old = "attributes_ehServiceRequestLandlord_000000000000000000000000";
    const before = JSON.parse(JSON.stringify(definition).replaceAll(field, old));
    await publishService(ctx, before);
    expect(await look("cambridge-city", "alloy")).toMatchObject({
      state: "drifted",
      findings: [
        {
          kind: "field-gone",
          likelyNow: `attributes/${field}`,
          sentence: `“Environmental health service request” has renamed “attributes/${old}”: most likely it is “Landlord” (attributes/${field}) now. “${definition.title}” would fail.`,
        },
      ],
    });
    await publishService(ctx, definition);
    expect(await look("cambridge-city", "alloy")).toMatchObject({ state: "in-step" });
  });

  it.each(councilNames)(
    "is none while the designs of %s are as its mappings need them",
    async (council) => {
      expect(await look(council, "alloy")).toMatchObject({ state: "in-step", findings: [] });
    },
  );

  it("is known where code lists are all that is told, and unknown where nothing is", async () => {
    expect((await look("cambridge-city", "uniform")).state).toMatch(/in-step|untold/);
    expect((await look("cambridge-city", "valuebill")).state).toBe("untold");
  });
});
