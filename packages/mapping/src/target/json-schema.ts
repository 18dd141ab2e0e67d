import type { TargetField } from "@guildhall/contract";
import { titleOf } from "@guildhall/xml";
import { refuseLong } from "./bounds.ts";
import { asObject, type JsonFiles, type JsonObject, laidOver, type Part } from "./json-files.ts";
import { isPoint, typesOf, valueOfSchema } from "./json-value.ts";
import { refuse } from "./refused.ts";

/** How many fields a shape may have; one with more is entered less deep. */
export const mostFields = 20_000;
const depths = [64, 6] as const;
/** Alternatives within alternatives; no description that a person wrote has as many. */
const mostEntered = 100_000;
const mostWithin = 200;

class TooManyFields extends Error {}

/** Where in a document a schema stands. */
interface At {
  readonly path: string;
  readonly isRequired: boolean;
  readonly repeats: boolean;
  readonly choice?: { readonly name: string; readonly branch: number } | undefined;
  /** The schemas that it lies within, as they stand in the files. */
  readonly within: readonly unknown[];
}

/**
 * List the fields of documents that a JSON Schema describes, in the order in which it says them.
 *
 * @throws ShapeRefused
 */
export function fieldsOfSchema(files: JsonFiles, schema: Part): TargetField[] {
  for (const depth of depths) {
    const walk = new SchemaWalk(files, depth);
    try {
      walk.enter(schema);
      return walk.fields;
    } catch (error) {
      if (!(error instanceof TooManyFields)) throw error;
    }
  }
  const most = mostFields.toLocaleString("en-GB");
  return refuse(
    `It has more than ${most} places to fill, which is more than can be mapped by hand.`,
    schema.file,
  );
}

class SchemaWalk {
  readonly #files: JsonFiles;
  readonly #depth: number;
  readonly #fields = new Map<string, TargetField>();
  readonly #choices = new Map<string, number>();
  readonly #required = new Map<readonly unknown[], ReadonlySet<unknown>>();
  readonly #laidOver = new Map<unknown, JsonObject>();
  #entered = 0;

  constructor(files: JsonFiles, depth: number) {
    this.#files = files;
    this.#depth = depth;
  }

  get fields(): TargetField[] {
    return [...this.#fields.values()];
  }

  /** Everything within a document. */
  enter(part: Part): void {
    this.#properties(part, { path: "", isRequired: true, repeats: false, within: [] });
  }

  #add(field: TargetField): boolean {
    if (this.#fields.has(field.target)) return false;
    if (this.#fields.size >= mostFields) throw new TooManyFields();
    this.#fields.set(field.target, field);
    return true;
  }

  /** The properties of an object, those that it has from others and those of its alternatives. */
  #properties(given: Part, at: At): void {
    const part = this.#files.follow(given);
    this.#entered += 1;
    if (this.#entered > mostEntered || at.within.length > mostWithin)
      refuse("Its parts refer to one another more often than can be read.", part.file);
    const inner = { ...at, within: [...at.within, part.value] };
    const required = this.#requiredBy(part);
    for (const { file, value } of this.#partsOf(part, ["allOf"])) {
      const { properties, oneOf, anyOf } = asObject(value);
      for (const [name, one] of Object.entries(asObject(properties))) {
        const isRequired = at.isRequired && required.has(name);
        this.#property(name, { file, value: one }, { ...inner, isRequired });
      }
      this.#alternatives({ file, value: oneOf }, inner, true);
      this.#alternatives({ file, value: anyOf }, inner, false);
    }
  }

  /** What a schema requires, whichever of its parts says so. */
  #requiredBy(part: Part): ReadonlySet<unknown> {
    const [first = [], ...others] = this.#partsOf(part, ["allOf"])
      .map(({ value }) => list(asObject(value).required))
      .filter((names) => names.length > 0);
    if (others.length > 0) return new Set([first, ...others].flat());
    const known = this.#required.get(first) ?? new Set(first);
    this.#required.set(first, known);
    return known;
  }

  /** A schema and all that it is made of, each once, what it is made of first. */
  #partsOf(part: Part, by: readonly ("allOf" | "oneOf" | "anyOf")[]): readonly Part[] {
    const seen = new Set<unknown>();
    const look = (one: Part): readonly Part[] => {
      const followed = this.#files.follow(one);
      if (seen.has(followed.value)) return [];
      seen.add(followed.value);
      const schema = asObject(followed.value);
      const inner = by.flatMap((word) => list(schema[word]));
      return [...inner.flatMap((value) => look({ ...followed, value })), followed];
    };
    return look(part);
  }

