import { join } from "node:path";
import type { SchemaChecker } from "@guildhall/xml";
import { createFaultBox, type FaultBox, Faults } from "../faults.ts";
import { openShelf } from "../shelf.ts";
import type { ValuationConfig } from "./config.ts";
import { findingsIn } from "./findings.ts";
import { readSchemaSet } from "./schema-set.ts";
import { Submission } from "./submission.ts";
import { createSubmissions, type Submissions } from "./submissions.ts";
import { createVerifier, type Verifier } from "./verifier.ts";

/** The Valuation Office as one billing authority sees it, opened from its folder of state. */
export interface ValuationOffice {
  readonly tenant: string;
  readonly billingAuthority: string;
  readonly submissions: Submissions;
  readonly verifier: Verifier;
  readonly faults: FaultBox;
  readonly now: () => Date;
  close(): Promise<void>;
}

interface Deps {
  readonly tenant: string;
  readonly folder: string;
  /** The folder of tenants, with the schemas in it. */
  readonly tenants: string;
  readonly checker: Pick<SchemaChecker, "check">;
  readonly now: () => Date;
}

/** @throws Error where the schemas or the state cannot be read */
export function openValuationOffice(config: ValuationConfig, deps: Deps): ValuationOffice {
  const { tenant, folder, tenants, checker, now } = deps;
  const { billingAuthority } = config;
  const schemas = readSchemaSet(join(tenants, config.schemas));
  const shelf = openShelf(join(folder, "submissions.jsonl"), Submission);
  const faultShelf = openShelf(join(folder, "faults.jsonl"), Faults);
  const submissions = createSubmissions(shelf, now);
  const rules = { checker, schemas, billingAuthority };
  const verifier = createVerifier(submissions, (xml) => findingsIn(xml, rules));
  return {
    tenant,
    billingAuthority,
    submissions,
    verifier,
    faults: createFaultBox(faultShelf),
    now,
    async close() {
      await verifier.settled();
      shelf.close();
      faultShelf.close();
    },
  };
}
