import { ServiceDefinition } from "@guildhall/contract";
import type { Fields } from "./overlay.ts";
import { note, noteFile, type Read, type Reading, readAs, sourceOf } from "./reading.ts";
import type { Step } from "./source.ts";
import { type Part, write } from "./written.ts";

/**
 * Read a service whole: the recipe, the tenant's base mappings, and the service's own files over them.
 *
 * The service's id is its folder's name; a mapping's is the middle of its file's name, a message's kind its file's.
 */
export function readService(reading: Reading, id: string, cookbook: Reading): Read<ServiceDefinition> | undefined {
  const before = reading.faults.length + cookbook.faults.length;
  const own = partsIn(reading, `services/${id}`);
  const recipe = recipeOf(own);
  const layers = [recipe === undefined ? [] : partsIn(cookbook, recipe), basesOf(reading, own), own.map(withoutBase)];
  if (recipe !== undefined && layers[0]?.length === 0) {
    noteFile(reading, `services/${id}/service.yaml`, `The cookbook has no recipe “${recipe}”.`);
  }
  if (reading.faults.length + cookbook.faults.length > before) return undefined;

  const { value } = write(layers);
  const written = { value: { ...value, id }, layers };
  if ((value["id"] ?? id) !== id) note(reading, written, ["id"], `“id” should be “${id}”, as the folder is called.`);
  return readAs(reading, ServiceDefinition, written);
}

/** The files of a service or a recipe and where in the definition each belongs. */
function partsIn(reading: Reading, folder: string): Part[] {
  const names = [...reading.tree.keys()].filter((path) => path.startsWith(`${folder}/`));
  const mappings = names.flatMap((path) => partAt(reading, path, path.match(/\/mapping\.([a-z0-9-]+)\.yaml$/), mappingPlace));
  const messages = names.flatMap((path) => partAt(reading, path, path.match(/\/messages\/([a-z0-9-]+)\.yaml$/), messagePlace));
  const service = names.flatMap((path) => partAt(reading, path, path.match(/^.*\/service\.yaml$/), () => []));
  return [...mappings, ...messages, ...service];
}

function partAt(reading: Reading, path: string, match: RegExpMatchArray | null, place: (name: string) => Step[]): Part[] {
  const source = match ? sourceOf(reading, path) : undefined;
  return source ? [{ source, at: place(match?.[1] ?? ""), value: source.value }] : [];
}

const mappingPlace = (name: string): Step[] => ["mappings", { list: "mappings", name }];
const messagePlace = (name: string): Step[] => ["messages", name];

function recipeOf(own: readonly Part[]): string | undefined {
  const recipe = own.find(({ at }) => at.length === 0)?.value["recipe"];
  return typeof recipe === "string" ? recipe : undefined;
}

/** What the service's mappings begin from: the rows that all services of the tenant send alike. */
function basesOf(reading: Reading, own: readonly Part[]): Part[] {
  return own.flatMap(({ at, value, source }) => {
    const base = value["base"];
    if (at[0] !== "mappings" || base === undefined) return [];
    const path = `mappings/${base}.yaml`;
    if (typeof base !== "string" || !reading.tree.has(path)) {
      const part = { source, at: [], value };
      note(reading, { value, layers: [[part]] }, ["base"], `There is no base mapping “mappings/${base}.yaml”.`);
      return [];
    }
    const found = sourceOf(reading, path);
    return found ? [{ source: found, at, value: found.value }] : [];
  });
}

function withoutBase(part: Part): Part {
  const { base: _, ...value } = part.value as Fields & { base?: unknown };
  return part.at[0] === "mappings" ? { ...part, value } : part;
}
