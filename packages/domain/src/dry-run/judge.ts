import type {
  DeliveryEnd,
  DryRun,
  Scenario,
  ScenarioExpectation,
  ScenarioResult,
  ServiceDefinition,
} from "@guildhall/contract";
import { valuesAt } from "@guildhall/mapping";

/** Say whether what came of a scenario is what it has, and what is otherwise. */
export function judge(
  scenario: Scenario,
  run: DryRun,
  definition: Pick<ServiceDefinition, "stages">,
): ScenarioResult {
  const { id, name, expects } = scenario;
  const differences = [
    ...endDiffers(expects.ends, run),
    ...(isAsItEnds(expects.ends, run) ? [] : faultsOf(run)),
    ...stagesDiffer(expects.stages, run, definition),
    ...messagesDiffer(expects.messages, run),
    ...documentDiffers(expects.documentHas ?? [], run.documents),
  ];
  const isGood = differences.length === 0;
  const verdict = isGood
    ? `“${name}” went as it has to.`
    : `“${name}” went otherwise: ${differences[0]}`;
  const outcome = isGood ? "passed" : "failed";
  return { scenario: id, name, outcome, verdict, differences, run };
}

const ended: Readonly<Record<DeliveryEnd, string>> = {
  accepted: "taken by the back office",
  held: "held for a person to look at",
  refused: "refused by the back office",
};

/** A run that came to a stop is what was wanted only where the stop was. */
function isAsItEnds(wanted: DeliveryEnd, { outcome, ends }: DryRun): boolean {
  const isStopped = outcome === "waiting" || (outcome === "failed" && wanted === "accepted");
  return ends === wanted && !isStopped;
}

function endDiffers(wanted: DeliveryEnd, run: DryRun): string[] {
  if (isAsItEnds(wanted, run)) return [];
  const { outcome, verdict, ends } = run;
  if (ends === wanted) return [verdict];
  const got = ends === undefined ? "it did not get so far" : `it was ${ended[ends]}`;
  const why = outcome === "passed" ? "" : ` ${verdict}`;
  return [`It was to be ${ended[wanted]}, and ${got}.${why}`];
}

/** What is wrong where it stopped, by question or row. */
function faultsOf({ steps }: DryRun): readonly string[] {
  return steps.find(({ state }) => state === "failed")?.faults ?? [];
}

function stagesDiffer(
  wanted: ScenarioExpectation["stages"],
  { stages, stageIds }: DryRun,
  definition: Pick<ServiceDefinition, "stages">,
): string[] {
  if (wanted === undefined || isSame(wanted, stageIds)) return [];
  const titles = wanted.map((id) => definition.stages.find((one) => one.id === id)?.title ?? id);
  return [`The citizen was to read ${listed(titles)}, and read ${listed(stages)}.`];
}

/** A note is not missed where officers of the back office write none: the same scenario fits another back office. */
function messagesDiffer(
  expected: ScenarioExpectation["messages"],
  { messages, steps }: DryRun,
): string[] {
  const got = messages.map(({ purpose }) => purpose);
  const hasNoNotes = steps.some(({ step, state }) => step === "note" && state === "skipped");
  const wanted = expected?.filter((purpose) => !(hasNoNotes && purpose === "note-added"));
  if (wanted === undefined || isSame(wanted, got)) return [];
  return [`The citizen was to be written ${listed(wanted)}, and was written ${listed(got)}.`];
}

/** Say what does not stand in the documents where it has to. */
export function documentDiffers(
  wanted: NonNullable<ScenarioExpectation["documentHas"]>,
  documents: readonly Omit<DryRun["documents"][number], "connector">[],
): string[] {
  return wanted.flatMap(({ mapping, target, value }) => {
    const meant = documents.filter((one) => mapping === undefined || one.mapping === mapping);
    const got = meant.flatMap(({ text, format }) => valuesAt(text, format, target));
    if (got.includes(value)) return [];
    const is = got.length === 0 ? "there is nothing" : `there is ${listed(got)}`;
    return [`The document was to have “${value}” at “${target}”, and ${is}.`];
  });
}

function listed(items: readonly string[]): string {
  return items.length === 0 ? "nothing" : items.map((item) => `“${item}”`).join(", then ");
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, at) => item === other[at]);
}
