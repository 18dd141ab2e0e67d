import type { Language } from "@guildhall/contract";
import { Refused } from "@guildhall/sdk";
import type { CouncilApi } from "./council-api.ts";

const keptMs = 60_000;

export type OfferedLanguages = ReturnType<typeof createOfferedLanguages>;

/**
 * Tell which languages any service of a council is offered in: its other pages offer no more than those.
 *
 * It is asked once a minute. A page does not fail for it: who comes to a Welsh address reads Welsh either way.
 */
export function createOfferedLanguages(now: () => Date) {
  const known = new Map<
    string,
    { readonly at: number; readonly languages: Promise<readonly Language[]> }
  >();
  return (tenant: string, api: Pick<CouncilApi, "services">): Promise<readonly Language[]> => {
    const before = known.get(tenant);
    const at = now().getTime();
    if (before && at - before.at < keptMs) return before.languages;
    // Those who come meanwhile wait for the same answer.
    const languages = ask(api, before?.languages);
    known.set(tenant, { at, languages });
    return languages;
  };
}

async function ask(
  api: Pick<CouncilApi, "services">,
  before: Promise<readonly Language[]> | readonly Language[] = ["en"],
): Promise<readonly Language[]> {
  try {
    const offered = (await api.services()).flatMap(({ languages }) => languages);
    return [...new Set<Language>(["en", ...offered])];
  } catch (error) {
    if (error instanceof Refused) return before;
    throw error;
  }
}
