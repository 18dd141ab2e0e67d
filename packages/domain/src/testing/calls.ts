import { type CallEntry, type CallLog, type CallLogOptions, createCallLog } from "../call/log.ts";
import type { World } from "./world.ts";

/** A log of a test's world; a fault that is not looked for is thrown. */
export function logOf(world: World, options: Partial<CallLogOptions> = {}): CallLog {
  const onError = (error: unknown) => {
    throw error;
  };
  return createCallLog({ groundFor: world.groundFor, onError, ...options });
}

/** Note a call of Exampleshire now; whatever is left out is a key's that read a process. */
export function noteCall(world: World, log: CallLog, entry: Partial<CallEntry>): void {
  log.record("exampleshire", {
    at: world.clock.now(),
    callerKind: "key",
    caller: "key-a",
    method: "GET",
    route: "/v1/processes/{id}",
    status: 200,
    code: null,
    durationMs: 7,
    requestId: "request-1",
    ...entry,
  });
}
