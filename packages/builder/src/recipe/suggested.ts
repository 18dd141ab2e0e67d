import type { DraftDefinition, RecipePart } from "@guildhall/contract";
import { stepsIn } from "../conditions/step-in.ts";
import { under } from "../path.ts";

/**
 * Suggest what to say of the parts of a service that is shared: what keeps people safe and what the law says stays as
 * it is, and what only whoever adopts it can know has to be decided. The author has the last word.
 */
export function suggestedParts(definition: DraftDefinition): RecipePart[] {
  return rules.flatMap((rule) => rule(definition));
}

type Rule = (definition: DraftDefinition) => RecipePart[];

const emergency = /\b(999|112|emergency services)\b/i;
/** An email address, or a telephone number of a place. */
const ownContact = /[^\s@]+@[^\s@]+\.[a-z]{2,}|\b0[12]\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}\b/i;

const lock = (at: string, why: string): RecipePart => ({ at, may: "locked", why });
const ask = (at: string, why: string): RecipePart => ({ at, may: "must-change", why });

const safety = "It tells people in danger what to do, and has to be right everywhere.";

const rules: readonly Rule[] = [
  ({ urgent }) => (urgent !== undefined && emergency.test(urgent) ? [lock("/urgent", safety)] : []),
  ({ lgsl }) =>
    lgsl === undefined
      ? []
      : [lock("/lgsl", "The number of this service in the national list is the same everywhere.")],
  ({ form: { pages } }) => {
    const steps = stepsIn("pages", pages);
    return pages.flatMap(({ kind, text }, place) =>
      kind === "exit" && emergency.test(text ?? "")
        ? [lock(under("/form/pages", steps[place] ?? "", "text"), safety)]
        : [],
    );
  },
  ({ retention }) =>
    retention?.lawfulBasis === undefined
      ? []
      : [lock("/retention/lawfulBasis", "The law is the same for every council.")],
  ({ steps = [], mappings = [] }) =>
    steps.some(({ kind }) => kind === "deliver")
      ? [
          ask(
            "/mappings",
            mappings.length === 0
              ? "Say where answers go in your council."
              : "Put your own back office and its codes in the place of the author’s.",
          ),
        ]
      : [],
  ({ steps = [] }) => {
    const names = stepsIn("steps", steps);
    return steps.flatMap((step, place) => {
      const at = under("/steps", names[place] ?? "");
      if (step.kind === "task")
        return [ask(at, "Say which of your teams does this, and how soon.")];
      return step.kind === "payment" ? [ask(at, "Say what it costs with you.")] : [];
    });
  },
  ({ target }) =>
    target === undefined ? [] : [ask("/target", "Say how soon your own council answers.")],
  ({ retention }) =>
    retention?.days === undefined
      ? []
      : [ask("/retention/days", "Your own retention schedule says for how long answers are kept.")],
  ({ welsh = {} }) =>
    Object.keys(welsh).length === 0
      ? []
      : [ask("/welsh", "Have your own translator confirm the Welsh, or take it away.")],
  (definition) =>
    textsOf(definition).flatMap(([at, text]) =>
      ownContact.test(text ?? "")
        ? [ask(at, "Put your own telephone number or email address here.")]
        : [],
    ),
];

/** The texts in which councils say how they are reached. */
function textsOf({ introduction, whatHappensNext, messages = {}, form }: DraftDefinition): Text[] {
  const pages = stepsIn("pages", form.pages);
  return [
    ["/introduction", introduction],
    ["/whatHappensNext", whatHappensNext],
    ...Object.entries(messages).map(
      ([kind, words]): Text => [under("/messages", kind, "text"), words?.text],
    ),
    ...form.pages.map(
      ({ text }, place): Text => [under("/form/pages", pages[place] ?? "", "text"), text],
    ),
  ];
}

type Text = readonly [at: string, text: string | undefined];
