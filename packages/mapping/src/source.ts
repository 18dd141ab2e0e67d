import type { Fact, Source } from "@guildhall/contract";
import { MappingFault, type Place } from "./fault.ts";
import { answerAt, type DatasetLookup, type Facts, isAbsent, type Scope } from "./scope.ts";
import { asText } from "./text.ts";

export type Read = (scope: Scope) => unknown;

const readFact: Record<Fact, (facts: Facts) => unknown> = {
  processId: (facts) => facts.processId,
  reference: (facts) => facts.reference,
  receivedAt: (facts) => facts.receivedAt,
  respondBy: (facts) => facts.respondBy,
  serviceTitle: (facts) => facts.serviceTitle,
  councilName: (facts) => facts.councilName,
  summary: (facts) => facts.summary,
  callbackUrl: (facts) => facts.callbackUrl,
  grant: (facts) => facts.grant,
  documentLinks: (facts) => facts.documentLinks,
  documentLabels: (facts) => facts.documentLabels,
  location: (facts) => facts.location,
  "payment.reference": (facts) => facts.payment?.reference,
  "payment.amount": (facts) => facts.payment?.amount,
  "contact.name": (facts) => facts.contact?.name,
  "contact.email": (facts) => facts.contact?.email,
  "contact.phone": (facts) => facts.contact?.phone,
};

/**
 * Turn a source into a function that reads it.
 *
 * @throws MappingFault for a path that is none, or a fact that there is not
 */
export function compileSource(source: Source, place: Place): Read {
  if ("value" in source) return () => source.value;
  if ("answer" in source) {
    const path = answerPath(source.answer, place);
    return (scope) => answerAt(scope, path);
  }
  if ("fact" in source) return compileFact(source.fact, place);
  return "dataset" in source ? compileDataset(source, place) : compileJoin(source, place);
}

/** Split `address.postcode` into its steps. */
export function answerPath(path: string, place: Place): readonly string[] {
  if (!/^[a-z][a-zA-Z0-9]*(\.[a-zA-Z0-9]+)*$/.test(path)) {
    throw new MappingFault(place, `“${path}” is not the name of an answer`);
  }
  return path.split(".");
}

function compileFact(fact: Fact, place: Place): Read {
  if (!Object.hasOwn(readFact, fact)) throw new MappingFault(place, `there is no fact “${fact}”`);
  const read = readFact[fact];
  return (scope) => read(scope.input.facts);
}

/** Without the dataset, the column or the row there is no value; each item of a list has one of its own. */
function compileDataset(
  { dataset, row, column }: Extract<Source, { dataset: string }>,
  place: Place,
): Read {
  const readKey = compileSource(row, place);
  return (scope) => {
    const key = readKey(scope);
    const table = scope.input.dataset?.(dataset);
    if (!table || isAbsent(key)) return undefined;
    const cell = cellReader(table, column, place);
    return Array.isArray(key) ? key.map(cell).filter((value) => !isAbsent(value)) : cell(key);
  };
}

function cellReader(
  table: DatasetLookup,
  column: string,
  place: Place,
): (key: unknown) => string | undefined {
  const index = table.columns.indexOf(column);
  return (key) => {
    const text = asText(key);
    if (text === undefined) throw new MappingFault(place, "what is looked up has parts; name one");
    return table.find(text)?.[index];
  };
}

function compileJoin(
  { join, with: separator }: Extract<Source, { join: unknown }>,
  place: Place,
): Read {
  const parts = join.map((part) => compileSource(part, place));
  return (scope) => joined(parts, scope, { place, separator });
}

function joined(
  parts: readonly Read[],
  scope: Scope,
  { place, separator }: { place: Place; separator: string },
): string {
  return parts
    .flatMap((read) => read(scope))
    .filter((value) => !isAbsent(value))
    .map((value) => {
      const text = asText(value);
      if (text === undefined) throw new MappingFault(place, "what is joined has parts; name one");
      return text;
    })
    .join(separator);
}
