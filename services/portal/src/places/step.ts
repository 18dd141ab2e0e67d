import type { FoundAddress, FoundAddresses, Question } from "@guildhall/contract";
import type { Fields } from "@guildhall/forms";
import { type FieldFault, type PlaceView, partOf } from "@guildhall/question-view";
import { Refused } from "@guildhall/sdk";
import type { Council } from "../environment.ts";
import type { OutsidePlace } from "./outside-place.ts";

/** A question for an address or a location, as a page shows it. */
export interface Place {
  readonly name: string;
  readonly question: Pick<Question, "id" | "type"> & {
    outside?: "allowed" | "ask" | "refused" | undefined;
  };
}

interface Asking extends Place {
  readonly council: Council;
  readonly fields: Fields;
  /** The button that was pressed for this field. */
  readonly does: string;
  /** Whether the whole page was sent to go on. */
  readonly isAlone: boolean;
}

export interface Step {
  readonly set?: Readonly<Record<string, string>>;
  readonly view?: PlaceView;
  readonly fault?: FieldFault;
  readonly outside?: OutsidePlace | undefined;
}

/** Take a place a step on: what was looked up, chosen, or is to be typed. */
export async function stepOf(asking: Asking): Promise<Step> {
  const { does, fields, name, isAlone } = asking;
  const pressed = buttons.get(does);
  if (pressed) return pressed(asking);
  const way = partOf(fields, name, "way");
  if (way === "choose") return isAlone ? choose(asking) : find(asking);
  if (way !== "find" || !isAlone) return {};
  if (isPinned(asking)) return pin(asking);
  return isSearched(asking) ? find(asking) : {};
}

type Stepping = (asking: Asking) => Step | Promise<Step>;

/** What each button of a field does. */
const buttons: ReadonlyMap<string, Stepping> = new Map<string, Stepping>([
  ["find", find],
  ["anyway", goOnAnyway],
  ["hand", (asking) => byHand(asking)],
  ["again", () => ({ set: { ...unplaced, way: "find" }, view: { way: "find" } })],
]);

function isSearched({ fields, name }: Asking): boolean {
  return partOf(fields, name, "search") !== "";
}

function isPinned({ fields, name, question }: Asking): boolean {
  return question.type === "location" && partOf(fields, name, "latitude") !== "";
}

/** What is near to a pin is asked for, and if nobody can say, the pin stays where it is. */
async function pin(asking: Asking): Promise<Step> {
  const { council, fields, name } = asking;
  const point = {
    latitude: Number(partOf(fields, name, "latitude")),
    longitude: Number(partOf(fields, name, "longitude")),
  };
  try {
    const { location, nearest } = await council.api.place(point);
    if (nearest?.outside && nearest.council && !mayBeAnywhere(asking))
      return {
        outside: outsideOf(asking, nearest.council, council.words.places.near(nearest.text)),
      };
    const words = partOf(fields, name, "description") || nearest?.text || "";
    const { easting, northing } = location;
    return {
      set: {
        easting: String(easting),
        northing: String(northing),
        description: words,
        way: "chosen",
      },
    };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { set: { way: "chosen" } };
  }
}

/** What belongs to an address that was found, and not to one that is typed. */
const unplaced = { uprn: "", easting: "", northing: "", latitude: "", longitude: "", pick: "" };

function byHand({ fields, name }: Asking, trouble?: string): Step {
  const searched = partOf(fields, name, "search");
  const known = partOf(fields, name, "postcode");
  return {
    set: {
      ...unplaced,
      way: "hand",
      ...(known === "" && looksLikePostcode(searched) ? { postcode: searched } : {}),
    },
    view: { way: "hand", ...(trouble === undefined ? {} : { trouble }) },
  };
}

