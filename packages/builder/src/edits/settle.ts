import { DraftDefinition, type Edit, type PartPath } from "@guildhall/contract";
import type { Data } from "../data.ts";
import { stepsAlong, valueAt, type Way, wayTo } from "../locate.ts";
import { overlaps, pathOf } from "../path.ts";
import { doublesIn, keyOf } from "../scope.ts";
import { type Shortcoming, shortcomings } from "../shortcomings.ts";
import { areMany, capital, itemWords, partWords } from "../words/part-words.ts";
import { touched } from "./touched.ts";

/** What is wrong with a definition after edits, at which part, in a sentence. */
interface Wrong {
  readonly at: PartPath;
  readonly sentence: string;
}

interface Change {
  readonly before: Data;
  readonly after: Data;
}

/** Read what edits made of a definition; nothing may be named twice that was not before. */
export function settle(
  before: Data,
  after: Data,
): { definition: DraftDefinition } | { wrong: Wrong } {
  const read = DraftDefinition.safeParse(after);
  if (!read.success) {
    const [issue] = read.error.issues;
    const [first] = issue ? shortcomings(issue, after) : [];
    return {
      wrong: first
        ? wrongWith({ before, after }, first)
        : { at: "", sentence: "This is not right." },
    };
  }
  const double = doubleIn(before, after);
  return double ? { wrong: double } : { definition: read.data };
}

/** The edit that brought it about: the last that has to do with the part, else the last of all. */
export function culprit(edits: readonly Edit[], at: PartPath): number {
  const last = edits.findLastIndex((edit) =>
    [...touched([edit]), "to" in edit && edit.act !== "set" ? edit.to : undefined].some(
      (path) => path !== undefined && overlaps(path, at),
    ),
  );
  return last < 0 ? edits.length - 1 : last;
}

/** A part is called what it was called before, as its new words may be what is wrong. */
function wrongWith({ before, after }: Change, { path, says }: Shortcoming): Wrong {
  const steps = stepsAlong(after, path);
  const isKnown = wayTo(before, steps) !== undefined;
  const words = partWords(isKnown ? before : after, steps);
  return { at: pathOf(steps), sentence: `${capital(words)} ${said(says, areMany(words))}.` };
}

function said(says: string, isMany: boolean): string {
  const least = /^should be at least (\d+) long$/.exec(says)?.[1];
  if (least !== undefined) return `should have at least ${least}`;
  const most = /^should be at most (\d+) long$/.exec(says)?.[1];
  if (most !== undefined) return `should have at most ${most}`;
  return isMany ? says.replace(/^is /, "are ") : says;
}

function doubleIn(before: Data, after: Data): Wrong | undefined {
  const doubles = doublesIn(after);
  if (doubles.length === 0) return undefined;
  const known = new Set(doublesIn(before).map((double) => keyOf(before, double)));
  const double = doubles.find((one) => !known.has(keyOf(after, one)));
  if (!double) return undefined;
  const { at, name } = double;
  const key = listOf(at);
  const words = itemWords(key, valueAt(after, at), name);
  return {
    at: pathOf(stepsAlong(after, at)),
    sentence: `The name “${name}” is there twice: another has it beside the ${words}.`,
  };
}

function listOf(way: Way): string {
  return String(way.at(-2) ?? "");
}
