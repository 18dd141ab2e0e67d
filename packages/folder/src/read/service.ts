import { DraftDefinition, NewWithdrawal, ServiceDefinition } from "@guildhall/contract";
import { translationReport } from "@guildhall/forms";
import type { Fields } from "./overlay.ts";
import { note, noteFile, type Read, type Reading, readAs, sourceOf, withId } from "./reading.ts";
import type { Step } from "./source.ts";
import { type Part, write } from "./written.ts";

/**
 * Read a live service whole: the recipe, the tenant's base mappings, and the service's own files over them.
 *
 * The service's id is its folder's name; a mapping's is the middle of its file's name, a message's kind and a scenario's id its file's.
 * Both readings note their faults in one list.
 */
export function readService(
  reading: Reading,
  id: string,
  cookbook: Reading,
): Read<ServiceDefinition> | undefined {
  const found = layersOf(reading, `services/${id}`, cookbook);
  const read =
    found && readAs(reading, ServiceDefinition, withId(reading, write(found.layers), id));
  return read && { ...read, value: withoutOrphans(read.value, found.own) };
}

/** Read a service in the making, which has the same files; what is not decided yet may be left out. */
export function readDraft(
  reading: Reading,
  id: string,
  cookbook: Reading,
): Read<DraftDefinition> | undefined {
  const found = layersOf(reading, `drafts/${id}`, cookbook);
  return found && readAs(reading, DraftDefinition, withId(reading, write(found.layers), id));
}

/** Read a recipe of the cookbook. What only a council can say is not in it. */
export function readRecipe(cookbook: Reading, id: string): Read<DraftDefinition> | undefined {
  return readAs(cookbook, DraftDefinition, withId(cookbook, write([partsIn(cookbook, id)]), id));
}

/** Whether a service's own files say all of it, so that it takes nothing over from the recipe it was once made from. */
export function isWhole(reading: Reading, folder: string): boolean {
  return sourceOf(reading, `${folder}/service.yaml`)?.value.whole === true;
}

/** What stands on the page of a service since it was withdrawn, if it was. */
export function readExit(reading: Reading, id: string): NewWithdrawal | undefined {
  const path = `services/${id}/exit.yaml`;
  const source = reading.tree.has(path) ? sourceOf(reading, path) : undefined;
  if (!source) return undefined;
  return readAs(reading, NewWithdrawal, write([[{ source, at: [], value: source.value }]]))?.value;
}

/** As large as a draft can be; mappings of one base, each with all of it, come to more than their files. */
const largest = 1_000_000;

/** What a service is made of, lowest first; nothing where any of its files cannot be read. */
function layersOf(reading: Reading, folder: string, cookbook: Reading) {
  const before = reading.faults.length;
  const own = partsIn(reading, folder);
  const layers = [
    recipeOf(reading, own, cookbook),
    basesOf(reading, own),
    own.map(withoutBase).map(withoutWhole),
  ];
  if (!reading.tree.has(`${folder}/service.yaml`))
    noteFile(reading, `${folder}/service.yaml`, "This file is missing.");
  if (layers.flat().reduce((sum, { source }) => sum + source.length, 0) > largest)
    noteFile(reading, `${folder}/service.yaml`, tooLarge);
  return reading.faults.length > before ? undefined : { own, layers };
}

const tooLarge =
  "The service is too large: with all that its files are laid over, a megabyte is the most.";

/** A council that takes a question out of a recipe need not take out the recipe's translation of it as well. */
function withoutOrphans(service: ServiceDefinition, own: readonly Part[]): ServiceDefinition {
  if (!service.welsh) return service;
  const orphans = new Set(translationReport(service).unknown);
  const kept = Object.entries(service.welsh).filter(
    ([path]) =>
      !orphans.has(path) || own.some((part) => isWelsh(part) && Object.hasOwn(part.value, path)),
  );
  return { ...service, welsh: Object.fromEntries(kept) };
}

/** The files of a service or a recipe and where in the definition each belongs. */
function partsIn(reading: Reading, folder: string): Part[] {
  const names = [...reading.tree.keys()].filter((path) => path.startsWith(`${folder}/`));
  const mappings = names.flatMap((path) =>
    partAt(reading, path, path.match(/\/mapping\.([a-z0-9-]+)\.yaml$/), mappingPlace),
  );
  const messages = names.flatMap((path) =>
    partAt(reading, path, path.match(/\/messages\/([a-z0-9-]+)\.yaml$/), messagePlace),
  );
  const scenarios = names.flatMap((path) =>
    partAt(reading, path, path.match(/\/scenarios\/([a-z0-9-]+)\.yaml$/), scenarioPlace),
  );
  const service = names.flatMap((path) =>
    partAt(reading, path, path.match(/^.*\/service\.yaml$/), () => []),
  );
  const welsh = names.flatMap((path) =>
    partAt(reading, path, path.match(/\/service\.cy\.yaml$/), () => ["welsh"]),
  );
  return [...mappings, ...messages, ...scenarios, ...service, ...welsh];
}

function partAt(
  reading: Reading,
  path: string,
  match: RegExpMatchArray | null,
  place: (name: string) => Step[],
): Part[] {
  const source = match ? sourceOf(reading, path) : undefined;
  return source ? [{ source, at: place(match?.[1] ?? ""), value: source.value }] : [];
}

const mappingPlace = (name: string): Step[] => ["mappings", { list: "mappings", name, nth: 0 }];
const scenarioPlace = (name: string): Step[] => ["scenarios", { list: "scenarios", name, nth: 0 }];
const messagePlace = (name: string): Step[] => ["messages", name];

function isWelsh({ at }: Part): boolean {
  return at[0] === "welsh";
}

/** A recipe's Welsh is for councils that have a Welsh file of their own: it stands beside what they changed. */
function recipeOf(reading: Reading, own: readonly Part[], cookbook: Reading): Part[] {
  const { recipe, whole } = own.find(({ at }) => at.length === 0)?.value ?? {};
  if (recipe === undefined || whole === true) return [];
  const isInWelsh = own.some(isWelsh);
  const parts = partsIn(cookbook, String(recipe)).filter((part) => isInWelsh || !isWelsh(part));
  if (parts.length === 0)
    note(reading, write([own]), ["recipe"], `The cookbook has no recipe “${recipe}”.`);
  return parts;
}

/** What the service's mappings begin from: the rows that all services of the tenant send alike. */
function basesOf(reading: Reading, own: readonly Part[]): Part[] {
  return own.flatMap(({ at, value, source }) => {
    const { base } = value;
    if (at[0] !== "mappings" || base === undefined) return [];
    const path = `mappings/${base}.yaml`;
    const found = reading.tree.has(path) ? sourceOf(reading, path) : undefined;
    if (found) return [{ source: found, at, value: found.value }];
    note(
      reading,
      write([[{ source, at: [], value }]]),
      ["base"],
      `There is no base “${path}” that can be read.`,
    );
    return [];
  });
}

/** `whole: true` says that nothing of the recipe is to be laid beneath: all is said here. */
function withoutWhole(part: Part): Part {
  const { whole, ...value } = part.value;
  return part.at.length === 0 && whole === true ? { ...part, value } : part;
}

function withoutBase(part: Part): Part {
  const { base: _, ...value } = part.value as Fields & { base?: unknown };
  return part.at[0] === "mappings" ? { ...part, value } : part;
}
