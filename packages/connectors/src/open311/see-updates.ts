import type { Change } from "@guildhall/contract";
import { ConnectorFault } from "../connector-fault.ts";
import { readMoment } from "../generic/moments.ts";
import { type Endpoint, type Entry, isSuccess, readEntries, setbackOf } from "./endpoint.ts";

interface Look {
  readonly signal: AbortSignal;
  readonly now: Date;
}

/**
 * See the updates of a window, by FixMyStreet's extension. An update is known by its id, which says nothing where only
 * its words changed.
 *
 * @throws NotAccepted, ConnectorFault
 */
export async function seeUpdates(
  endpoint: Endpoint,
  { from, to }: { from: Date; to: Date },
  { signal, now }: Look,
): Promise<readonly Change[]> {
  const query = [
    ["start_date", inSeconds(from)],
    ["end_date", inSeconds(to)],
  ] as const;
  const answer = await endpoint.get("servicerequestupdates", query, signal);
  if (!isSuccess(answer)) throw new ConnectorFault(codeOf(setbackOf(answer, now)));
  const changes = readEntries(answer, "request_update", (entry) => toChange(entry, to));
  if (!changes) throw new ConnectorFault("bad-answer");
  return changes.flat();
}

export function inSeconds(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}

export function codeOf({ outcome, code }: { outcome: string; code: string }): string {
  return outcome === "refused" ? "list-refused" : code;
}

/** `unchanged` is no status: such an update is a note alone. */
function toChange(entry: Entry, to: Date): Change[] {
  const reference = entry.text("service_request_id");
  const key = entry.text("update_id");
  if (!reference || !key) return [];
  const state = entry.text("status")?.toLowerCase();
  const external = entry.text("external_status_code");
  const status = [state === "unchanged" ? undefined : state, external].filter(Boolean).join("/");
  const text = entry.text("description");
  const notes = text ? [{ key, text, visibleToCitizen: true }] : [];
  if (status === "" && notes.length === 0) return [];
  const at = readMoment(entry.text("updated_datetime"), { format: "seconds", zone: "utc" }) ?? to;
  const said = { ...(status !== "" && { status }), ...(notes.length > 0 && { notes }) };
  return [{ reference, changeKey: key, ...said, at }];
}
