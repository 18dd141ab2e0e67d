import type { ConnectorDefinition, Design, DesignField, Mapping, Row } from "@guildhall/contract";
import { plainName } from "./written.ts";

/** The row of a mapping that says which design its document is of, by the kind of back office. */
const namedBy: Partial<Record<ConnectorDefinition["kind"], string>> = {
  alloy: "design",
  open311: "service_code",
};

/** The target that names the design, and so is no field of it. */
export function namingTarget(kind: ConnectorDefinition["kind"]): string | undefined {
  return namedBy[kind];
}

/** The designs that a mapping's documents may be of, by what the back office calls them. */
export function designsOf(kind: ConnectorDefinition["kind"], mapping: Mapping): readonly string[] {
  const target = namedBy[kind];
  if (target !== undefined) return namedIn(mapping.rows.filter((row) => row.target === target));
  if (mapping.format === "xml") return mapping.root === undefined ? [] : [plainName(mapping.root)];
  return [mapping.operation];
}

function namedIn(rows: readonly Row[]): string[] {
  const names = rows.flatMap(({ from, change }) => {
    const constant = from && "value" in from && !change ? [from.value] : [];
    const listed = (change ?? []).flatMap((one) =>
      typeof one === "object" && "list" in one
        ? [...Object.values(one.list), ...(one.otherwise === undefined ? [] : [one.otherwise])]
        : [],
    );
    return [...constant, ...listed];
  });
  return [...new Set(names.filter((name) => typeof name === "string"))];
}

/** Fields that a design groups under names which are no fields themselves, so that one empty group says nothing. */
const groups: ReadonlySet<string> = new Set(["attributes", "links"]);

/** Where a connector stops reading: what a longer design lacks is not known. */
const mostTold = 500;

/** A design's fields by their targets, and where it is known what else there may not be. */
export class Shape {
  readonly fields: ReadonlyMap<string, DesignField>;
  readonly #closed: ReadonlySet<string>;

  constructor({ fields }: Design) {
    this.fields = new Map(fields.map((field) => [field.target, field]));
    const isWhole = fields.length < mostTold;
    this.#closed = new Set(isWhole ? fields.map(({ target }) => groupOf(target)) : []);
  }

  /** Whether the design says that there is no such place. Below a field whose inside it does not tell, anything may be. */
  lacks(path: string): boolean {
    return !this.fields.has(path) && !this.#isOuter(path) && this.#closed.has(groupOf(path));
  }

  #isOuter(path: string): boolean {
    return [...this.fields.keys()].some((target) => target.startsWith(`${path}/`));
  }
}

function groupOf(target: string): string {
  const outer = outerOf(target);
  return groups.has(outer) ? "attributes" : outer;
}

export function outerOf(target: string): string {
  return target.slice(0, Math.max(target.lastIndexOf("/"), 0));
}
