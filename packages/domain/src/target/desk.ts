import {
  type ConnectorDefinition,
  type Design,
  type LiveTarget,
  type Mapping,
  Problem,
} from "@guildhall/contract";
import {
  type CheckXml,
  checkXml,
  fieldsOfDesign,
  neededDesigns,
  type ReadTarget,
  type ReadXml,
  readTarget,
  type TargetSourceFiles,
} from "@guildhall/mapping";
import { findSchemaSet, listLiveServices, listSchemaSets } from "@guildhall/store";
import type { Context } from "../context.ts";
import type { AskOffice, Told } from "../drift/look.ts";
import type { Wanted } from "../drift/needs.ts";
import { Kept } from "./kept.ts";
import { createVerdicts, type SchemaVerdict } from "./verdict.ts";

/** A back office's document as it is now. */
export interface LiveRead extends ReadTarget {
  readonly title: string;
  readonly readAt: number;
}

/** Where the shapes of what receivers take are read. */
export interface TargetDesk {
  /** From a receiver's own files. @throws ShapeRefused */
  read(given: TargetSourceFiles): Promise<ReadTarget>;
  /** What a back office takes, by the name that it has there. @throws Problem `office-unavailable` */
  list(ctx: Context, connector: ConnectorDefinition): Promise<LiveTarget[]>;
  /** One of these; undefined where there is none of that name. @throws Problem `office-unavailable`, ShapeRefused */
  look(ctx: Context, connector: ConnectorDefinition, design: string): Promise<LiveRead | undefined>;
  /** Hold a document against one of the tenant's schema sets. */
  check(ctx: Context, schema: string, document: string): Promise<SchemaVerdict>;
}

interface Outside {
  readonly askOffice: AskOffice;
  /** Reads XML's descriptions where they can be given up. */
  readonly readXml?: ReadXml | undefined;
  /** Checks documents where that can be given up. */
  readonly checkXml?: CheckXml | undefined;
}

/**
 * Open a desk.
 *
 * What a back office said is used again for a few minutes: its shape is read page by page, and it is asked once.
 */
export function createTargetDesk({ askOffice, readXml, checkXml: check }: Outside): TargetDesk {
  const kept = new Kept<LiveRead | undefined>();
  const told = new Kept<Told>();
  const askNames = (ctx: Context, connector: ConnectorDefinition) =>
    told.get([ctx.tenant.id, JSON.stringify(connector)].join("\n"), ctx.now(), () =>
      asked(askOffice, ctx, connector.id, { designs: [], lists: [], names: true }),
    );
  const read = (given: TargetSourceFiles) => readTarget(given, readXml);
  return {
    read,
    list: async (ctx, connector) => {
      const uses = await usesOf(ctx, connector);
      const listed = isBySchema(connector)
        ? await listSets(ctx, uses)
        : listDesigns(uses, await askNames(ctx, connector));
      return listed.map((target) => ({ ...target, ...usedBy(target, uses) }));
    },
    look: (ctx, connector, design) => {
      const key = [ctx.tenant.id, JSON.stringify(connector), design].join("\n");
      return kept.get(key, ctx.now(), async () =>
        isBySchema(connector)
          ? lookAtSet(ctx, design, read)
          : lookAtDesign(ctx, connector, { design, askOffice }),
      );
    },
    check: createVerdicts(check ?? checkXml),
  };
}

/** Back offices that cannot be asked, and whose documents are those of the tenant's schema sets. */
function isBySchema({ kind }: Pick<ConnectorDefinition, "kind">): boolean {
  return kind === "uniform" || kind === "valuebill";
}

const mostServices = 10_000;

/** A live service's mapping to a back office, and what of it that writes. */
interface Use {
  readonly design: string;
  readonly by: NonNullable<LiveTarget["usedBy"]>[number];
}

async function usesOf(ctx: Context, { id, kind }: ConnectorDefinition): Promise<Use[]> {
  const live = await listLiveServices(ctx.db, { limit: mostServices });
  return live.flatMap(({ service, version, definition: { title, mappings } }) =>
    mappings
      .filter(({ connector }) => connector === id)
      .flatMap((mapping) => {
        const by = { service, version, title, mapping: mapping.id };
        return designsOf(kind, mapping).map((design) => ({ design, by }));
      }),
  );
}

function designsOf(kind: ConnectorDefinition["kind"], mapping: Mapping): string[] {
  if (isBySchema({ kind })) return mapping.schema === undefined ? [] : [mapping.schema];
  return [...neededDesigns(kind, [mapping])];
}

/** So many services are named, of which one is enough to begin from. */
const mostNamed = 20;

function usedBy({ design }: LiveTarget, uses: readonly Use[]): Pick<LiveTarget, "usedBy"> {
  const named = uses.filter((use) => use.design === design).map(({ by }) => by);
  return named.length === 0 ? {} : { usedBy: named.slice(0, mostNamed) };
}

/** The tenant's schema sets, those first that are used for this back office already. */
async function listSets(ctx: Context, uses: readonly Use[]): Promise<LiveTarget[]> {
  const used = new Set(uses.map(({ design }) => design));
  const sets = await listSchemaSets(ctx.db);
  return sets
    .toSorted((one, other) => Number(used.has(other.id)) - Number(used.has(one.id)))
    .map(({ id }) => ({ design: id, title: id }));
}

async function lookAtSet(
  ctx: Context,
  id: string,
  read: TargetDesk["read"],
): Promise<LiveRead | undefined> {
  const set = await findSchemaSet(ctx.db, id);
  if (!set) return undefined;
  const files = Object.entries(set.files).map(([name, text]) => ({ name, text }));
  const shape = await read({ source: "xsd", files, main: set.main });
  return { ...shape, title: id, readAt: ctx.now() };
}

function listDesigns(uses: readonly Use[], told: Told): LiveTarget[] {
  const names = new Map(told.names?.map(({ id, title }) => [id, title]));
  for (const { design } of uses) if (!names.has(design)) names.set(design, design);
  return [...names].map(([design, title]) => ({ design, title }));
}

async function lookAtDesign(
  ctx: Context,
  connector: ConnectorDefinition,
  { design, askOffice }: { readonly design: string; readonly askOffice: AskOffice },
): Promise<LiveRead | undefined> {
  const told = await asked(askOffice, ctx, connector.id, { designs: [design], lists: [] });
  const found = told.designs?.find(({ id }) => id === design);
  return found && toRead(connector, found, ctx.now());
}

function toRead({ kind }: ConnectorDefinition, design: Design, readAt: number): LiveRead {
  const fields = fieldsOfDesign(kind, design);
  const shape =
    kind === "soap" ? { format: "xml" as const, root: design.id } : { format: "json" as const };
  return { ...shape, title: design.title, fields, remarks: [], readAt };
}

async function asked(
  askOffice: AskOffice,
  ctx: Context,
  id: string,
  wanted: Wanted,
): Promise<Told> {
  const told = await askOffice(ctx, id, wanted);
  if (!told) throw new Problem("office-unavailable");
  return told;
}
