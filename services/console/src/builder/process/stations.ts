import type { DraftDefinition, DraftStatus, Step } from "@guildhall/contract";

/** One place on the way of a form that was sent in. */
export interface Station {
  readonly kind: "check" | "page" | "stage";
  readonly title: string;
  /** The condition without which it is passed over. */
  readonly condition?: string;
  /** What stands beside it: what happens where it fails, or the statuses that lead to it. */
  readonly beside?: string;
  /** Whether what stands beside leads here, and not away. */
  readonly isFromBeside?: boolean;
}

interface Words {
  readonly title: (step: Step) => string;
  readonly condition: (id: string) => string;
  readonly otherwise: (step: Step) => string | undefined;
}

/** The way of a form that was sent in: its steps in order, and behind them the stages at which a request can stand. */
export function stationsOf(
  { steps = [], stages }: DraftDefinition,
  statuses: readonly DraftStatus[],
  words: Words,
): readonly Station[] {
  return [
    { kind: "check", title: "The form is sent in" },
    ...steps.map((step) => stepStation(step, words)),
    ...stages.map(({ id, title }) => {
      const leading = statuses.filter((status) => status.stage === id);
      return stageStation(title, leading);
    }),
  ];
}

function stepStation(step: Step, { title, condition, otherwise }: Words): Station {
  const beside = otherwise(step)?.replace(/\.$/, "");
  return {
    kind: "page",
    title: title(step),
    ...(step.when === undefined ? {} : { condition: condition(step.when) }),
    ...(beside === undefined ? {} : { beside }),
  };
}

function stageStation(title: string, leading: readonly DraftStatus[]): Station {
  const names = [...new Set(leading.map(({ text, external }) => text ?? external))];
  const ends = leading.some((status) => status.ends !== undefined);
  const place = `The request stands at “${title}”${ends ? ", and can end there" : ""}`;
  if (names.length === 0) return { kind: "stage", title: place };
  return {
    kind: "stage",
    title: place,
    beside: `Statuses: ${names.join(", ")}`,
    isFromBeside: true,
  };
}
