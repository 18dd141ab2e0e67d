import type {
  Code,
  ConnectorDefinition,
  Design,
  DesignField,
  DriftedRow,
  DriftFinding,
  Mapping,
} from "@guildhall/contract";
import { likeliest } from "./likeness.ts";
import { designsOf, namingTarget, outerOf, Shape } from "./shape.ts";
import { type Trouble, together } from "./trouble.ts";
import { lookedUpIn, valuesOf, type Written, type WrittenRow, writtenRows } from "./written.ts";

/** A mapping of a live service that goes to the back office in question. */
export interface Need extends Written {
  readonly service: string;
  readonly serviceTitle: string;
  readonly version: number;
}

/** How a back office was when everything fitted it last, and the versions that fitted. */
export interface Baseline {
  readonly designs: readonly Design[];
  readonly versions: Readonly<Record<string, number>>;
}

/** A back office as it is now. What it does not tell is left out, and is not judged. */
export interface LiveOffice {
  readonly kind: ConnectorDefinition["kind"];
  readonly designs?: readonly Design[] | undefined;
  readonly codes?: ReadonlyMap<string, readonly Code[]> | undefined;
  /** Targets that the connector itself writes. */
  readonly ours?: readonly string[] | undefined;
}

/** Name the designs that mappings need. */
export function neededDesigns(kind: LiveOffice["kind"], mappings: readonly Mapping[]): string[] {
  return [...new Set(mappings.flatMap((mapping) => designsOf(kind, mapping)))];
}

/**
 * Compare what mappings need with a back office as it is now, and say what would fail.
 *
 * A baseline, which is how it was when all was well, tells what a field was called, which was not required then and
 * what type each had; without one these cannot be known. A service that was published since is taken to be meant so.
 */
export function findDrift(
  needs: readonly Need[],
  live: LiveOffice,
  baseline?: Baseline,
): DriftFinding[] {
  const troubles = needs.flatMap((need) => [
    ...designTroubles(need, live, baseline),
    ...codeTroubles(need, live),
  ]);
  return together(troubles);
}

function designTroubles(need: Need, live: LiveOffice, baseline: Baseline | undefined): Trouble[] {
  if (!live.designs) return [];
  const designs = new Map(live.designs.map((design) => [design.id, design]));
  const before = new Map(baseline?.designs.map((design) => [design.id, design]));
  return designsOf(live.kind, need.mapping).flatMap((id) => {
    const [design, old] = [designs.get(id), before.get(id)];
    if (!design) return [goneDesign(need, id, old)];
    const isOld = baseline?.versions[need.service] === need.version;
    const judged: Judged = { need, design, shape: new Shape(design), old, isOld, live };
    return [...rowTroubles(judged), ...requiredTroubles(judged)];
  });
}

interface Judged {
  readonly need: Need;
  readonly design: Design;
  readonly shape: Shape;
  readonly old: Design | undefined;
  /** Whether the service is as it was when all was well. */
  readonly isOld: boolean;
  readonly live: LiveOffice;
}

function goneDesign(need: Need, id: string, old: Design | undefined): Trouble {
  return { kind: "design-gone", design: id, designTitle: old?.title ?? id, row: rowOf(need) };
}

function rowTroubles(judged: Judged): Trouble[] {
  const rows = writtenRows(judged.need.mapping).filter(
    ({ path }) => path !== namingTarget(judged.live.kind) && !path.includes("@"),
  );
  const gone = rows.filter(({ path }) => judged.shape.lacks(path));
  // Where a block is gone all that is in it is, and is said once.
  const outermost = gone.filter(
    ({ path }) => !gone.some((other) => path.startsWith(`${other.path}/`)),
  );
  return [
    ...outermost.map((row) => goneField(judged, row)),
    ...rows.flatMap((row) => [...typeTrouble(judged, row), ...optionTroubles(judged, row)]),
  ];
}

function goneField({ need, design, old }: Judged, { path }: WrittenRow): Trouble {
  const written = new Set(writtenRows(need.mapping).map((row) => row.path));
  const known = new Set(old?.fields.map(({ target }) => target));
  const candidates = design.fields.filter(
    ({ target }) => !written.has(target) && !known.has(target),
  );
  const title = old?.fields.find(({ target }) => target === path)?.title;
  const now = likeliest({ target: path, title }, candidates);
  return {
    kind: "field-gone",
    ...about(design, path),
    title,
    ...(now && { likelyNow: now.target, likelyTitle: now.title }),
    row: rowOf(need, path),
  };
}

/** Only a field that a service wrote when all was well, and still writes as it did. */
function typeTrouble({ need, design, shape, old, isOld }: Judged, { path }: WrittenRow): Trouble[] {
  const [was, is] = [old?.fields.find(({ target }) => target === path), shape.fields.get(path)];
  if (!isOld || !was || !is || was.type === is.type) return [];
  const types = [was.type, is.type] as const;
  const about_ = { ...about(design, path), title: is.title };
  return [{ kind: "type-changed", ...about_, types, row: rowOf(need, path) }];
}

function optionTroubles({ need, design, shape }: Judged, row: WrittenRow): Trouble[] {
  const field = shape.fields.get(row.path);
  if (!field?.options) return [];
  const options = new Set(field.options.map(({ code }) => code));
  const lost = [...(valuesOf(need, row) ?? [])].filter((value) => !options.has(value));
  return lost.map((value) => ({
    kind: "option-gone",
    ...about(design, row.path),
    title: field.title,
    value,
    row: rowOf(need, row.path),
  }));
}

/** Fields that must be there now and that no row writes; one inside what is not written need not be. */
function requiredTroubles({ need, design, old, isOld, live }: Judged): Trouble[] {
  const paths = writtenRows(need.mapping).map(({ path }) => path);
  const isWritten = (target: string) =>
    paths.some((path) => path === target || path.startsWith(`${target}/`)) ||
    live.ours?.includes(target) === true;
  const wasRequired = new Set(old?.fields.filter((field) => field.required).map(targetOf));
  const inner = new Map(design.fields.map((field) => [field.target, field]));
  const isInReach = ({ target }: DesignField) => {
    const outer = outerOf(target);
    return !inner.has(outer) || paths.some((path) => path.startsWith(`${outer}/`));
  };
  return design.fields
    .filter((field) => field.required && isInReach(field) && !isWritten(field.target))
    .filter(({ target }) => !(isOld && wasRequired.has(target)))
    .map(({ target, title }) => ({
      kind: "field-required",
      ...about(design, target),
      title,
      row: rowOf(need),
    }));
}

function targetOf({ target }: DesignField): string {
  return target;
}

function codeTroubles(need: Need, { codes }: LiveOffice): Trouble[] {
  if (!codes) return [];
  return writtenRows(need.mapping).flatMap((row) =>
    lookedUpIn(need, row).flatMap(({ list, text }) => {
      const known = codes.get(list);
      if (!known || known.some((code) => code.text === text)) return [];
      const about_ = { design: list, designTitle: list, target: row.path };
      return [{ kind: "code-gone", ...about_, value: text, row: rowOf(need, row.path) } as const];
    }),
  );
}

function about({ id, title }: Design, target: string) {
  return { design: id, designTitle: title, target };
}

function rowOf({ service, serviceTitle, mapping }: Need, target?: string): DriftedRow {
  return {
    service,
    serviceTitle,
    mapping: mapping.id,
    ...(target === undefined ? {} : { target }),
  };
}
