import type { Page } from "@guildhall/contract";
import type { Fields } from "@guildhall/forms";
import { buttons, type FieldFault, type PlaceView } from "@guildhall/question-view";
import type { Council } from "../environment.ts";
import type { OutsidePlace } from "./outside-place.ts";
import { type Place, type Step, stepOf } from "./step.ts";

/** What became of the places of a page that was sent. */
export interface SettledPlaces {
  /** What was typed, with what was looked up. */
  readonly fields: Fields;
  readonly views: ReadonlyMap<string, PlaceView>;
  readonly faults: readonly FieldFault[];
  readonly outside: OutsidePlace | undefined;
}

/** A page has few places; more look-ups than these nobody means. */
const mostLookUps = 10;

/**
 * Take each place of a page a step on: look up what was searched for, and fill in what was chosen.
 *
 * Where nothing is left to choose, no view is given, and the page can be checked like any other.
 */
export async function settlePlaces(
  council: Council,
  page: Page,
  fields: Fields,
): Promise<SettledPlaces> {
  const settled: Settling = {
    fields: new Map(fields),
    views: new Map(),
    faults: [],
    outside: undefined,
  };
  const [does = "", pressed = ""] = fields.get(buttons.place)?.[0]?.split(":", 2) ?? [];
  settled.fields.delete(buttons.place);
  for (const place of placesOn(page, fields).slice(0, mostLookUps)) {
    const own = pressed === place.name ? does : "";
    const step = await stepOf({ ...place, council, fields, does: own, isAlone: pressed === "" });
    take(settled, place, step);
  }
  return settled;
}

interface Settling {
  readonly fields: Map<string, readonly string[]>;
  readonly views: Map<string, PlaceView>;
  readonly faults: FieldFault[];
  outside: OutsidePlace | undefined;
}

function take(settled: Settling, { name }: Place, { set = {}, view, fault, outside }: Step): void {
  for (const [part, text] of Object.entries(set)) settled.fields.set(`${name}-${part}`, [text]);
  if (view) settled.views.set(name, view);
  if (fault) settled.faults.push(fault);
  settled.outside ??= outside;
}

/** The places that the page showed with a look-up; each says how far it has come. */
function placesOn(page: Page, fields: Fields): Place[] {
  return [...fields.keys()].flatMap((field) => {
    const name = /^([\w-]{1,200})-way$/.exec(field)?.[1];
    const question = name === undefined ? undefined : questionOf(page, name);
    return name !== undefined && question ? [{ name, question }] : [];
  });
}

function questionOf({ questions }: Page, name: string): Place["question"] | undefined {
  const [, list, item] = /^(\w+)-\d{1,2}-(\w+)$/.exec(name) ?? [];
  const group = questions.find(({ id }) => id === list);
  const found =
    group?.type === "group"
      ? group.questions.find(({ id }) => id === item)
      : questions.find(({ id }) => id === name);
  return found?.type === "address" || found?.type === "location" ? found : undefined;
}
