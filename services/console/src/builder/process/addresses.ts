import type { ServiceAddresses } from "../ground/service-addresses.ts";

/** Where the pages of what happens in a service are. */
export function processAddresses({ process }: Pick<ServiceAddresses, "process">) {
  const named = (page: string, fields: Record<string, string>) =>
    `${process}/${page}?${new URLSearchParams(fields)}`;
  return {
    list: process,
    act: `${process}/act`,
    promise: `${process}/promise`,
    kinds: `${process}/kinds`,
    newStep: (kind: string) => named("step", { kind }),
    step: (id: string) => named("step", { id }),
    newStage: `${process}/stage`,
    stage: (id: string) => named("stage", { id }),
    remove: (at: string) => named("remove", { at }),
    status: (external: string) => named("status", { external }),
  };
}

/** One list of the page of what happens, as the way back to it. */
export function listOf(
  { here }: { readonly here: Pick<ServiceAddresses, "process"> },
  list: "steps" | "stages" | "statuses",
) {
  return { words: listWords[list], href: `${here.process}#${list}` };
}

const listWords = { steps: "Steps", stages: "Stages", statuses: "Statuses" } as const;

/** Where a part is on the page that lists them. */
export function anchorOf(at: string): string {
  return at.slice(1).replaceAll(/[^A-Za-z0-9]+/g, "-");
}
