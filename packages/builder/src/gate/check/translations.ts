import { ServiceDefinition, type Translation } from "@guildhall/contract";
import { mapTexts, translationReport } from "@guildhall/forms";
import type { Path, Said } from "./said.ts";

/**
 * What cannot work in a service's Welsh: a text that there is not, and one that lost a placeholder or a link, or is too long.
 *
 * A text that is out of date or missing is no fault: English stands in its place.
 */
export function translationFaults(service: ServiceDefinition): Said[] {
  const { welsh = {} } = service;
  const texts = Object.entries(welsh);
  if (texts.length === 0) return [];
  return [
    ...translationReport(service).unknown.map(
      (path): Said => [["welsh", path], `The service has no text “${path}”.`],
    ),
    ...texts.flatMap(([path, translation]) => [
      ...placeholderFaults(path, translation),
      ...linkFaults(path, translation),
    ]),
    ...shapeFaults(service),
  ];
}

function placeholderFaults(path: string, { of, text }: Translation): Said[] {
  const [wanted, given] = [placeholdersOf(of), placeholdersOf(text)];
  const say = (words: string): Said => [["welsh", path, "text"], words];
  return [
    ...wanted
      .filter((name) => !given.includes(name))
      .map((name) => say(`“${name}” is in the English, and not here.`)),
    ...given
      .filter((name) => !wanted.includes(name))
      .map((name) => say(`“${name}” is not in the English.`)),
  ];
}

/** A page may have another address in Welsh, so the links are counted and not compared. */
function linkFaults(path: string, { of, text }: Translation): Said[] {
  const [wanted, given] = [linksIn(of), linksIn(text)];
  if (wanted === given) return [];
  return [[["welsh", path, "text"], `The English has links: ${wanted}; here there are: ${given}.`]];
}

function placeholdersOf(text: string): string[] {
  return [...new Set(text.match(/\(\(.*?\)\)/g) ?? [])];
}

function linksIn(text: string): number {
  return text.match(/\[[^\]]+\]\([^)\s]+\)/g)?.length ?? 0;
}

/** The service in Welsh has to be a service as well. What is wrong with it is said of the translation it comes from. */
function shapeFaults(service: ServiceDefinition): Said[] {
  const { welsh = {} } = service;
  const result = ServiceDefinition.safeParse(
    mapTexts(service, (text, path) => welsh[path]?.text ?? text),
  );
  if (result.success) return [];
  const paths = mapTexts(service, (_, path) => path);
  return result.error.issues.flatMap(({ path }): Said[] => {
    const textPath = at(paths, path as Path);
    const isOurs = typeof textPath === "string" && Object.hasOwn(welsh, textPath);
    return isOurs ? [[["welsh", textPath, "text"], "This is too long for its place."]] : [];
  });
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (here, step) => (here as Record<string | number, unknown> | undefined)?.[step],
    value,
  );
}
