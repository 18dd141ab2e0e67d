import type { OpenQueue } from "@guildhall/queue";
import type { Config, Metrics } from "@guildhall/runtime";
import type { Store } from "@guildhall/store";
import type { SchemaChecker } from "@guildhall/xml";
import type { Forwarder } from "./cluster/forward.ts";
import type { Files } from "./files.ts";
import type { OpenGrounds } from "./open-grounds.ts";

/** Log what was not foreseen. */
export type Report = (error: unknown, requestId?: unknown) => void;

/** What the API and the worker of one process share. */
export interface Parts extends OpenGrounds {
  readonly config: Config;
  readonly store: Store;
  readonly queue: OpenQueue;
  readonly metrics: Metrics;
  readonly report: Report;
  readonly files: Files;
  readonly checker: SchemaChecker;
  /** The way to the other processes that share the data folder. */
  readonly forwarder: Forwarder;
}
