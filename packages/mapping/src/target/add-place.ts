import type { Mapping, TargetField } from "@guildhall/contract";
import { plainPath, type WrittenRow, writtenRows } from "../drift/written.ts";

/** Where a row for a field goes. */
export interface AddPlace {
  /** The list of rows, as a JSON pointer into the mapping. */
  readonly list: string;
  /** The place of the row that it follows; -1 where it is the first. */
  readonly after: number;
  /** What the row names, seen from that list. */
  readonly target: string;
  /** The group, checkboxes or files for which the rows around it repeat. */
  readonly each?: string;
}

/** The names of a shape, behind which the prefixes of a mapping may be others. */
type Namespaces = Readonly<Record<string, string>>;

/** Finds for fields of a target where rows for them go, so that the document keeps the receiver's order. */
export class AddPlaces {
  readonly #order: ReadonlyMap<string, number>;
  readonly #rows: readonly WrittenRow[];
  readonly #blocks: readonly WrittenRow[];
  readonly #prefixes: (name: string) => string;

  constructor(fields: readonly TargetField[], mapping: Mapping, namespaces: Namespaces = {}) {
    this.#order = new Map(fields.map(({ target }, at) => [plainPath(target), at]));
    this.#rows = writtenRows(mapping);
    this.#blocks = this.#rows.filter(({ row }) => row.rows !== undefined || row.each);
    this.#prefixes = translator(namespaces, mapping.namespaces ?? {});
  }

  of(target: string): AddPlace {
    const path = plainPath(target);
    const around = this.#blocks
      .filter((block) => path.startsWith(`${block.path}/`))
      .toSorted((one, other) => other.path.length - one.path.length)[0];
    const list = `${around?.place.pointer ?? ""}/rows`;
    const depth = around ? around.path.split("/").length : 0;
    const each = around?.row.each;
    return {
      list,
      after: this.#lastBefore(list, path),
      target: target.split("/").slice(depth).map(this.#prefixes).join("/"),
      ...(each === undefined ? {} : { each }),
    };
  }

  /** The last row of the list that writes to something which comes before the path. */
  #lastBefore(list: string, path: string): number {
    const own = this.#order.get(path) ?? Number.POSITIVE_INFINITY;
    const before = this.#rows.filter(({ place, path: other }) => {
      const isInList = place.pointer.slice(0, place.pointer.lastIndexOf("/")) === list;
      return isInList && (this.#order.get(other) ?? own) < own;
    });
    return Number(before.at(-1)?.place.pointer.split("/").at(-1) ?? -1);
  }
}

/** Write a name of the shape with the prefix that the mapping has for the same namespace. */
function translator(theirs: Namespaces, ours: Namespaces): (name: string) => string {
  const prefixes = new Map(Object.entries(ours).map(([prefix, uri]) => [uri, prefix]));
  return (name) => {
    const [, mark = "", prefix, local = ""] = /^(@?)(?:([^:]+):)?(.*)$/.exec(name) ?? [];
    const uri = theirs[prefix ?? ""];
    // An attribute without a prefix has no namespace, whatever the default one is.
    if (uri === undefined || (mark === "@" && prefix === undefined)) return name;
    const own = prefixes.get(uri) ?? prefix ?? "";
    return own === "" ? `${mark}${local}` : `${mark}${own}:${local}`;
  };
}
