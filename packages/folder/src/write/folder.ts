import {
  Brand,
  ConnectorDefinition,
  type Dataset,
  type KeptTarget,
  type SchemaSet,
  TenantDefinition,
} from "@guildhall/contract";
import type { BrandWithLogo, FolderContents } from "@guildhall/domain";
import { stringify } from "csv-stringify/sync";
import { inTurns } from "../in-turns.ts";
import { SetFile } from "../read/schemas.ts";
import type { Tree } from "../tree.ts";
import { brief, plain } from "./brief.ts";
import { draftFiles, serviceFiles, type TextFile, withdrawnFiles } from "./service.ts";
import { yamlOf } from "./yaml.ts";

/**
 * Write a tenant as the files of its folder: what `readFolder` reads from them is what was written.
 *
 * Each part is written in a turn of its own. The same tenant gives the same bytes. A tenant that is left out leaves its file out, as for one service alone.
 */
export async function writeFolder(
  contents: FolderContents,
  tenant?: TenantDefinition,
): Promise<Tree> {
  const texts: TextFile[] = [
    ...(tenant ? [["tenant.yaml", ofDefinition(TenantDefinition, tenant)] as const] : []),
    ...contents.brands.map(({ brand }) => named("brands", Brand, brand)),
    ...contents.connectors.map((one) => named("connectors", ConnectorDefinition, one)),
    ...(await inTurns(contents.datasets, datasetFile)),
    ...(await inTurns(contents.schemas, schemaFiles)).flat(),
    ...(await inTurns(contents.targets, targetFile)),
    ...(await inTurns(contents.services, serviceFiles)).flat(),
    ...(await inTurns(contents.withdrawn, withdrawnFiles)).flat(),
    ...(await inTurns(contents.drafts, draftFiles)).flat(),
  ];
  const encoder = new TextEncoder();
  const files = texts.map(([path, text]) => [path, encoder.encode(text)] as const);
  const all = [...files, ...contents.brands.flatMap(logoFile)];
  return new Map(all.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

type Named = { readonly id: string };

function named(folder: string, schema: Parameters<typeof brief>[0], definition: Named): TextFile {
  return [`${folder}/${definition.id}.yaml`, ofDefinition(schema, definition)];
}

/** A file is called as what it says, and does not say it again. */
function ofDefinition(schema: Parameters<typeof brief>[0], definition: Named): string {
  const { id: _, ...fields } = brief(schema, plain(definition));
  return yamlOf(fields);
}

function logoFile({ brand, logo }: BrandWithLogo): [string, Uint8Array][] {
  return logo && brand.logo !== undefined ? [[`brands/${brand.logo}`, logo]] : [];
}

function datasetFile({ id, columns, rows }: Dataset): TextFile {
  // White space around a value that is not in quotation marks means nothing to the reader.
  const text = stringify([columns, ...rows], { quoted_match: /^\s|\s$|^$/ });
  return [`datasets/${id}.csv`, text];
}

function schemaFiles({ files, ...set }: SchemaSet): TextFile[] {
  const folder = `schemas/${set.id}`;
  const texts = Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text] as const);
  return [[`${folder}/set.yaml`, ofDefinition(SetFile, set)], ...texts];
}

function targetFile({ id, ...target }: KeptTarget): TextFile {
  return [`targets/${id}.json`, `${JSON.stringify(target, null, 2)}\n`];
}
