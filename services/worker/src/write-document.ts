import type { Mapping, SchemaSet } from "@guildhall/contract";
import { type Context, type LoadedDelivery, withRows } from "@guildhall/domain";
import { type CompiledMapping, compileMapping, MappingFault, render } from "@guildhall/mapping";
import { findSchemaDigest, findSchemaSet } from "@guildhall/store";
import { type SchemaChecker, SchemaSetRefused } from "@guildhall/xml";
import { checkDocument, type MadeDocument, type Objection } from "./check-document.ts";

export type WriteDocument = (
  ctx: Context,
  loaded: LoadedDelivery,
) => Promise<{ readonly text: string } | Objection>;

export interface DocumentWriterOptions {
  readonly checker: Pick<SchemaChecker, "check">;
  /** Called with what is for a mapping's or a schema's author, or for us, to put right. */
  readonly onFault: (error: unknown) => void;
}

/**
 * Write deliveries' documents, each mapping compiled once for as long as its definition lives.
 *
 * A document of a mapping with a schema is checked against it, so that what its receiver would refuse is never sent.
 */
export function createDocumentWriter(options: DocumentWriterOptions): WriteDocument {
  const compile = createCompiler();
  const checkBySchema = createSchemaCheck(options);
  return async (ctx, { mapping, input, datasets }) => {
    if (datasets?.isLacking) return { code: "dataset-missing" };
    const made = await withRows(datasets, () => make(() => compile(mapping), input));
    if (!("cause" in made)) {
      const { schema } = mapping;
      return (schema === undefined ? undefined : await checkBySchema(ctx, schema, made)) ?? made;
    }
    options.onFault(made.cause);
    return objectionOf(made.cause);
  };
}

function createSchemaCheck({ checker, onFault }: DocumentWriterOptions) {
  const findSet = createSetFinder();
  return async (ctx: Context, id: string, made: MadeDocument): Promise<Objection | undefined> => {
    const set = await findSet(ctx, id);
    if (!set) return { code: "schema-missing" };
    try {
      return await checkDocument(checker, set, made);
    } catch (error) {
      if (!(error instanceof SchemaSetRefused)) throw error;
      onFault(error);
      return { code: "schema-unusable" };
    }
  };
}

function make(
  compile: () => CompiledMapping,
  input: LoadedDelivery["input"],
): MadeDocument | { cause: unknown } {
  try {
    const mapping = compile();
    return { text: render(mapping, input), mapping, input };
  } catch (cause) {
    return { cause };
  }
}

function objectionOf(cause: unknown): Objection {
  const code = "mapping-failed";
  if (!(cause instanceof MappingFault)) return { code };
  return { code, faults: [{ target: cause.target, sentence: `${cause.reason}.` }] };
}

function createCompiler(): (mapping: Mapping) => CompiledMapping {
  const compiled = new WeakMap<Mapping, CompiledMapping>();
  return (mapping) => {
    const known = compiled.get(mapping) ?? compileMapping(mapping);
    compiled.set(mapping, known);
    return known;
  };
}

interface KeptSet {
  readonly digest: string;
  readonly set: SchemaSet | undefined;
}

/** Find tenants' schema sets, each read once for as long as it stays as it is. */
function createSetFinder(): (ctx: Context, id: string) => Promise<SchemaSet | undefined> {
  const kept = new WeakMap<object, Map<string, KeptSet>>();
  return async ({ db }, id) => {
    const digest = await findSchemaDigest(db, id);
    if (digest === undefined) return undefined;
    const ofTenant = kept.get(db) ?? new Map<string, KeptSet>();
    kept.set(db, ofTenant);
    const known = ofTenant.get(id);
    if (known?.digest === digest) return known.set;
    const set = await findSchemaSet(db, id);
    ofTenant.set(id, { digest, set });
    return set;
  };
}
