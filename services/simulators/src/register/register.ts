import { join } from "node:path";
import { createFaultBox, type FaultBox, Faults, toldOf } from "../faults.ts";
import { openShelf } from "../shelf.ts";
import { type Cases, createCases, type NewCase, RegisterCase } from "./cases.ts";
import type { RegisterConfig } from "./config.ts";

/** A register of works, opened from its folder of state. It has a door for each connector that is configuration only. */
export interface Register {
  readonly tenant: string;
  readonly config: RegisterConfig;
  readonly cases: Cases;
  readonly faults: FaultBox;
  readonly now: () => Date;
  close(): void;
}

export interface RegisterCredentials {
  readonly apiKey: string;
  readonly userName: string;
  readonly password: string;
}

interface Deps {
  readonly tenant: string;
  readonly folder: string;
  readonly now: () => Date;
}

export function openRegister(config: RegisterConfig, { tenant, folder, now }: Deps): Register {
  const shelf = openShelf(join(folder, "cases.jsonl"), RegisterCase);
  const faultShelf = openShelf(join(folder, "faults.jsonl"), Faults);
  const firstStatus = config.statuses[0]?.id ?? "";
  return {
    tenant,
    config,
    cases: createCases(shelf, { firstStatus, now }),
    faults: createFaultBox(faultShelf),
    now,
    close() {
      shelf.close();
      faultShelf.close();
    },
  };
}

/** The cases that an officer changed in this time, as they are told of. */
export function changedIn({ cases, faults }: Register, from: Date, to: Date): RegisterCase[] {
  return toldOf(faults, cases.changed(from, to), ({ externalReference }) => externalReference);
}

/** What became of a new case, for each door to say in its own words. */
export type Taken =
  | { readonly is: "taken"; readonly id: string | undefined }
  | { readonly is: "refused" }
  | { readonly is: "known" }
  | { readonly is: "unanswered" };

/** Take a case in, acting out the faults that concern that alone. Nothing is recognised that comes twice, but by its reference. */
export function takeCase({ cases, faults }: Register, given: NewCase): Taken {
  if (faults.take("refused")) return { is: "refused" };
  if (given.externalReference !== "" && cases.byReference(given.externalReference))
    return { is: "known" };
  const { id } = cases.take(given);
  if (faults.take("lost-reply")) return { is: "unanswered" };
  if (faults.take("duplicate")) return { is: "known" };
  return { is: "taken", id: faults.take("success-without-reference") ? undefined : id };
}
