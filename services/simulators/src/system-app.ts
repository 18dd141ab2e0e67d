import { Hono } from "hono";
import { controls } from "./controls.tsx";
import type { FaultBox } from "./faults.ts";
import { type BusyAnswers, type CallEnv, limitBody, misbehave } from "./misbehave.ts";
import type { Place } from "./pages/place.ts";
import { createRequestLog, logCalls } from "./request-log.ts";

interface Parts {
  readonly faults: FaultBox;
  readonly place: () => Place;
  readonly deps: { readonly closing: AbortSignal; readonly now: () => Date };
  readonly busy: BusyAnswers;
}

/** What every system has: its controls, and what each call to it goes through first. */
export function systemApp({ faults, place, deps, busy }: Parts) {
  const log = createRequestLog();
  const app = new Hono<CallEnv>();
  app.route("/", controls({ faults, log, place }));
  const { closing, now } = deps;
  const calls = [logCalls(log, now), limitBody, misbehave({ faults, busy, closing })] as const;
  return { app, calls };
}
