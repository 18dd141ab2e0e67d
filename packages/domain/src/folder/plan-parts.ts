import type { FolderChange, FolderPart } from "@guildhall/contract";
import {
  digestOf,
  findDataset,
  findLogo,
  findSchemaSet,
  findTarget,
  findTargetFields,
  listBrands,
  putBrand,
  putDataset,
  putSchemaSet,
  putTarget,
} from "@guildhall/store";
import { changedFields, isSame } from "./compare.ts";
import type { BrandWithLogo } from "./contents.ts";
import { inTurns } from "./in-turns.ts";
import { type Beside, type Item, isLiveAtOnce } from "./item.ts";
import { keptOf, rowOf } from "./kept-target.ts";
import { sayFields } from "./words.ts";

/** What becomes of brands, tables, schema sets and descriptions of what receivers take. */
export async function planParts(beside: Beside): Promise<Item[]> {
  const items = [
    ...(await planBrands(beside)),
    ...(await planDatasets(beside)),
    ...(await planSchemas(beside)),
    ...(await planTargets(beside)),
  ];
  return beside.ctx.scopes.has("connectors:write") ? items : items.map(withoutLive);
}

/** What is live at once as it is changed is left to those who may change what is live. */
function withoutLive({ mark, change, ...item }: Item): Item {
  if (!change || !isLiveAtOnce(change.kind)) return { mark, ...item, ...(change && { change }) };
  const { kind, id, title } = change;
  const sentence = `${calledAs[kind]} “${title}” is not taken. It would be live at once, so whoever looks after the connections to back offices has to import it.`;
  return { mark, leftOut: { kind, id, title, sentence } };
}

const calledAs: Partial<Record<FolderPart, string>> = {
  brand: "The brand",
  dataset: "The table",
  schema: "The set of XML schemas",
};

async function planBrands({ db, contents }: Beside): Promise<Item[]> {
  const known = new Map((await listBrands(db)).map((brand) => [brand.id, brand]));
  return inTurns(contents.brands, async ({ brand, logo }): Promise<Item> => {
    const before = known.get(brand.id);
    const shown = before && (await findLogo(db, brand.id));
    const mark = markOf("brand", brand.id, before && { brand: before, logo: asText(shown) });
    const there = before && { ...before, picture: asText(shown) };
    const given = { ...brand, picture: asText(logo) };
    return itemOf({ mark, kind: "brand", id: brand.id, title: brand.name }, there, given, {
      called: `The brand “${brand.name}”`,
      carry: ({ tx }) => putBrand(tx, brand, logo),
    });
  });
}

async function planDatasets({ db, contents }: Beside): Promise<Item[]> {
  return inTurns(contents.datasets, async (given): Promise<Item> => {
    const { id } = given;
    const before = await findDataset(db, id);
    const mark = markOf("dataset", id, before && digestOf(before));
    const says = { called: `The table “${id}”`, carry: putting(putDataset, given) };
    return itemOf({ mark, kind: "dataset", id, title: id }, before, given, says);
  });
}

async function planSchemas({ db, contents }: Beside): Promise<Item[]> {
  return inTurns(contents.schemas, async (given): Promise<Item> => {
    const { id } = given;
    const before = await findSchemaSet(db, id);
    const mark = markOf("schema", id, before && digestOf(before));
    const says = { called: `The XML schemas “${id}”`, carry: putting(putSchemaSet, given) };
    return itemOf({ mark, kind: "schema", id, title: id }, before, given, says);
  });
}

async function planTargets({ db, contents }: Beside): Promise<Item[]> {
  return inTurns(contents.targets, async (given): Promise<Item> => {
    const { id, name } = given;
    const row = await findTarget(db, id);
    const before = row && keptOf(row, (await findTargetFields(db, id)) ?? []);
    const mark = markOf("target", id, before);
    return itemOf({ mark, kind: "target", id, title: name }, before, given, {
      called: `The description of what “${name}” takes`,
      carry: ({ tx }) => putTarget(tx, rowOf(given), given.fields),
    });
  });
}

interface Told extends Pick<Item, "mark"> {
  readonly kind: FolderPart;
  readonly id: string;
  readonly title: string;
}

interface Says extends Pick<Required<Item>, "carry"> {
  readonly called: string;
}

/** Nothing where it is here as it is given already; otherwise what would be said of it, and how it is put here. */
export function itemOf(
  { mark, ...part }: Told,
  before: object | undefined,
  given: object,
  { called, carry }: Says,
): Item {
  if (before && isSame(before, given)) return { mark };
  const sentence = before
    ? `${called} changes: ${sayFields(changedFields(before, given))}.`
    : `${called} is new here.`;
  const action = before ? "change" : "add";
  const change: FolderChange = { action, ...part, sentence, differences: [] };
  return { mark, change, carry };
}

export function markOf(kind: FolderPart, id: string, before: unknown): string {
  return `${kind} ${id} ${JSON.stringify(before ?? null)}`;
}

function putting<T>(
  put: (tx: Parameters<typeof putDataset>[0], given: T) => Promise<void>,
  given: T,
): Says["carry"] {
  return ({ tx }) => put(tx, given);
}

function asText(logo: BrandWithLogo["logo"]): string | undefined {
  return logo && Buffer.from(logo).toString("base64");
}
