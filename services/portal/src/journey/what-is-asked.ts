import type { Question, Service } from "@guildhall/contract";

/** The questions of a service by what they tell: of the person, of the matter, and in files. */
export interface Asked {
  readonly ofPerson: readonly string[];
  readonly ofMatter: readonly string[];
  readonly files: readonly string[];
}

type Item = Exclude<Question, { type: "group" }>;
type Kind = keyof Asked;

/** Types whose answers are somebody's own, whatever the service is about. */
const personal: readonly Item["type"][] = ["name", "email", "phone", "bank-details"];
/** Nothing that is not known already is told by them. */
const telling: readonly Item["type"][] = ["calculated", "declaration"];

/** List what a service may ask, each question once, as its form puts it. */
export function whatIsAsked({ form, contact }: Pick<Service, "form" | "contact">): Asked {
  const contacts = new Set(Object.values(contact).filter((id) => id !== undefined));
  const kindOf = ({ id, type }: Item): Kind => {
    if (type === "files") return "files";
    return contacts.has(id) || personal.includes(type) ? "ofPerson" : "ofMatter";
  };
  const items = form.pages
    .flatMap(({ questions }) => questions)
    .flatMap((question): Item[] => (question.type === "group" ? question.questions : [question]))
    .filter(({ type }) => !telling.includes(type));
  const labels = (kind: Kind) => [
    ...new Set(items.filter((item) => kindOf(item) === kind).map(({ label }) => label)),
  ];
  return { ofPerson: labels("ofPerson"), ofMatter: labels("ofMatter"), files: labels("files") };
}
