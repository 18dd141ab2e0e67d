/** What a run of chaos comes to. Everything is counted, but for the one time, in milliseconds. */
export interface Figures {
  readonly acknowledged: number;
  readonly delivered: number;
  readonly held: number;
  readonly dead: number;
  readonly lost: number;
  readonly doubled: number;
  readonly messagesSentTwice: number;
  readonly smallTenantP50StartMs: number;
  /** 99 of 100 processes of small councils reached their back office within this, while another council flooded its own. */
  readonly smallTenantP99StartMs: number;
  readonly processKills: number;
  readonly redisKills: number;
  /** Calls to back offices that nobody can ask which got no answer, and those that a process died over. */
  readonly ambiguousInjected: number;
  readonly heldAfterKill: number;
  readonly heldWithoutDoubt: number;
  readonly messages: number;
  readonly repeatedRequests: number;
  readonly unexpectedAnswers: number;
}

/** What is wrong with these figures, each in a sentence; nothing where all is as promised. */
export function brokenPromises(
  figures: Figures,
  least: { readonly acknowledged: number },
): string[] {
  const none = ["lost", "doubled", "messagesSentTwice", "dead", "heldWithoutDoubt"] as const;
  const { acknowledged, delivered, held, unexpectedAnswers } = figures;
  return [
    ...none.filter((name) => figures[name] > 0).map((name) => `${name} is ${figures[name]}, not 0`),
    ...(acknowledged < least.acknowledged
      ? [`acknowledged is ${acknowledged}, less than ${least.acknowledged}`]
      : []),
    ...(acknowledged === delivered + held
      ? []
      : [`acknowledged is ${acknowledged}, and delivered and held are ${delivered + held}`]),
    ...(unexpectedAnswers > 0
      ? [`${unexpectedAnswers} answers were none that anybody should get`]
      : []),
  ];
}

/** The value that so many of a hundred do not pass. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.max(Math.ceil((sorted.length * percent) / 100) - 1, 0)] ?? 0);
}
