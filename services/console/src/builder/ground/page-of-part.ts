import type { DraftFinding, DraftSection, PartPath } from "@guildhall/contract";
import type { ServiceAddresses } from "./service-addresses.ts";

/** The page where a part of a service is made, and mended. */
export function pageOfPart(here: ServiceAddresses, at: PartPath): string {
  const [first = "", second = "", ...rest] = at.split("/").slice(1);
  const page = Object.hasOwn(pages, first) ? pages[first] : undefined;
  return page ? page(here, second, rest) : here.home;
}

/** The page where what was found is mended. */
export function pageOfFinding(here: ServiceAddresses, { at, code }: DraftFinding): string {
  return code === "no-purpose" ? `${here.privacy}#purposes` : pageOfPart(here, at);
}

/** The page of one section of the work. */
export function pageOfSection(here: ServiceAddresses, section: DraftSection): string {
  return sections[section](here);
}

type Way = (here: ServiceAddresses, second: string, rest: readonly string[]) => string;

/** By the first step of a part's path; each room of the builder has its lines. */
const pages: Readonly<Record<string, Way>> = {
  form: (here, second) => (second === "conditions" ? here.conditions : here.questions),
  mappings: (here, id) => (id ? `${here.destinations}/to/${id}` : here.destinations),
  stages: (here) => here.process,
  steps: (here) => here.process,
  statuses: (here) => here.process,
  target: (here) => here.process,
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
