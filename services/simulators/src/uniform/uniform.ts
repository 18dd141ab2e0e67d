import { join } from "node:path";
import { createFaultBox, type FaultBox, Faults } from "../faults.ts";
import { openShelf } from "../shelf.ts";
import { Case } from "./case.ts";
import { type Cases, createCases } from "./cases.ts";
import type { UniformConfig } from "./config.ts";

/** One tenant's Uniform, opened from its folder of state. */
export interface Uniform {
  readonly tenant: string;
  readonly config: UniformConfig;
  readonly cases: Cases;
  readonly faults: FaultBox;
  readonly now: () => Date;
  close(): void;
}

interface UniformDeps {
  readonly tenant: string;
  readonly folder: string;
  readonly now: () => Date;
}

export function openUniform(config: UniformConfig, deps: UniformDeps): Uniform {
  const { tenant, folder, now } = deps;
  const caseShelf = openShelf(join(folder, "cases.jsonl"), Case);
  const faultShelf = openShelf(join(folder, "faults.jsonl"), Faults);
  return {
    tenant,
    config,
    cases: createCases(caseShelf, config, now),
    faults: createFaultBox(faultShelf),
    now,
    close() {
      caseShelf.close();
      faultShelf.close();
    },
  };
}
