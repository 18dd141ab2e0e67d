import type { Connector } from "@guildhall/contract";
import type { Context } from "@guildhall/domain";
import type { Late } from "../places.ts";
import type { WriteDocument } from "../write-document.ts";
import type { OnOutcome } from "./outcome.ts";

/** How long the search of most back offices may miss a new case. */
export const usuallyFindableAfterMs = 10_000;

/** A connector that is ready to be spoken to. */
export interface ReadyConnector {
  readonly connector: Connector;
  readonly timeoutMs: number;
  /** How long its search may miss a new case; the usual time where this is left out. */
  readonly findableAfterMs?: number;
  /** How many calls it may get at once, where that is known. */
  readonly parallel?: number;
  /** Wait for a place among the calls that this back office may get at once; for ever, unless it is said until when. */
  withPlace<T>(call: () => Promise<T>, late?: Late<T>): Promise<T>;
}

export interface DeliveryDeps {
  /** The document that is sent, or why there is none. */
  readonly write: WriteDocument;
  /** Undefined when the connector, or its credential, is not there. */
  connectorFor(ctx: Context, id: string): Promise<ReadyConnector | undefined>;
  readEvidence(storage: string, key: string): Promise<Uint8Array>;
  readonly onFault: (error: unknown) => void;
  readonly onOutcome?: OnOutcome | undefined;
}
