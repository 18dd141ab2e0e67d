import type { Desk, Office } from "../environment.ts";

/** Where somebody goes on with a request: at all of it, or at what was sent of it where they may see no more. */
export function wayBack(
  { office, desk }: { readonly office: Office; readonly desk: Desk },
  process: string,
): string {
  return desk.scopes.has("tasks:read") ? office.at.case(process) : office.at.ledger(process);
}
