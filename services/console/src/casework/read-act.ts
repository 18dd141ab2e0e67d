import type { BulkTasks } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import type { Faults } from "../pages/frame.ts";

export const acts = {
  assign: "Give to somebody",
  complete: "Complete",
  note: "Add a note",
} as const;
export type Act = keyof typeof acts;

/** What was typed of one thing that is to be done to tasks. */
export interface TypedAct {
  readonly act: Act;
  readonly assignee: string;
  readonly team: string;
  readonly outcome: string;
  readonly words: string;
  readonly visible: boolean;
}

export function typedAct(fields: Fields): TypedAct | undefined {
  const one = (name: string) => (fieldOf(fields, name) ?? "").trim();
  const act = one("act");
  if (!Object.hasOwn(acts, act)) return undefined;
  return {
    act: act as Act, // It was just looked for.
    assignee: one("assignee"),
    team: one("team").slice(0, 120),
    outcome: one("outcome"),
    words: one("words"),
    visible: fieldOf(fields, "visible") === "yes",
  };
}

const outcomes = ["completed", "closed", "referred"] as const;

/** Make of it what is done, or say what is wrong with it. */
export function actOf(typed: TypedAct): { act: BulkTasks["act"] } | { faults: Faults } {
  const { words } = typed;
  const most = typed.act === "note" ? 4000 : 1200;
  if (words.length > most)
    return {
      faults: { words: `This must be ${most.toLocaleString("en-GB")} characters or fewer` },
    };
  return kinds[typed.act](typed);
}

const kinds: Record<Act, (typed: TypedAct) => ReturnType<typeof actOf>> = {
  assign: ({ assignee, team, words }) => {
    if (assignee === "" && team === "")
      return { faults: { assignee: "Choose who it is for, or which team" } };
    const whom = assignee === "" || assignee === "nobody" ? null : assignee;
    const also = { ...(team && { team }), ...(words && { words }) };
    return { act: { kind: "assign", assignee: whom, ...also } };
  },
  complete: ({ outcome: asked, words }) => {
    const outcome = outcomes.find((one) => one === asked);
    if (outcome === undefined) return { faults: { outcome: "Choose how it ended" } };
    return { act: { kind: "complete", outcome, fields: {}, ...(words && { words }) } };
  },
  note: ({ words, visible }) => {
    if (words === "") return { faults: { words: "Write the note" } };
    return { act: { kind: "note", contents: words, visibleToCitizen: visible } };
  },
};

/** What the citizen reads of it, before it is sent; undefined where they read none of the words. */
export function wordsForCitizen({ act, words, visible }: TypedAct): string | undefined {
  const isRead = act === "complete" || (act === "note" && visible);
  return isRead && words !== "" ? words : undefined;
}
