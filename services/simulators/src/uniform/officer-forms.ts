import { madeUpStatus } from "../faults.ts";
import type { Wrong } from "../pages/parts.tsx";
import type { Posted, Read } from "../pages/posted.ts";
import { readWhen } from "../pages/when.tsx";
import type { Case, Visit } from "./case.ts";
import type { UniformConfig } from "./config.ts";
import type { Uniform } from "./uniform.ts";
import { onlineReference } from "./view.ts";

/** In no list of this Uniform's. */
const madeUpCode = "9_MADE";

/** A status other than the closed one, which needs a closing action. */
export function readStatus(
  { config, faults }: Uniform,
  { status = "" }: Posted,
  held: Case,
): Read<string> {
  if (isIn(config, "SRSTATUS", status) && status !== config.closedStatus) return { value: status };
  if (status === madeUpStatus && faults.takeOf(onlineReference(held), "unknown-status"))
    return { value: madeUpCode };
  return { wrongs: wrong("status", "Choose a status") };
}

export function readClosing(config: UniformConfig, { action = "" }: Posted): Read<string> {
  if (isIn(config, "SRCLOSEACT", action)) return { value: action };
  return { wrongs: wrong("action", "Choose a closing action") };
}

export type NewVisit = Omit<Visit, "reference" | "actions">;

export function readVisit(config: UniformConfig, posted: Posted): Read<NewVisit> {
  const { type = "", officer = "" } = posted;
  const comments = (posted.comments ?? "").trim();
  const when = readWhen(posted);
  const wrongs = [
    ...(isIn(config, "VISITTYPE", type) ? [] : wrong("type", "Choose a type of visit")),
    ...(isIn(config, "OFFICER", officer) ? [] : wrong("officer", "Choose an officer")),
    ...("wrongs" in when ? when.wrongs : []),
    ...(comments.length <= 4000
      ? []
      : wrong("comments", "The comments must be 4,000 characters or fewer")),
  ];
  if (wrongs.length > 0 || "wrongs" in when) return { wrongs };
  return { value: { type, officer, scheduled: when.value, comments } };
}

export interface NewAction {
  readonly visit: string;
  readonly action: Visit["actions"][number];
}

export function readAction(config: UniformConfig, held: Case, posted: Posted): Read<NewAction> {
  const { visit = "", code = "", actionOfficer = "", due = "" } = posted;
  const isDay = "value" in readWhen({ day: due, time: "00:00" });
  const wrongs = [
    ...(held.visits.some(({ reference }) => reference === visit)
      ? []
      : wrong("visit", "Choose a visit")),
    ...(isIn(config, "ACTIONS", code) ? [] : wrong("code", "Choose an action")),
    ...(isIn(config, "OFFICER", actionOfficer) ? [] : wrong("actionOfficer", "Choose an officer")),
    ...(isDay ? [] : wrong("due", "Enter the day it is due, such as 2026-05-27")),
  ];
  if (wrongs.length > 0) return { wrongs };
  return { value: { visit, action: { code, officer: actionOfficer, due: `${due}T00:00:00` } } };
}

function isIn({ lists }: UniformConfig, list: string, code: string): boolean {
  return lists[list]?.some((known) => known.code === code) ?? false;
}

function wrong(field: string, text: string): Wrong[] {
  return [{ field, text }];
}