async function find(asking: Asking): Promise<Step> {
  const { fields, name } = asking;
  const search = partOf(fields, name, "search");
  const number = partOf(fields, name, "number").slice(0, 60);
  if (search.length < 3) return fault(asking, "search", asking.council.words.places.enter);
  const found = await lookUp(asking, {
    ...(looksLikePostcode(search) ? { postcode: search } : { text: search.slice(0, 100) }),
    ...(number === "" ? {} : { number }),
  });
  if (typeof found === "string") return troubled(asking, found);
  if (found.data.length === 0) return fault(asking, "search", asking.council.words.places.notFound);
  if (found.outside && !mayBeAnywhere(asking))
    return { outside: outsideOf(asking, found.outside, search) };
  return { set: { way: "choose" }, view: { way: "choose", found: found.data } };
}

async function choose(asking: Asking): Promise<Step> {
  const { fields, name } = asking;
  const pick = partOf(fields, name, "pick");
  if (pick === "none") return byHand(asking);
  const found = pick === "" ? undefined : await lookUp(asking, { uprn: pick });
  if (typeof found === "string") return troubled(asking, found);
  const [chosen] = found?.data ?? [];
  if (!chosen) {
    const listed = await find(asking);
    return "view" in listed
      ? { ...listed, ...fault(asking, "pick", asking.council.words.places.choosing, listed.view) }
      : listed;
  }
  if (chosen.outside && chosen.council && !mayBeAnywhere(asking))
    return { outside: outsideOf(asking, chosen.council, chosen.text) };
  return { set: { ...filled(asking, chosen), way: "chosen" } };
}

async function goOnAnyway(asking: Asking): Promise<Step> {
  if (asking.question.outside === "refused") return find(asking);
  const fields = new Map(asking.fields).set(`${asking.name}-anyway`, ["yes"]);
  const step = isPinned(asking) ? pin : partOf(fields, asking.name, "pick") === "" ? find : choose;
  const { set, view, ...others } = await step({ ...asking, fields });
  return { ...others, set: { ...set, anyway: "yes" }, view: view ?? { way: "chosen" } };
}

function mayBeAnywhere({ question, fields, name }: Asking): boolean {
  if (question.outside === "allowed") return true;
  return question.outside !== "refused" && partOf(fields, name, "anyway") === "yes";
}

function outsideOf(
  { name, question }: Asking,
  council: OutsidePlace["council"],
  text: string,
): OutsidePlace {
  return { name, council, text, mayGoOn: question.outside !== "refused" };
}

/** An address fills in its lines, a location where it lies. */
function filled({ question }: Asking, { address, location, text }: FoundAddress) {
  const { line1, line2 = "", town, postcode = "", uprn = "", easting, northing } = address;
  const grid = { uprn, easting: String(easting ?? ""), northing: String(northing ?? "") };
  if (question.type === "address") return { line1, line2, town, postcode, ...grid };
  const { latitude = "", longitude = "" } = location ?? {};
  const degrees = { latitude: String(latitude), longitude: String(longitude) };
  return { ...grid, ...degrees, postcode, description: text };
}

type Wanted = Parameters<Council["api"]["addresses"]>[0];

/** What was found, or the sentence that says why nothing could be. */
async function lookUp(
  { council, question }: Asking,
  wanted: Wanted,
): Promise<FoundAddresses | string> {
  try {
    return await council.api.addresses(wanted);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { places } = council.words;
    if (error.status === 422) return places.badPostcode;
    return question.type === "address" ? places.unavailable : places.unavailablePlace;
  }
}

function troubled(asking: Asking, sentence: string): Step {
  if (sentence === asking.council.words.places.badPostcode)
    return fault(asking, "search", sentence);
  return byHand(asking, sentence);
}

function fault({ name }: Asking, part: string, sentence: string, view?: PlaceView): Step {
  const field = `${name}-${part}`;
  return {
    view: view ?? { way: "find" },
    fault: { field, sentence, target: field, parts: [] },
    ...(view ? {} : { set: { way: "find" } }),
  };
}

function looksLikePostcode(text: string): boolean {
  return /^[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}$/i.test(text);
}
