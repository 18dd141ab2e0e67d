import type { Shelf } from "../shelf.ts";
import { localTime } from "../uk-time.ts";
import type { Case, NewCase } from "./case.ts";
import { beginCase } from "./cases.ts";
import type { OwnCase, UniformConfig } from "./config.ts";

const hourMs = 3_600_000;

/**
 * Enter the requests that officers took by telephone, when this Uniform is opened for the first time.
 *
 * They are of several types, so that the list of changed requests mixes what the platform may read with what
 * it has to pass over, as it does wherever officers work.
 */
export function enterOwnCases(shelf: Shelf<Case>, config: UniformConfig, now: Date): void {
  if (shelf.values().length > 0) return;
  const oldestFirst = config.cases.toSorted((a, b) => b.enteredHoursAgo - a.enteredHoursAgo);
  for (const own of oldestFirst) {
    const at = new Date(now.getTime() - own.enteredHoursAgo * hourMs);
    const { type, number, status } = own;
    const begun = beginCase(asNewCase(own, at), type, { held: shelf.values(), config, at, number });
    const acts = [{ at: begun.createdAt, by: "officer" as const, title: "Entered by an officer" }];
    shelf.put(begun.reference, { ...begun, status, acts });
  }
}

function asNewCase({ complaintType, nature, how, customer, site }: OwnCase, at: Date): NewCase {
  const contacts = customer?.phone ? [{ type: "PHONEH", value: customer.phone }] : [];
  return {
    alternatives: [],
    complaintType,
    nature,
    how,
    site,
    customers: customer ? [{ type: customer.type, fullName: customer.name, contacts }] : [],
    xtra: [],
    timeReceived: localTime(at),
  };
}
