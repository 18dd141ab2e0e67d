import { join } from "node:path";
import { createFaultBox, type FaultBox, Faults } from "../faults.ts";
import { openShelf } from "../shelf.ts";
import { Case } from "./case.ts";
import { type Cases, createCases } from "./cases.ts";
import type { UniformConfig } from "./config.ts";
import { enterOwnCases } from "./own-cases.ts";

/** One tenant's Uniform, opened from its folder of state. */
export interface Uniform {
  readonly tenant: string;
  readonly config: UniformConfig;
  readonly cases: Cases;
  readonly faults: FaultBox;
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  close(): void;
}

interface UniformDeps {
  readonly tenant: string;
  readonly folder: string;
  /** How officers' pages read a case's documents from the platform. */
  readonly fetch: typeof fetch;
  readonly now: () => Date;
}

export function openUniform(config: UniformConfig, deps: UniformDeps): Uniform {
  const { tenant, folder, fetch, now } = deps;
  const caseShelf = openShelf(join(folder, "cases.jsonl"), Case);
  const faultShelf = openShelf(join(folder, "faults.jsonl"), Faults);
  enterOwnCases(caseShelf, config, now());
  return {
    tenant,
    config,
    cases: createCases(caseShelf, config, now),
    faults: createFaultBox(faultShelf),
    fetch,
    now,
    close() {
      caseShelf.close();
      faultShelf.close();
    },
  };
}
