import type { Child } from "hono/jsx";

/** HTML attributes for the element that takes them. Their values are escaped. */
export type Attributes = Record<string, string | number | boolean | null | undefined>;

/** Props that may be left out, or given as undefined. */
export type Optional<T> = { [Key in keyof T]?: T[Key] | undefined };

export type Common = Optional<{ classes: string; attributes: Attributes }>;

/** Words or elements, with the classes and attributes of the element around them. */
export type Part<More = unknown> = Common & Optional<More> & { content?: Child };

/** A place in a component: plain words or elements, or a part that says more about them. */
export type Slot<More = unknown> = Child | Part<More>;

/** Read a slot as a part; undefined where nothing was given. */
export function partOf<More>(slot: Slot<More>): Part<More> | undefined {
  if (slot === undefined || slot === null || slot === false || slot === "") return undefined;
  return isPart(slot) ? slot : ({ content: slot } as Part<More>); // Every further prop is optional.
}

/** Join the class names that hold. */
export function join(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}

/** Leave out the entries that a list has only by condition. */
export function present<T>(items: readonly (T | Nothing)[] | undefined): T[] {
  return (items ?? []).filter((item): item is T => Boolean(item));
}

export type Nothing = false | "" | null | undefined;

function isPart<More>(slot: Slot<More>): slot is Part<More> {
  if (typeof slot !== "object" || slot === null || Array.isArray(slot)) return false;
  return Object.getPrototypeOf(slot) === Object.prototype;
}
