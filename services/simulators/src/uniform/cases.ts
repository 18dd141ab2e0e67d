import { randomBytes } from "node:crypto";
import type { Shelf } from "../shelf.ts";
import { localTime } from "../uk-time.ts";
import type { Case, CaseAct, NewCase, Visit } from "./case.ts";
import { textOf, type UniformConfig } from "./config.ts";
import { lettersOf, nextNumber, type RequestType, referenceOf } from "./request-type.ts";

type NewVisit = Pick<Visit, "type" | "officer" | "scheduled" | "comments">;
type By = CaseAct["by"];

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
  addVisits(reference: string, visits: readonly NewVisit[], by: By): void;
  addActions(reference: string, visit: string, added: { actions: Visit["actions"]; by: By }): void;
}

export function createCases(shelf: Shelf<Case>, config: UniformConfig, now: () => Date): Cases {
  const all = () => shelf.values();
  const change = (
    reference: string,
    act: Omit<CaseAct, "at">,
    by: (before: Case) => Partial<Case>,
  ) => {
    const before = shelf.get(reference);
    if (!before) throw new Error(`There is no service request ${reference}`);
    const at = now().toISOString();
    const acts = [...before.acts, { ...act, at }];
    shelf.put(reference, { ...before, ...by(before), acts, updatedAt: at });
  };
  return {
    all,
    find: (reference) => shelf.get(reference),
    findAlternative: (alternatives) => all().find((held) => shares(held, alternatives)),
    submit(input) {
      const begun = beginCase(input, "GENERAL", { held: all(), config, at: now() });
      shelf.put(begun.reference, begun);
      return begun;
    },
    changedSince: (local) => all().filter((held) => localTime(new Date(held.updatedAt)) >= local),
    changeStatus(reference, status, closingAction) {
      const words = closingAction && textOf(config, "SRCLOSEACT", closingAction);
      const title = `Status: ${textOf(config, "SRSTATUS", status)}`;
      change(reference, { by: "officer", title, words }, () => ({ status, closingAction }));
    },
    addVisits(reference, visits, by) {
      const title = visits.length === 1 ? "Visit added" : `${visits.length} visits added`;
      const words = visits.map((visit) => describeVisit(config, visit)).join("\n");
      change(reference, { by, title, words }, (before) => ({
        visits: [...before.visits, ...numbered(before, visits)],
      }));
    },
    addActions(reference, visit, { actions, by }) {
      const words = actions.map(({ code }) => textOf(config, "ACTIONS", code)).join("\n");
      change(reference, { by, title: `Action added to ${visit}`, words }, ({ visits }) => ({
        visits: visits.map((held) =>
          held.reference === visit ? { ...held, actions: [...held.actions, ...actions] } : held,
        ),
      }));
    },
  };
}

interface Surroundings {
  readonly held: readonly Case[];
  readonly config: UniformConfig;
  readonly at: Date;
  /** Its number, where it has one already. */
  readonly number?: number;
}

/** A request with a number of its own: those of one type and year count from 1. */
export function beginCase(input: NewCase, type: RequestType, around: Surroundings): Case {
  const { held, config, at } = around;
  const year = localTime(at).slice(2, 4);
  const next = (references: string[], letters: string) => nextNumber(references, year, letters);
  const taken = held.map(({ reference }) => reference);
  const number = around.number ?? next(taken, lettersOf(type));
  const inspections = held.map(({ inspection }) => inspection);
  const moment = at.toISOString();
  return {
    ...input,
    reference: referenceOf(type, year, number),
    requestType: type,
    technicalKey: randomBytes(7).toString("hex").toUpperCase().slice(0, 13),
    inspection: `${year}/${String(next(inspections, "INSP")).padStart(5, "0")}/INSP`,
    createdAt: moment,
    updatedAt: moment,
    status: config.lists.SRSTATUS?.[0]?.code ?? "",
    visits: [],
    acts: [{ at: moment, by: "platform", title: "Received from the platform" }],
  };
}

/** Whether a request came in under one of these references. */
function shares(held: Case, alternatives: Case["alternatives"]): boolean {
  return held.alternatives.some(({ type, value }) =>
    alternatives.some((other) => other.type === type && other.value === value && value !== ""),
  );
}

function numbered({ inspection, visits }: Case, added: readonly NewVisit[]): Visit[] {
  return added.map((visit, index) => {
    const number = String(visits.length + index + 1).padStart(2, "0");
    return { ...visit, reference: `${inspection}/${number}`, actions: [] };
  });
}

function describeVisit(config: UniformConfig, { type, scheduled }: NewVisit): string {
  return `${textOf(config, "VISITTYPE", type)}, ${scheduled.slice(0, 16).replace("T", " ")}`;
}
