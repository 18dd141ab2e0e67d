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
  /** The text of the document by the id of its mapping. */
  readonly expected: Readonly<Record<string, string>>;
}

const Named = z.strictObject({ id: z.string(), ...ExampleFile.shape });

/** Read the examples of a service: each needs the document of each mapping beside it, and nothing else may lie there. */
export function readExamples(
  reading: Reading,
  service: { id: string; mappings: readonly { id: string; format: string }[] },
): Example[] {
  const folder = `services/${service.id}/examples/`;
  const files = [...reading.tree.keys()].filter((path) => path.startsWith(folder));
  const names = files.flatMap(
    (path) => path.slice(folder.length).match(/^([a-z0-9-]+)\.json$/)?.[1] ?? [],
  );
  const wanted = new Map(
    names.flatMap((name) =>
      service.mappings.map((mapping) => [
        `${folder}${name}.${mapping.id}.${mapping.format}`,
        { name, mapping },
      ]),
    ),
  );
  for (const path of files) {
    const isAnswers = names.some((name) => path === `${folder}${name}.json`);
    if (!isAnswers && !wanted.has(path))
      noteFile(reading, path, "This document belongs to no example and mapping of the service.");
  }
  return names.flatMap((name) => {
    const read = readNamed(reading, Named, { path: `${folder}${name}.json`, id: name });
    if (!read) return [];
    const { id: _, ...example } = read.value;
    const documents = service.mappings.map(({ id, format }) => [
      id,
      textOf(reading, `${folder}${name}.${id}.${format}`) ?? "",
    ]);
    return [{ service: service.id, name, ...example, expected: Object.fromEntries(documents) }];
  });
}
