import type { DraftFinding, DraftSection, PartPath } from "@guildhall/contract";
import { conditionAddresses } from "../conditions/addresses.ts";
import { anchorOf as processAnchor } from "../process/addresses.ts";
import { questionAddresses } from "../questions/addresses.ts";
import type { ServiceAddresses } from "./service-addresses.ts";

/** The page where a part of a service is made, and mended. */
export function pageOfPart(here: ServiceAddresses, at: PartPath): string {
  const [first = "", second = "", ...rest] = at.split("/").slice(1);
  const page = Object.hasOwn(pages, first) ? pages[first] : undefined;
  return page ? page(here, second, rest) : here.home;
}

/** The page where what was found is mended. */
export function pageOfFinding(here: ServiceAddresses, { at, code }: DraftFinding): string {
  const own = Object.hasOwn(byCode, code) ? byCode[code] : undefined;
  return own ? own(here) : pageOfPart(here, at);
}

/** What is mended elsewhere than where its part is made. */
const byCode: Readonly<Record<string, (here: ServiceAddresses) => string>> = {
  "no-purpose": (here) => `${here.privacy}#purposes`,
  "recipe-part-undecided": (here) => here.recipe,
  "scenario-failed": (here) => `${here.tryIt}#scenarios`,
};

/** The page of one section of the work. */
export function pageOfSection(here: ServiceAddresses, section: DraftSection): string {
  return sections[section](here);
}

type Way = (here: ServiceAddresses, second: string, rest: readonly string[]) => string;

/** By the first step of a part's path; each room of the builder has its lines. */
const pages: Readonly<Record<string, Way>> = {
  form: pageInForm,
  mappings: (here, id) => (id ? `${here.destinations}/to/${id}` : here.destinations),
  stages: (here, id) => `${here.process}#${id ? processAnchor(`/stages/${id}`) : "stages"}`,
  steps: (here, id) => `${here.process}#${id ? processAnchor(`/steps/${id}`) : "steps"}`,
  statuses: (here) => `${here.process}#statuses`,
  target: (here) => `${here.process}#target`,
  lookFirst: (here) => here.nearby,
  notFixed: (here) => here.afterEnd,
  messages: (here, kind) => (kind ? `${here.messages}/${kind}` : here.messages),
  whatHappensNext: (here) => here.messages,
  scenarios: (here, id) => (id ? `${here.tryIt}/scenarios/${id}` : here.tryIt),
  title: (here) => `${here.look}#title`,
  summary: (here) => `${here.look}#summary`,
  category: (here) => `${here.look}#category`,
  introduction: (here) => `${here.look}#introduction`,
  urgent: (here) => `${here.look}#urgent`,
  brand: (here) => `${here.look}#brand`,
  lgsl: (here) => `${here.look}#lgsl`,
  replacesDrafts: (here) => `${here.look}#replacesDrafts`,
  welsh: (here) => here.welsh,
  retention: (here, field) => `${here.privacy}#${field || "lawfulBasis"}`,
  contact: (here, field) => `${here.privacy}#contact-${field || "name"}`,
  location: (here) => `${here.privacy}#location`,
};

/** The list of questions opens at the page, question or section that a part lies in. */
function pageInForm(here: ServiceAddresses, list: string, rest: readonly string[]): string {
  const [name] = rest;
  if (list === "conditions") return name ? conditionAddresses(here).edit(name) : here.conditions;
  if (name === undefined) return here.questions;
  const question = rest[1] === "questions" ? rest.slice(1, rest[3] === "questions" ? 5 : 3) : [];
  return questionAddresses(here).open(["/form", list, name, ...question].join("/"));
}

const sections: Readonly<Record<DraftSection, (here: ServiceAddresses) => string>> = {
  questions: (here) => here.questions,
  destinations: (here) => here.destinations,
  process: (here) => here.process,
  messages: (here) => here.messages,
  look: (here) => here.look,
  privacy: (here) => here.privacy,
  scenarios: (here) => here.tryIt,
  publishing: (here) => here.publish,
};
