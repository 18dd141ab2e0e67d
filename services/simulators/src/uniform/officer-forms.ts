import type { Wrong } from "../pages/parts.tsx";
import type { Posted, Read } from "../pages/posted.ts";
import type { Visit } from "./case.ts";
import type { UniformConfig } from "./config.ts";
import { localTime } from "./local-time.ts";

/** A status other than the closed one, which needs a closing action. */
export function readStatus(config: UniformConfig, { status = "" }: Posted): Read<string> {
  const known = config.lists.SRSTATUS?.some(({ code }) => code === status);
  if (known && status !== config.closedStatus) return { value: status };
  return wrong("status", "Choose a status");
}

export function readClosing({ lists }: UniformConfig, { action = "" }: Posted): Read<string> {
  if (lists.SRCLOSEACT?.some(({ code }) => code === action)) return { value: action };
  return wrong("action", "Choose a closing action");
}

export function readVisit(posted: Posted, now: Date): Read<Omit<Visit, "reference" | "actions">> {
  const comments = (posted.comments ?? "").trim();
  if (!comments) return wrong("comments", "Enter a comment");
  if (comments.length > 4000) {
    return wrong("comments", "The comment must be 4,000 characters or fewer");
  }
  return { value: { type: "EHVIS", officer: "EHO", scheduled: localTime(now), comments } };
}

function wrong(field: string, text: string): { wrongs: Wrong[] } {
  return { wrongs: [{ field, text }] };
}
