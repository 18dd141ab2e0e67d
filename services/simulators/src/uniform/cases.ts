import { randomBytes } from "node:crypto";
import type { Shelf } from "../shelf.ts";
import type { Case, NewCase, Visit } from "./case.ts";
import type { UniformConfig } from "./config.ts";
import { localTime } from "./local-time.ts";

type NewVisit = Pick<Visit, "type" | "officer" | "scheduled" | "comments">;

/** The service requests of one tenant. */
export interface Cases {
  /** Oldest first. */
  all(): readonly Case[];
  find(reference: string): Case | undefined;
  /** The request that came in under one of these references of the caller's, if one did. */
  findAlternative(alternatives: Case["alternatives"]): Case | undefined;
  submit(input: NewCase): Case;
  /** Those created or changed at this UK local time or later. */
  changedSince(local: string): readonly Case[];
  changeStatus(reference: string, status: string, closingAction?: string): void;
  addVisits(reference: string, visits: readonly NewVisit[]): void;
  addActions(reference: string, visit: string, actions: Visit["actions"]): void;
}

export function createCases(shelf: Shelf<Case>, config: UniformConfig, now: () => Date): Cases {
  const all = () => shelf.values();
  const change = (reference: string, by: (before: Case) => Partial<Case>) => {
    const before = shelf.get(reference);
    if (!before) throw new Error(`There is no service request ${reference}`);
    shelf.put(reference, { ...before, ...by(before), updatedAt: now().toISOString() });
  };
  return {
    all,
    find: (reference) => shelf.get(reference),
    findAlternative: (alternatives) => all().find((held) => shares(held, alternatives)),
    submit(input) {
      const submitted = begin(input, all(), config, now());
      shelf.put(submitted.reference, submitted);
      return submitted;
    },
    changedSince: (local) => all().filter((held) => localTime(new Date(held.updatedAt)) >= local),
    changeStatus(reference, status, closingAction) {
      change(reference, () => ({ status, closingAction }));
    },
    addVisits(reference, visits) {
      change(reference, (before) => ({ visits: [...before.visits, ...numbered(before, visits)] }));
    },
    addActions(reference, visit, actions) {
      change(reference, ({ visits }) => ({
        visits: visits.map((held) =>
          held.reference === visit ? { ...held, actions: [...held.actions, ...actions] } : held,
        ),
      }));
    },
  };
}

/** Whether a request came in under one of these references. */
function shares(held: Case, alternatives: Case["alternatives"]): boolean {
  return held.alternatives.some(({ type, value }) =>
    alternatives.some((other) => other.type === type && other.value === value && value !== ""),
  );
}

/** A request with its own number: those of one year count from 1. */
function begin(input: NewCase, held: readonly Case[], config: UniformConfig, at: Date): Case {
  const year = localTime(at).slice(2, 4);
  const last = held
    .filter(({ reference }) => reference.startsWith(`${year}/`))
    .reduce((most, { reference }) => Math.max(most, Number(reference.split("/")[1])), 0);
  const number = String(last + 1).padStart(5, "0");
  return {
    ...input,
    reference: `${year}/${number}/SR`,
    technicalKey: randomBytes(7).toString("hex").toUpperCase().slice(0, 13),
    inspection: `${year}/${number}/INSP`,
    createdAt: at.toISOString(),
    updatedAt: at.toISOString(),
    status: config.lists.SRSTATUS?.[0]?.code ?? "",
    visits: [],
  };
}

function numbered({ inspection, visits }: Case, added: readonly NewVisit[]): Visit[] {
  return added.map((visit, index) => {
    const number = String(visits.length + index + 1).padStart(2, "0");
    return { ...visit, reference: `${inspection}/${number}`, actions: [] };
  });
}
