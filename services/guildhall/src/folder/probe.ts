import type { Mapping, ServiceDefinition } from "@guildhall/contract";
import { pathOf, type Said } from "@guildhall/domain";
import { type CompiledForm, compileForm, createSampler } from "@guildhall/forms";
import {
  type CompiledMapping,
  compileMapping,
  MappingFault,
  type MappingInput,
  nearestPlace,
  type Place,
  positions,
  render,
} from "@guildhall/mapping";
import { wordsOf } from "@guildhall/worker";
import type { DocumentFault, SchemaChecker } from "@guildhall/xml";
import { codesIn, type ExampleFolder, inputOf } from "./example-input.ts";
import { adviceFor } from "./probe-advice.ts";

export interface ProbeSetting {
  readonly folder: ExampleFolder;
  readonly checker: Pick<SchemaChecker, "check">;
}

const receivedAt = "2026-06-12T08:15:30.000Z";

/**
 * Try a service's mappings out with the extremes of its form, and say for each row what citizens' answers could do to it.
 *
 * A mapping that has nothing said of it writes a document that its receiver's schema accepts, as far as a few hundred
 * answers can show: each option, each question left out, the shortest and the longest texts.
 */
export async function probe(service: ServiceDefinition, setting: ProbeSetting): Promise<Said[]> {
  if (service.mappings.length === 0) return [];
  const form = compileForm(service.form);
  const inputs = createSampler(form, receivedAt.slice(0, 10))
    .extremes()
    .map((answers) => inputOf({ service, form, answers, receivedAt }, setting.folder));
  const said: Said[] = [];
  for (const [at, mapping] of service.mappings.entries()) {
    const found = await tryMapping(mapping, form, { inputs, setting });
    said.push(...found.map(([path, words]): Said => [["mappings", at, ...path], words]));
  }
  return said;
}

type Input = Omit<MappingInput, "codes">;

async function tryMapping(
  mapping: Mapping,
  form: CompiledForm,
  { inputs, setting }: { inputs: readonly Input[]; setting: ProbeSetting },
): Promise<Said[]> {
  const compiled = compileMapping(mapping);
  const codes = codesIn(setting.folder, mapping.connector);
  const tried = inputs.map((input) =>
    tryInput(mapping, compiled, { input: { ...input, ...(codes && { codes }) }, setting }),
  );
  const objections = (await Promise.all(tried)).flat();
  // One row is at fault once, however many answers show it.
  const first = new Map(objections.toReversed().map((one) => [keyOf(one), one]));
  return [...first.values()].map(({ place, sentence }) => [
    pathOf(place.pointer),
    [place.target && `“${place.target}”:`, sentence, adviceFor(place, sentence, { mapping, form })]
      .filter(Boolean)
      .join(" "),
  ]);
}

interface Objection {
  readonly place: Place;
  readonly sentence: string;
}

/** Sentences with numbers in them differ from one answer to the next. */
function keyOf({ place, sentence }: Objection): string {
  return `${place.pointer} ${sentence}`;
}

async function tryInput(
  mapping: Mapping,
  compiled: CompiledMapping,
  { input, setting }: { input: MappingInput; setting: ProbeSetting },
): Promise<Objection[]> {
  const set = setting.folder.schemas.find(({ id }) => id === mapping.schema);
  try {
    const document = render(compiled, input);
    const faults = set ? await setting.checker.check(set, document) : [];
    if (faults.length === 0) return [];
    const places = positions(compiled, input);
    return faults.map((fault) => toObjection(fault, places));
  } catch (error) {
    if (!(error instanceof MappingFault)) throw error;
    return [{ place: error, sentence: `${error.reason}.` }];
  }
}

function toObjection(fault: DocumentFault, places: ReadonlyMap<string, Place>): Objection {
  return { place: nearestPlace(places, fault.position ?? ""), sentence: wordsOf(fault) };
}
