import type { Source } from "@guildhall/contract";
import { MappingFault, type Place } from "./fault.ts";
import { answerAt, type Facts, isAbsent, type Scope } from "./scope.ts";
import { asText } from "./text.ts";

export type Read = (scope: Scope) => unknown;

const readFact: Record<string, (facts: Facts) => unknown> = {
  processId: (facts) => facts.processId,
  reference: (facts) => facts.reference,
  receivedAt: (facts) => facts.receivedAt,
  serviceTitle: (facts) => facts.serviceTitle,
  summary: (facts) => facts.summary,
  callbackUrl: (facts) => facts.callbackUrl,
  grant: (facts) => facts.grant,
  documentLinks: (facts) => facts.documentLinks,
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
  const parts = source.join.map((part) => compileSource(part as Source, place));
  return (scope) => joined(parts, scope, { place, separator: source.with });
}

/** Split `address.postcode` into its steps. */
export function answerPath(path: string, place: Place): readonly string[] {
  if (!/^[a-z][a-zA-Z0-9]*(\.[a-zA-Z0-9]+)*$/.test(path)) {
    throw new MappingFault(place, `“${path}” is not the name of an answer`);
  }
  return path.split(".");
}

function compileFact(name: string, place: Place): Read {
  const read = Object.hasOwn(readFact, name) ? readFact[name] : undefined;
  if (!read) throw new MappingFault(place, `there is no fact “${name}”`);
  return (scope) => read(scope.input.facts);
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
