import { Container } from "@guildhall/contract";
import type { Values } from "./case.ts";
import type { AlloySettings } from "./settings.ts";

type Mapped = AlloySettings["container"];
type Fact = string | boolean | Point;
interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Write what is known of a case in Alloy's attributes: what is not known is left as it is there. */
export function toAttributes(mapped: Mapped, container: Container): Record<string, unknown> {
  const values = Object.entries(mapped).map(([name, attribute]) => {
    return [attribute, written(factOf(container, name))] as const;
  });
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** Read what Alloy knows of a case. A value that is none of ours is left out, and so is one that nobody gave. */
export function toContainer(mapped: Mapped, values: Values): Container | undefined {
  let container: Container = {};
  for (const [name, attribute] of Object.entries(mapped)) {
    const read = Container.safeParse(nested(name, values.get(attribute)));
    if (read.success) container = merged(container, read.data);
  }
  return Object.keys(container).length > 0 ? container : undefined;
}

/** Whether Alloy's value is the one that would be written. */
export function isSame(held: unknown, value: unknown): boolean {
  return JSON.stringify(pointOf(held) ?? held) === JSON.stringify(pointOf(value) ?? value);
}

function factOf({ submitter, location, flags }: Container, name: string): Fact | undefined {
  const { lat, lon } = location ?? {};
  if (name === "location") return lat === undefined || lon === undefined ? undefined : { lat, lon };
  const [group = "", key = ""] = name.split(".");
  const facts: Record<string, unknown> = { submitter, location, flags }[group] ?? {};
  const fact = Object.hasOwn(facts, key) ? facts[key] : undefined;
  return typeof fact === "string" || typeof fact === "boolean" ? fact : undefined;
}

/** A point is written with its longitude first. */
function written(fact: Fact | undefined): unknown {
  if (typeof fact !== "object") return fact;
  return { type: "Point", coordinates: [fact.lon, fact.lat] };
}

/** The container that has this one fact. */
function nested(name: string, value: unknown): unknown {
  if (name === "location") return { location: pointOf(value) };
  const [group = "", key = ""] = name.split(".");
  if (group === "flags") return { flags: { [key]: value } };
  return typeof value === "string" && value !== "" ? { [group]: { [key]: value } } : undefined;
}

function pointOf(value: unknown): Point | undefined {
  if (typeof value !== "object" || value === null || !("coordinates" in value)) return undefined;
  const [lon, lat] = Array.isArray(value.coordinates) ? value.coordinates : [];
  return Number.isFinite(lon) && Number.isFinite(lat) ? { lat, lon } : undefined;
}

function merged(first: Container, second: Container): Container {
  const groups = { ...first, ...second };
  for (const group of ["submitter", "location", "flags"] as const) {
    if (first[group] && second[group]) {
      Object.assign(groups, { [group]: { ...first[group], ...second[group] } });
    }
  }
  return groups;
}
