import { DraftDefinition, ServiceDefinition } from "@guildhall/contract";
import type { WithdrawnService } from "@guildhall/domain";
import { brief, briefForm, plain } from "./brief.ts";
import { yamlOf } from "./yaml.ts";

/** A file of a folder: its path, and what it says. */
export type TextFile = readonly [path: string, text: string];

/** The files of a live service. */
export function serviceFiles(definition: ServiceDefinition): TextFile[] {
  return filesOf(`services/${definition.id}`, definition, ServiceDefinition);
}

/** The files of a service in the making. */
export function draftFiles(definition: DraftDefinition): TextFile[] {
  return filesOf(`drafts/${definition.id}`, definition, DraftDefinition);
}

/** The files of a service that is offered no more, with what its page says since. */
export function withdrawnFiles({ definition, words }: WithdrawnService): TextFile[] {
  const exit = [`services/${definition.id}/exit.yaml`, yamlOf(plain(words))] as const;
  return [exit, ...serviceFiles(definition)];
}

/** The files of a definition: its mappings, messages and scenarios each have one of their own. */
function filesOf(
  folder: string,
  definition: DraftDefinition,
  schema: typeof ServiceDefinition | typeof DraftDefinition,
): TextFile[] {
  const said: Partial<DraftDefinition> = brief(schema, plain(definition));
  const { id: _, recipe, welsh, messages, mappings, scenarios, ...rest } = said;
  const apart = {
    mappings: listFiles(mappings, (id) => `${folder}/mapping.${id}.yaml`),
    scenarios: listFiles(scenarios, (id) => `${folder}/scenarios/${id}.yaml`),
  };
  const words = Object.entries(messages ?? {});
  const service = {
    ...(recipe === undefined ? {} : { recipe, whole: true }),
    ...rest,
    ...(rest.form && { form: briefForm(rest.form) }),
    ...(messages && words.length === 0 ? { messages } : {}),
    ...(apart.mappings.list && { mappings: apart.mappings.list }),
    ...(apart.scenarios.list && { scenarios: apart.scenarios.list }),
  };
  return [
    [`${folder}/service.yaml`, yamlOf(service)],
    ...(welsh ? [[`${folder}/service.cy.yaml`, yamlOf(welsh)] as const] : []),
    ...words.map(([kind, one]) => [`${folder}/messages/${kind}.yaml`, yamlOf(one)] as const),
    ...apart.mappings.files,
    ...apart.scenarios.files,
  ];
}

interface ListFiles {
  readonly files: readonly TextFile[];
  /** What `service.yaml` says of the list beside its files. */
  readonly list?: readonly object[] | undefined;
}

/**
 * A file for each item of a list.
 *
 * Files are read in the order of their names: where the list has another one, it is said. A draft may have two items
 * of one name, which cannot be two files; then the list is written whole.
 */
function listFiles(
  items: readonly { readonly id: string }[] | undefined,
  pathOf: (id: string) => string,
): ListFiles {
  const ids = items?.map(({ id }) => id) ?? [];
  if (!items || ids.length === 0 || new Set(ids).size < ids.length)
    return { files: [], list: items };
  const files = items.map(({ id, ...item }) => [pathOf(id), yamlOf(item)] as const);
  const paths = files.map(([path]) => path);
  const isInOrder = paths.every((path, at) => at === 0 || path > (paths[at - 1] ?? ""));
  return isInOrder ? { files } : { files, list: inOrder(ids) };
}

/** Each behind the one before it. */
function inOrder(ids: readonly string[]): object[] {
  return ids.map((id, at) => (at === 0 ? { id } : { id, after: ids[at - 1] }));
}