  /** Of `oneOf` one alternative is there, and what it requires is required then; of `anyOf` nothing is known to be. */
  #alternatives({ file, value }: Part, at: At, isChoice: boolean): void {
    const all = list(value).map((one) => this.#files.follow({ file, value: one }));
    const possible = all.filter((one) => asObject(one.value).type !== "null");
    const isAlone = possible.length === 1;
    const outer = at.choice ? `${at.choice.name}.${at.choice.branch}` : at.path;
    const count = (this.#choices.get(outer) ?? 0) + 1;
    if (possible.length > 1 && isChoice) this.#choices.set(outer, count);
    possible.forEach((one, index) => {
      const choice = { name: `${outer}#${count}`, branch: index + 1 };
      const isRequired = at.isRequired && (isAlone || isChoice);
      this.#properties(one, { ...at, isRequired, ...(!isAlone && isChoice && { choice }) });
    });
  }

  #property(name: string, given: Part, at: At): void {
    if (!isName(name)) return;
    const { part, isList } = this.#unwrapped(given);
    const schema = asObject(part.value);
    if (isReadOnly(given, part)) return;
    const path = at.path === "" ? name : `${at.path}/${name}`;
    refuseLong(path);
    const holds = !isPoint(schema) && this.#holds(part);
    const isCut = holds && this.#isEnough(part, { ...at, path });
    const isNew = this.#add({
      target: path,
      ...wordsOf(name, asObject(given.value), schema),
      ...(holds ? { type: "group" as const } : valueOfSchema(schema)),
      required: at.isRequired,
      repeats: isList,
      ...(at.choice && { choice: at.choice.name, branch: at.choice.branch }),
      ...(isCut && { isCut }),
    });
    if (isNew && holds && !isCut)
      this.#properties(part, { path, isRequired: true, repeats: false, within: at.within });
  }

  /** Whether an object is entered no deeper: it holds itself, or lies too deep. */
  #isEnough({ value }: Part, { within, path }: At): boolean {
    return within.includes(value) || path.split("/").length >= this.#depth;
  }

  /** The schema of a value, or of a list's items; of what may be null, the other. */
  #unwrapped(given: Part): { readonly part: Part; readonly isList: boolean } {
    const followed = this.#files.follow(given);
    const part = this.#merged(this.#unlessNull(followed));
    const { items } = asObject(part.value);
    if (
      !typesOf(asObject(part.value)).includes("array") ||
      items === undefined ||
      Array.isArray(items)
    )
      return { part, isList: false };
    return { part: this.#merged(this.#files.follow({ ...part, value: items })), isList: true };
  }

  #unlessNull(part: Part): Part {
    const schema = asObject(part.value);
    for (const alternatives of [schema.oneOf, schema.anyOf]) {
      const others = list(alternatives).filter((one) => asObject(one).type !== "null");
      const [value] = others;
      if (others.length === 1 && value !== undefined) return this.#files.follow({ ...part, value });
    }
    return part;
  }

  /** A value that is said by several schemas together keeps to all of them; an object is entered part by part. */
  #merged(part: Part): Part {
    const schema = asObject(part.value);
    const parts = list(schema.allOf);
    if (parts.length === 0 || this.#holds(part)) return part;
    const known = this.#laidOver.get(part.value);
    if (known) return { ...part, value: known };
    const all = parts.map((value) => this.#files.follow({ ...part, value }).value);
    const merged = laidOver(...all, schema);
    this.#laidOver.set(part.value, merged);
    return { ...part, value: merged };
  }

  /** Whether a value has places of its own to fill. */
  #holds(part: Part): boolean {
    return this.#partsOf(part, ["allOf", "oneOf", "anyOf"]).some(({ value }) =>
      hasAny(asObject(asObject(value).properties)),
    );
  }
}

function hasAny(object: JsonObject): boolean {
  for (const name in object) if (Object.hasOwn(object, name)) return true;
  return false;
}

/** A mapping's targets are apart by slashes. */
function isName(name: string): boolean {
  return name !== "" && !name.includes("/") && name !== "__proto__";
}

/** What a receiver only tells is not sent to it. */
function isReadOnly(...parts: readonly Part[]): boolean {
  return parts.some(({ value }) => asObject(value).readOnly === true);
}

function wordsOf(name: string, given: JsonObject, schema: JsonObject) {
  const said = (key: string) =>
    [given[key], schema[key]].find((one) => typeof one === "string" && one.trim() !== "");
  const [title, text] = [said("title"), said("description")];
  return {
    title: typeof title === "string" ? title.slice(0, 200) : titleOf(name),
    ...(typeof text === "string" && {
      text: text.slice(0, 6000).replace(/\s+/g, " ").trim().slice(0, 600),
    }),
  };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
