import { linesWithoutTarget, type MappingGround, mappingLines, targetOf } from "@guildhall/builder";
import type { LineQuery, MappingLines } from "@guildhall/contract";
import { rowsOf, type TargetRow } from "@guildhall/mapping";
import { type Context, requireScope } from "../context.ts";
import type { TargetDesk } from "../target/desk.ts";
import { partOf, wantedBy } from "../target/find-fields.ts";
import { tryMapping } from "./input.ts";
import { type MappingPlace, reachMapping } from "./reach.ts";
import { sampleOf } from "./sample.ts";
import { shapeOf } from "./shape.ts";

/**
 * Lay a mapping of a draft beside what its receiver takes, a part of its lines at a time.
 *
 * @throws Problem `not-found`, `request-invalid` where there is no such scenario
 */
export async function listMappingLines(
  ctx: Context,
  { query, ...place }: MappingPlace & { readonly query: LineQuery },
  desk: TargetDesk,
): Promise<MappingLines> {
  requireScope(ctx, "services:read");
  const reached = await reachMapping(ctx, place);
  const { target, fields, namespaces } = await shapeOf(ctx, reached.mapping, desk);
  const sample = sampleOf(ctx, reached.service, { scenario: query.scenario });
  const tried = await tryMapping(ctx, reached, sample);
  const ground: MappingGround = { ...reached, ...tried, fields, namespaces };
  const held = { mapping: reached.mapping, form: reached.service.form };
  const all = fields ? rowsOf(fields, held) : linesWithoutTarget(ground);
  const ordered = query.requiredFirst ? all.toSorted((one, other) => rank(one) - rank(other)) : all;
  const { data, ...next } = partOf(ordered, query, wanted(query));
  return {
    mapping: place.mapping,
    at: `/mappings/${place.mapping}`,
    target,
    counts: countsOf(all),
    data: mappingLines(ground, data, all),
    ...next,
  };
}

/** What is missing and required first, then what is required, then what is wrong or written, then the rest. */
function rank({ state, field }: TargetRow): number {
  if (state === "missing-required") return 0;
  if (field?.required && state !== "optional") return 1;
  return state === "optional" ? 3 : 2;
}

function wanted(query: LineQuery): (line: TargetRow) => boolean {
  const { state, target } = query;
  const isWanted = wantedBy(query);
  const named = target && new Set(target);
  return (line) => {
    const own = targetOf(line);
    if (state !== undefined && line.state !== state) return false;
    if (named && !named.has(own)) return false;
    return isWanted(line.field ?? { target: own, title: "", required: false });
  };
}

function countsOf(all: readonly TargetRow[]): MappingLines["counts"] {
  const inState = (state: TargetRow["state"]) => all.filter((line) => line.state === state);
  const isLeaf = ({ field }: TargetRow) => field?.type !== "group";
  const written = [...inState("mapped"), ...inState("type-doubtful")].filter(isLeaf);
  const missing = inState("missing-required").length;
  return {
    fields: all.filter(({ field }) => field).length,
    required: missing + written.filter(({ field }) => field?.required).length,
    mapped: written.length,
    missing,
    doubtful: inState("type-doubtful").length,
    unknown: inState("unknown-target").length,
  };
}
