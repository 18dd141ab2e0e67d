import { type MappingGround, pathIn, previewFaults, resultText } from "@guildhall/builder";
import type { MappingPreview, NewMappingPreview } from "@guildhall/contract";
import { layOut, placedRows } from "@guildhall/mapping";
import { type Context, requireScope } from "../context.ts";
import type { TargetDesk } from "../target/desk.ts";
import type { SchemaVerdict } from "../target/verdict.ts";
import { tryMapping } from "./input.ts";

import { type MappingPlace, reachMapping } from "./reach.ts";
import { sampleOf } from "./sample.ts";
import { type Shape, shapeOf } from "./shape.ts";

/**
 * Write the document that a mapping of a draft makes of a sample, with everything that is wrong with it at its row.
 * Nothing is sent and nothing kept.
 *
 * @throws Problem `not-found`, `request-invalid` where there is no such scenario
 */
export async function previewMapping(
  ctx: Context,
  { asked, ...place }: MappingPlace & { readonly asked: NewMappingPreview },
  desk: TargetDesk,
): Promise<MappingPreview> {
  requireScope(ctx, "services:read");
  const reached = await reachMapping(ctx, place);
  const sample = sampleOf(ctx, reached.service, asked);
  const tried = await tryMapping(ctx, reached, sample);
  const shape = await shapeOf(ctx, reached.mapping, desk);
  const { fields, namespaces } = shape;
  const ground: MappingGround = { ...reached, ...tried, fields, namespaces };
  const { schema, format } = reached.mapping;
  const { text, results } = tried.trial;
  const verdict =
    schema === undefined || text === undefined ? undefined : await desk.check(ctx, schema, text);
  return {
    format,
    ...(text === undefined ? { sentence: nothing } : { text: layOut(text, format) }),
    sample: { kind: sample.kind, sentence: sample.sentence, faults: [...sample.faults] },
    rows: placedRows(reached.mapping.rows).map(({ place: { pointer, target } }) => ({
      at: pathIn(ground, pointer),
      target,
      results: (results.get(pointer) ?? []).slice(0, mostResults).map(resultText),
    })),
    faults: previewFaults(ground, findingsOf(verdict)),
    checked: checkedBy(schema, verdict, shape),
  };
}

const nothing = "Nothing can be written yet. What keeps it from being written is said below.";
const mostResults = 20;

function findingsOf(verdict: SchemaVerdict | undefined) {
  if (!verdict || !("faults" in verdict)) return undefined;
  return verdict.faults.map(({ position, sentence, receiverCode }) => ({
    position,
    sentence: receiverCode === undefined ? sentence : `${sentence} (${receiverCode})`,
  }));
}

function checkedBy(
  schema: string | undefined,
  verdict: SchemaVerdict | undefined,
  { target, fields }: Shape,
): string {
  if (verdict && "sentence" in verdict) return verdict.sentence;
  if (verdict) return `It was held against the schema “${schema}”.`;
  return fields ? `It was held against “${target.name}”.` : target.sentence;
}
