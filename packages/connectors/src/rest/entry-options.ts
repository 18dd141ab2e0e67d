import type { HttpSettings } from "@guildhall/contract";
import type { Credentials } from "../generic/entry.ts";
import type { GuardedRequest } from "../http/guard.ts";

/** What it takes to enter a REST back office. */
export interface EntryOptions {
  readonly address: string;
  readonly timeoutMs: number;
  readonly settings: Pick<HttpSettings, "auth" | "namespaces">;
  readonly credentials: Credentials;
  readonly deps: { readonly request: GuardedRequest; readonly now: () => Date };
}
