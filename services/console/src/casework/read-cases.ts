import { ProcessStatus } from "@guildhall/contract";
import type { Context } from "hono";
import { ukMoment } from "../builder/publishing/uk-time.ts";
import type { ConsoleEnv } from "../environment.ts";
import type { CaseFilter } from "./api.ts";

/** Which requests are listed, as the address of the page has it. */
export interface CaseListing {
  readonly service: string;
  readonly status: string;
  readonly ward: string;
  /** Only those that are past the day that an answer was promised by. */
  readonly late: boolean;
  /** Days, as clocks in the United Kingdom show them, both with it. */
  readonly from: string;
  readonly to: string;
}

export function listingOf(c: Context<ConsoleEnv>): CaseListing {
  const asked = (name: string) => (c.req.query(name) ?? "").trim();
  const dayIn = (name: string) => (ukMoment(asked(name), "00:00") ? asked(name) : "");
  return {
    service: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(asked("service")) ? asked("service") : "",
    status: ProcessStatus.safeParse(asked("status")).data ?? "",
    ward: asked("ward").slice(0, 120),
    late: asked("late") === "yes",
    from: dayIn("from"),
    to: dayIn("to"),
  };
}

/** What the API is asked for. */
export function caseFilterOf({ service, status, ward, late, from, to }: CaseListing): CaseFilter {
  const read = ProcessStatus.safeParse(status).data;
  const since = ukMoment(from, "00:00");
  const until = ukMoment(dayAfter(to), "00:00");
  return {
    ...(service !== "" && { service: [service] }),
    ...(read && { status: read }),
    ...(ward !== "" && { ward }),
    ...(late && { late: "true" as const }),
    ...(since && { receivedSince: since }),
    ...(until && { receivedUntil: until }),
  };
}

function dayAfter(day: string): string {
  return day === "" ? "" : new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
