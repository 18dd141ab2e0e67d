import type { DeliveryState } from "@guildhall/contract";
import { and, eq, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import { type OutboxState, unanswered } from "./outbox.ts";
import { outbox } from "./schema/outbox.ts";

/** Rows that stand so. `sent` and `queued` are both rows that were handed over: one was begun, the other not. */
export function inStates(states: readonly DeliveryState[]): SQL | undefined {
  const plain = states.filter((state): state is OutboxState => !handedOver.has(state));
  const isQueued = eq(outbox.state, "queued");
  const code = sql`coalesce(${outbox.lastCode}, '')`;
  return or(
    inArray(outbox.state, plain),
    states.includes("sent") ? and(isQueued, eq(code, unanswered)) : undefined,
    states.includes("queued") ? and(isQueued, ne(code, unanswered)) : undefined,
  );
}

const handedOver: ReadonlySet<DeliveryState> = new Set(["sent", "queued"]);

/** How a row stands, as it is told: one that was begun and not settled is sent and unanswered. */
export function stateOfOwed({
  state,
  lastCode,
}: {
  readonly state: OutboxState;
  readonly lastCode: string | null;
}): DeliveryState {
  return state === "queued" && lastCode === unanswered ? "sent" : state;
}
