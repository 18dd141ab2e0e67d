import type { Language, TrackedDestination, Tracking } from "@guildhall/contract";
import type { DestinationRow, EventRow } from "@guildhall/store";
import { awaitingScan } from "../delivery/await-scan.ts";
import { instant } from "./present.ts";
import { trackWords } from "./track-words.ts";

const timeZone = "Europe/London";
const londonTime = new Intl.DateTimeFormat("en-GB", {
  timeZone,
  hour: "2-digit",
  minute: "2-digit",
});
const londonDay: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  en: new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "long" }),
  cy: new Intl.DateTimeFormat("cy-GB", { timeZone, dateStyle: "long" }),
};

/** For whom it is said. */
export interface Reader {
  readonly names: ReadonlyMap<string, string>;
  readonly complete: boolean;
  readonly language: Language;
}

/** What its service goes on without was passed to nobody, and nobody looks at it. */
export function withoutLetGo(
  deliveries: readonly DestinationRow[],
  events: readonly EventRow[],
): DestinationRow[] {
  const letGo = new Set(
    events
      .filter(({ type, data }) => type === "delivery.handled" && JSON.parse(data).letGo === true)
      .map(({ subject }) => subject),
  );
  return deliveries.filter(({ id }) => !letGo.has(id));
}

/** Where the report truly is, in a sentence that a citizen can rely on. */
export function truthOf(
  deliveries: readonly DestinationRow[],
  { names, complete, language }: Reader,
): Tracking["delivery"] {
  const words = trackWords[language];
  if (deliveries.some(isStuck)) return { state: "in-hand", text: words.inHand };
  const waiting = deliveries.find(({ state }) => state !== "accepted" && state !== "handled");
  if (waiting?.lastCode === awaitingScan) return { state: "received", text: words.checkingFiles };
  if (waiting && hasFailed(waiting)) return { state: "delayed", text: words.delayed };
  const last = deliveries.at(-1);
  if (waiting || !last || last.settledAt === null)
    return { state: "received", text: words.received };
  const name = names.get(last.destination) ?? words.team;
  const passed = {
    name,
    time: londonTime.format(last.settledAt),
    day: londonDay[language].format(last.settledAt),
  };
  const text =
    complete && last.reference !== null
      ? words.passedOnAs(passed, last.reference)
      : words.passedOn(passed);
  return { state: "passed-on", text };
}

/** How each place stands that a process goes to; what the other side calls it is for its citizen alone. */
export function destinationsOf(
  deliveries: readonly DestinationRow[],
  { names, complete, language }: Reader,
): TrackedDestination[] {
  const words = trackWords[language];
  return deliveries.map((row) => {
    const state = stateOf(row);
    const text = row.lastCode === awaitingScan ? words.places.checking : words.places[state];
    return {
      name: names.get(row.destination) ?? words.team,
      state,
      text,
      ...(state === "passed-on" && row.settledAt !== null && { at: instant(row.settledAt) }),
      ...(complete && row.reference !== null && { reference: row.reference }),
    };
  });
}

function stateOf(row: DestinationRow): TrackedDestination["state"] {
  if (row.state === "accepted") return "passed-on";
  if (row.state === "handled") return "passed-on";
  if (isStuck(row)) return "in-hand";
  return hasFailed(row) && row.lastCode !== awaitingScan ? "delayed" : "waiting";
}

function isStuck({ state }: DestinationRow): boolean {
  return state === "held" || state === "refused" || state === "dead";
}

/** A row that is handed over counts the attempt that may be under way. */
function hasFailed({ attempts, state }: DestinationRow): boolean {
  return attempts > (state === "queued" ? 1 : 0);
}
