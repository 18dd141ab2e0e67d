import { createHash } from "node:crypto";
import type { Change } from "@guildhall/contract";
import { ConnectorFault } from "../connector-fault.ts";
import { readMoment } from "../generic/moments.ts";
import { type Endpoint, type Entry, isSuccess, readEntries, setbackOf } from "./endpoint.ts";
import { codeOf, inSeconds } from "./see-updates.ts";

interface Look {
  readonly signal: AbortSignal;
  readonly now: Date;
}

/** What an endpoint gives at most at once, and how far back it is asked. */
const most = { rows: 1000, days: 90 };
const dayMs = 86_400_000;
/** A span that still holds too many requests to be told apart. */
const shortestMs = 1000;

/**
 * See which requests of the last 90 days have changed in a window.
 *
 * The list can be cut down only by when requests were made, not by when they changed: so all of the last 90 days are
 * asked for, a span that may have been cut off in halves, and each is kept that changed in the window or does not say.
 *
 * @throws NotAccepted, ConnectorFault
 */
export async function seeRequests(
  endpoint: Endpoint,
  { from, to }: { from: Date; to: Date },
  look: Look,
): Promise<readonly Change[]> {
  const start = new Date(to.getTime() - most.days * dayMs);
  const seen = await askSpan(endpoint, { from: start, to }, look);
  return seen.flatMap((entry) => {
    const isOld = entry.at !== undefined && (entry.at < from || entry.at > to);
    return isOld ? [] : [{ ...entry, at: entry.at ?? to }];
  });
}

type Seen = Omit<Change, "at"> & { readonly at: Date | undefined };

async function askSpan(
  endpoint: Endpoint,
  { from, to }: { from: Date; to: Date },
  look: Look,
): Promise<readonly Seen[]> {
  const query = [
    ["start_date", inSeconds(from)],
    ["end_date", inSeconds(to)],
  ] as const;
  const answer = await endpoint.get("requests", query, look.signal);
  if (!isSuccess(answer)) throw new ConnectorFault(codeOf(setbackOf(answer, look.now)));
  const seen = readEntries(answer, "request", toSeen);
  if (!seen) throw new ConnectorFault("bad-answer");
  if (seen.length < most.rows) return seen.flat();
  const middle = new Date((from.getTime() + to.getTime()) / 2);
  if (to.getTime() - from.getTime() < 2 * shortestMs) throw new ConnectorFault("list-too-long");
  const earlier = await askSpan(endpoint, { from, to: middle }, look);
  return [...earlier, ...(await askSpan(endpoint, { from: middle, to }, look))];
}

/** What the notes say is a part of the key, for a request may be told anew in the same state. */
function toSeen(entry: Entry): Seen[] {
  const reference = entry.text("service_request_id");
  const status = entry.text("status")?.toLowerCase();
  if (!reference || !status) return [];
  const words = entry.text("status_notes");
  const moment = entry.text("updated_datetime");
  const key = createHash("sha256")
    .update(JSON.stringify([status, words, moment]))
    .digest("hex");
  const note = words && { key: key.slice(0, 16), text: words, visibleToCitizen: false };
  const at = readMoment(moment, { format: "seconds", zone: "utc" });
  const said = { reference, status, ...(note && { notes: [note] }), at };
  return [{ changeKey: `${reference}_${key.slice(0, 16)}`, ...said }];
}
