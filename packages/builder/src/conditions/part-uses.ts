import type { DraftDefinition, PartPath, PartUse, PartUses } from "@guildhall/contract";
import { usesOf } from "./uses.ts";

type Kind = PartUse["kind"];

/** Name what uses a part, with a sentence: “Used on 4 pages and in 2 rows of mappings.” */
export function partUses(definition: DraftDefinition, at: PartPath): PartUses {
  const uses = usesOf(definition, at);
  const kinds = [...new Set(uses.map(({ kind }) => kind))];
  const counted = kinds.map((kind) =>
    countWords(
      kind,
      uses.filter((use) => use.kind === kind),
    ),
  );
  const sentence = counted.length === 0 ? "Not used anywhere." : `Used ${joined(counted)}.`;
  return { at, sentence, uses };
}

const counts: Readonly<Record<Kind, readonly [one: string, many: string]>> = {
  page: ["on 1 page", "on # pages"],
  question: ["by 1 question", "by # questions"],
  condition: ["in 1 condition", "in # conditions"],
  mapping: ["in 1 row of a mapping", "in # rows of mappings"],
  step: ["by 1 step", "by # steps"],
  message: ["in 1 message", "in # messages"],
  status: ["by 1 status", "by # statuses"],
  contact: ["for 1 detail of the person or place", "for # details of the person or place"],
  service: ["by the whole service", "by # services"],
};

function countWords(kind: Kind, uses: readonly PartUse[]): string {
  const [one, many] = counts[kind];
  return uses.length === 1 ? one : many.replace("#", String(uses.length));
}

function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
