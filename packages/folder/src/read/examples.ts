import { Answers, Instant, text } from "@guildhall/contract";
import { z } from "zod";
import { noteFile, type Reading, readNamed, textOf } from "./reading.ts";

const ExampleFile = z.strictObject({
  /** What it shows, for whoever reviews it. */
  about: text(400, 1),
  /** When it was received, where that matters. */
  receivedAt: Instant.optional(),
  answers: Answers,
});

/** Answers and the very documents that they must become. */
export interface Example extends z.infer<typeof ExampleFile> {
  readonly service: string;
  readonly name: string;
  /** The text of the document by the id of its mapping; none where it was not made yet. */
  readonly expected: Readonly<Record<string, string>>;
}

const Named = z.strictObject({ id: z.string(), ...ExampleFile.shape });

interface Exemplified {
  readonly id: string;
  readonly recipe?: string | undefined;
  readonly mappings: readonly { readonly id: string; readonly format: string }[];
}

/**
 * Read the examples of a service: the recipe's, and the council's own, which stand in for those of the same name.
 *
 * Each needs the document of each mapping, which is the council's, unless they are read to be made. Nothing else
 * may lie beside them.
 */
export function readExamples(
  reading: Reading,
  service: Exemplified,
  { cookbook, mayLack }: { cookbook: Reading; mayLack: boolean },
): Example[] {
  const folder = `services/${service.id}/examples/`;
  const found = new Map([
    ...answersIn(cookbook, `${service.recipe}/examples/`),
    ...answersIn(reading, folder),
  ]);
  noteStrays(reading, folder, [...found.keys()], service.mappings);
  return [...found].flatMap(([name, { from, path }]) => {
    const read = readNamed(from, Named, { path, id: name });
    if (!read) return [];
    const { id: _, ...example } = read.value;
    const documents = service.mappings.flatMap(({ id, format }): [string, string][] => {
      const path = `${folder}${name}.${id}.${format}`;
      return mayLack && !reading.tree.has(path) ? [] : [[id, textOf(reading, path) ?? ""]];
    });
    return [{ service: service.id, name, ...example, expected: Object.fromEntries(documents) }];
  });
}

interface AnswersFile {
  readonly from: Reading;
  readonly path: string;
}

/** The files of answers in a folder of examples, by the example's name. */
function answersIn(from: Reading, folder: string): [name: string, AnswersFile][] {
  return [...from.tree.keys()].flatMap((path): [string, AnswersFile][] => {
    const name = path.startsWith(folder) && path.slice(folder.length).match(answers)?.[1];
    return name ? [[name, { from, path }]] : [];
  });
}

const answers = /^([a-z0-9-]+)\.json$/;

function noteStrays(
  reading: Reading,
  folder: string,
  names: readonly string[],
  mappings: Exemplified["mappings"],
): void {
  const documents = new Set(
    names.flatMap((name) => mappings.map(({ id, format }) => `${folder}${name}.${id}.${format}`)),
  );
  for (const path of reading.tree.keys()) {
    if (!path.startsWith(folder) || answers.test(path.slice(folder.length))) continue;
    if (!documents.has(path))
      noteFile(reading, path, "This document belongs to no example and mapping of the service.");
  }
}
