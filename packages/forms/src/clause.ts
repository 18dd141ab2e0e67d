const auxiliary = "is|are|was|were|has|have|had|can|could|will|would|should|may|might|must";
const pronoun = "you|it|they|we|he|she|I|there|this|anyone|someone|anything|everyone";
const determiner = "the|a|an|any|your|my|our|their|his|her|its|that|these|those|each|all";

const turned = new RegExp(`^(.*?)\\b(${auxiliary}|do) (${pronoun})\\b(.*)$`, "i");
const asksWithVerb = new RegExp(`\\b(?:${auxiliary}|do|does|did)\\b`, "i");
const turnedElsewhere = new RegExp(
  `\\b(?:do|does|did|(?:${auxiliary}) (?:${determiner}|${pronoun}))\\b|\\b(?:${auxiliary}) [A-Z]`,
);
const asksForSubject = /^(?:who|what|which|how many|how much)\b/i;

/** A question as it stands inside a sentence; `open` where it asks more than yes or no. */
export interface Clause {
  readonly words: string;
  readonly open: boolean;
}

/**
 * Turn a question round, so that a sentence can hold it: "What can you hear?" → "what you can hear".
 *
 * Only what can be turned by moving a word is: where the verb would change ("When did it start?") there is
 * no clause, and the sentence quotes the question instead.
 */
export function clauseOf(question: string): Clause | undefined {
  const bare = question.slice(0, -1);
  if (!question.endsWith("?") || bare.includes("?")) return undefined;
  const [, before = "", verb = "", subject = "", rest = ""] = turned.exec(bare) ?? [];
  if (subject === "") return asItStands(bare);
  if (before.includes(",") || asksWithVerb.test(before)) return undefined;
  const helper = /^do$/i.test(verb) ? "" : ` ${verb.toLowerCase()}`;
  return {
    words: smallFirst(`${before}${smallFirst(subject)}${helper}${rest}`),
    open: before !== "",
  };
}

/** "Who owns the land?" asks for its own subject, so nothing has to move. */
function asItStands(bare: string): Clause | undefined {
  const stands = asksForSubject.test(bare) && !turnedElsewhere.test(bare);
  return stands ? { words: smallFirst(bare), open: true } : undefined;
}

/** Begin with a small letter; abbreviations and "I" keep their capital. */
export function smallFirst(text: string): string {
  return /^(?:[A-Z]{2}|I\b)/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
