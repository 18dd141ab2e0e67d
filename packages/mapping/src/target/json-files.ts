import { parseText, refuseTooLarge, type TextFile } from "./parse-text.ts";
import { refuse } from "./refused.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

/** A part of a description, and the file that it stands in: references within it begin there. */
export interface Part {
  readonly file: string;
  readonly value: unknown;
}

/** The files of a description, by their names and by the ids that they give themselves. */
export class JsonFiles {
  readonly #files: ReadonlyMap<string, unknown>;
  readonly #named: ReadonlyMap<string, string>;
  /** What was followed already: the same part each time, so that one which holds itself is known again. */
  readonly #followed = new Map<unknown, Part>();
  #steps = 0;
  /** How many references are being followed, each from beside another. */
  #hops = 0;

  /** @throws ShapeRefused */
  constructor(files: readonly TextFile[]) {
    refuseTooLarge(files);
    this.#files = new Map(files.map((file) => [file.name, parseText(file)]));
    this.#named = new Map(
      [...this.#files].flatMap(([name, value]) => {
        const { $id, id } = asObject(value);
        const own = [$id, id].filter((one) => typeof one === "string");
        return own.map((one) => [one.replace(/#$/, ""), name] as const);
      }),
    );
  }

  get parts(): readonly Part[] {
    return [...this.#files].map(([file, value]) => ({ file, value }));
  }

  /**
   * Follow references until something is there that is none.
   *
   * @throws ShapeRefused where one leads out of the files, nowhere, or round and round
   */
  follow(part: Part): Part {
    this.#steps += 1;
    if (this.#steps > mostSteps)
      refuse("Its parts refer to one another more often than can be read.");
    const isReference = typeof asObject(part.value).$ref === "string";
    if (!isReference) return part;
    const known = this.#followed.get(part.value);
    if (known) return known;
    const found = this.#followedFrom(part);
    this.#followed.set(part.value, found);
    return found;
  }

  /** What a reference with something beside it leads to, which may be such a one again. */
  #hop(next: Part): unknown {
    this.#hops += 1;
    if (this.#hops > mostHops) refuse("A reference leads back to itself.", next.file);
    const { value } = this.follow(next);
    this.#hops -= 1;
    return value;
  }

  #followedFrom(part: Part): Part {
    let current = part;
    for (let steps = 0; steps < 32; steps += 1) {
      const { $ref } = asObject(current.value);
      if (typeof $ref !== "string") return current;
      const next = this.#at(current.file, $ref);
      const { $ref: _, ...beside } = asObject(current.value);
      // From 2019-09 on, what stands beside a reference holds as well.
      const isMore = Object.keys(beside).some((key) => !wordsOnly.has(key));
      if (isMore) return { file: next.file, value: laidOver(this.#hop(next), beside) };
      current = next;
    }
    return refuse("A reference leads back to itself.", part.file);
  }

  #at(from: string, reference: string): Part {
    const [address = "", pointer = ""] = reference.split("#");
    const file = address === "" ? from : this.#fileOf(from, address);
    const said = reference.slice(0, 200);
    if (file === undefined)
      return refuse(`It asks for ${said}, which is not among the files.`, from);
    const whole = this.#files.get(file);
    const value =
      pointer.startsWith("/") || pointer === "" ? at(whole, pointer) : anchor(whole, pointer);
    if (value === undefined) return refuse(`It asks for ${said}, where nothing is.`, from);
    return { file, value };
  }

  #fileOf(from: string, address: string): string | undefined {
    const folder = from.split("/").slice(0, -1);
    const steps = [...folder, ...address.split("/")];
    const path: string[] = [];
    for (const step of steps) {
      if (step === "..") path.pop();
      else if (step !== ".") path.push(step);
    }
    const likely = [path.join("/"), address, address.split("/").at(-1) ?? ""];
    return likely.find((name) => this.#files.has(name)) ?? this.#byId(address);
  }

  #byId(address: string): string | undefined {
    const ids = [...this.#named.keys()];
    const id = ids.find((one) => one === address || one.endsWith(`/${address}`));
    return id === undefined ? undefined : this.#named.get(id);
  }
}

/** A description of ten thousand fields takes some hundred thousand. */
const mostSteps = 1_000_000;

const mostHops = 200;

/** What stands beside a reference and changes nothing that is read here. */
const wordsOnly: ReadonlySet<string> = new Set(
  `summary $comment example examples $defs definitions $schema $id title description readOnly writeOnly
   deprecated default nullable`.split(/\s+/),
);

/** All that is read of a description by the names of its words, of schemas and of operations. */
const readWords =
  `type format enum const title description readOnly contentEncoding properties required items
   allOf oneOf anyOf minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength pattern
   post put patch operationId requestBody content schema`.split(/\s+/);

/**
 * Give what several objects say together, the last one counting most.
 *
 * No more than the words that are read are taken over: an object with a thousand others in it may be referred to from
 * everywhere.
 */
export function laidOver(...objects: readonly unknown[]): JsonObject {
  const all: Record<string, unknown> = {};
  for (const object of objects) {
    for (const word of readWords) {
      const value = own(object, word);
      if (value !== undefined) all[word] = value;
    }
  }
  return all;
}

/** What a value has, where it is an object. */
export function asObject(value: unknown): JsonObject {
  const isObject = value !== null && typeof value === "object" && !Array.isArray(value);
  return isObject ? (value as JsonObject) : {}; // Its values are unknown still.
}

/** A value's own property; nothing that every object has. */
export function own(value: unknown, name: string): unknown {
  const holder = value !== null && typeof value === "object" ? value : {};
  return Object.hasOwn(holder, name) ? (holder as JsonObject)[name] : undefined; // It was just seen to have it.
}

function at(whole: unknown, pointer: string): unknown {
  const steps = pointer.split("/").slice(1);
  return steps.reduce<unknown>((value, step) => own(value, nameIn(step)), whole);
}

function nameIn(step: string): string {
  const plain = step.replaceAll("~1", "/").replaceAll("~0", "~");
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

function anchor(whole: unknown, name: string): unknown {
  const groups = ["$defs", "definitions"].flatMap((group) =>
    Object.values(asObject(own(whole, group))),
  );
  return [whole, ...groups].find((one) => asObject(one).$anchor === name);
}
