import type { Connector, Operation, Outcome, Outgoing } from "@guildhall/contract";
import { orFault } from "../connector-fault.ts";
import { factsOf, readUpdate } from "../generic/follow-up.ts";
import { settled } from "../not-accepted.ts";
import { describeServices, nameServices } from "./describe.ts";
import {
  createEndpoint,
  type Endpoint,
  isSuccess,
  type Open311Options,
  readEntries,
  setbackOf,
} from "./endpoint.ts";
import { askAgain, knownId, readReceipt, writeReport } from "./report.ts";
import { seeRequests } from "./see-requests.ts";
import { seeUpdates } from "./see-updates.ts";

/**
 * Speak to one endpoint of Open311 GeoReport v2, and of FixMyStreet's extension where it has that.
 *
 * The protocol cannot be asked for a report by the sender's reference: a report whose answer was lost is sent again only
 * where the settings say that the endpoint recognises it.
 */
export function createOpen311(options: Open311Options): Connector {
  const { settings, deps } = options;
  const { takesNotes, changes, recognisesRepeats } = settings;
  const endpoint = createEndpoint(options);
  const see = changes === "updates" ? seeUpdates : seeRequests;
  return {
    does: new Set<Operation>(takesNotes ? ["create", "note"] : ["create"]),
    // An update is known by its id: to send it again adds nothing.
    canBeAsked: (does) => (does === "note" ? takesNotes : does === "create" && recognisesRepeats),
    send: (outgoing, signal) => settled(send(endpoint, options, outgoing, signal)),
    ...(changes !== "none" && {
      poll: (window, signal) => orFault(see(endpoint, window, { signal, now: deps.now() })),
    }),
    describe: (designs, signal) => orFault(describeServices(endpoint, designs, signal)),
    designs: (signal) => orFault(nameServices(endpoint, signal)),
  };
}

async function send(
  endpoint: Endpoint,
  options: Open311Options,
  outgoing: Outgoing,
  signal: AbortSignal,
): Promise<Outcome> {
  const headers = { ...outgoing.headers, "idempotency-key": outgoing.key };
  if (outgoing.does === "create") {
    const { deps } = options;
    const known = await askAgain(endpoint, outgoing, { deps, signal });
    if (known) return known;
    const fields = writeReport(outgoing, options.settings);
    const answer = await endpoint.post("requests", fields, headers, signal);
    return readReceipt(endpoint, answer, options, signal);
  }
  if (outgoing.does === "note" && options.settings.takesNotes)
    return sendNote(endpoint, options, { outgoing, headers }, signal);
  return { outcome: "refused", code: "operation-not-supported" };
}

async function sendNote(
  endpoint: Endpoint,
  { settings, deps }: Open311Options,
  { outgoing, headers }: { outgoing: Outgoing; headers: Readonly<Record<string, string>> },
  signal: AbortSignal,
): Promise<Outcome> {
  const facts = factsOf(readUpdate(outgoing), { format: "seconds", zone: "utc" });
  const { theirReference = "" } = outgoing;
  const id = await knownId(endpoint, theirReference, signal);
  const fields = {
    service_request_id: id,
    update_id: facts["note.id"],
    status: settings.noteStatus,
    updated_datetime: facts["note.at"],
    description: facts["note.text"],
    first_name: facts["note.author"],
  };
  const written = Object.entries(fields).map(
    ([name, value]) => [name, String(value ?? "")] as const,
  );
  const answer = await endpoint.post("servicerequestupdates", written, headers, signal);
  if (!isSuccess(answer)) return setbackOf(answer, deps.now());
  const received = readEntries(answer, "request_update", (entry) => entry.text("update_id"));
  if (received === undefined) return { outcome: "ambiguous", code: "bad-answer" };
  return { outcome: "accepted", reference: theirReference };
}
