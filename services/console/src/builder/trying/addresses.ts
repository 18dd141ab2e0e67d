import type { ServiceAddresses } from "../ground/service-addresses.ts";

/** Where the pages of trying a service are. */
export function tryAddresses({ tryIt }: Pick<ServiceAddresses, "tryIt">) {
  const scenario = (id: string) => `${tryIt}/scenarios/${encodeURIComponent(id)}`;
  const run = (id: string) => `${tryIt}/runs/${encodeURIComponent(id)}`;
  return {
    start: tryIt,
    answers: `${tryIt}/answers`,
    run,
    saveRun: (id: string) => `${run(id)}/save`,
    scenario,
    removeScenario: (id: string) => `${scenario(id)}/remove`,
    runScenarios: `${tryIt}/scenario-runs`,
    scenarioRun: (id: string) => `${tryIt}/scenario-runs/${encodeURIComponent(id)}`,
  };
}
