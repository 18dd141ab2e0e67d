import { ConnectorDefinition, ServiceDefinition, TenantDefinition } from "@guildhall/contract";
import type { TenantBundle } from "@guildhall/domain";
import { benchService } from "./service-name.ts";

export const council = "benchmarkshire";

/** A council whose requests end when its team has done its task; the others' end nowhere. */
export const followedCouncil = "followedshire";

/** The connector that its deliveries go by; the bench gives it a back office of its own. */
export const benchConnector = "revenues";

/** A council of the bench's own: one service of twelve questions, delivered as XML, with a message at the start. */
export function benchTenant(id: string): TenantBundle {
  return {
    tenant: TenantDefinition.parse({
      id,
      kind: "council",
      name: "Benchmarkshire District Council",
      referencePrefix: "BEN",
    }),
    brands: [{ brand }],
    connectors: [connector],
    datasets: [],
    schemas: [],
    services: [id === followedCouncil ? followedService : service],
  };
}

const brand = {
  id: "benchmarkshire",
  name: "Benchmarkshire District Council",
  shortName: "Benchmarkshire",
  colours: { brand: "#1f4e5f", link: "#1d5a8a", linkHover: "#0f3550" },
  contact: { telephone: "01632 960000", email: "help@example.org" },
};

const connector = ConnectorDefinition.parse({
  id: benchConnector,
  kind: "uniform",
  name: "Council tax",
  address: "simulator:bench",
  maxParallel: 64,
});

const question = (id: string, label: string, rest: object) => ({ id, label, ...rest });

const form = {
  conditions: [{ id: "is-tenant", name: "They rent it", when: { "!": { var: "isOwner" } } }],
  pages: [
    {
      id: "about-you",
      title: "About you",
      questions: [
        question("accountNumber", "What is your account number?", { type: "text", maxLength: 8 }),
        question("firstName", "First name", { type: "name" }),
        question("lastName", "Last name", { type: "name" }),
        question("email", "E-mail address", { type: "email" }),
        question("phone", "Telephone number", { type: "phone" }),
      ],
    },
    {
      id: "the-move",
      title: "The move",
      questions: [
        question("moveDate", "When do you move?", { type: "date" }),
        question("reason", "How do you come to live there?", {
          type: "radios",
          options: ["bought", "rented", "inherited"].map((value) => ({ value, label: value })),
        }),
        question("oldAddress", "Where do you move from?", { type: "address" }),
        question("newAddress", "Where do you move to?", { type: "address" }),
        question("isOwner", "Do you own it?", { type: "yes-no" }),
        question("landlord", "Who is your landlord?", {
          type: "name",
          when: "is-tenant",
          required: false,
        }),
      ],
    },
    {
      id: "household",
      title: "Your household",
      questions: [
        question("occupants", "Who moves with you?", {
          type: "group",
          itemName: "person",
          questions: [
            question("fullName", "Full name", { type: "name" }),
            question("born", "Date of birth", { type: "date" }),
          ],
        }),
        question("notes", "Is there anything else?", { type: "long-text", required: false }),
      ],
    },
  ],
};

const addressRows = (answer: string) =>
  ["line1", "line2", "town", "postcode"].map((part) => ({
    target: part,
    from: { answer: `${answer}.${part}` },
  }));

const flatRows = (answer: string, under: string) =>
  addressRows(answer).map((row) => ({ ...row, target: `${under}/${row.target}` }));

const mapping = {
  id: "case",
  connector: benchConnector,
  operation: "submit",
  format: "xml",
  root: "submission",
  rows: [
    { target: "ref", from: { fact: "reference" }, required: true },
    { target: "received", from: { fact: "receivedAt" } },
    { target: "callback", from: { fact: "callbackUrl" } },
    { target: "grant", from: { fact: "grant" } },
    { target: "accountNumber", from: { answer: "accountNumber" }, required: true },
    { target: "surname", from: { answer: "lastName" }, change: ["upper"] },
    { target: "forename", from: { answer: "firstName" } },
    { target: "email", from: { answer: "email" } },
    { target: "phone", from: { answer: "phone" } },
    { target: "moveDate", from: { answer: "moveDate" }, change: [{ date: "dd/MM/yyyy" }] },
    { target: "reason", from: { answer: "reason" }, change: [{ label: "of-option" }] },
    ...flatRows("oldAddress", "oldAddress"),
    ...flatRows("newAddress", "address"),
    {
      target: "occupant",
      each: "occupants",
      rows: [
        { target: "name", from: { answer: "fullName" } },
        { target: "born", from: { answer: "born" } },
      ],
    },
    { target: "notes", from: { answer: "notes" } },
  ],
};

const service = ServiceDefinition.parse({
  id: benchService,
  title: "Tell us that you are moving home",
  summary: "Move your council tax with you",
  category: "Council tax",
  brand: brand.id,
  form,
  contact: { name: "lastName", email: "email", phone: "phone", address: "newAddress" },
  stages: [{ id: "received", title: "We have it" }],
  steps: [{ id: "send", kind: "deliver", mapping: mapping.id }],
  target: { firstResponseWorkingDays: 5, text: "We answer within 5 working days." },
  whatHappensNext: "We change your account and write to you.",
  messages: {
    started: {
      subject: "We have your move, ((reference))",
      text: "Dear ((name)),\n\nthank you for telling us. Your reference is ((reference)).\n\n((whatHappensNext))",
    },
  },
  mappings: [mapping],
  retention: { days: 365, lawfulBasis: "Public task" },
});

const followedService = ServiceDefinition.parse({
  ...service,
  steps: [...service.steps, { id: "work", kind: "task", title: "Change the account" }],
  messages: {
    ...service.messages,
    completed: {
      subject: "We have changed your account, ((reference))",
      text: "Dear ((name)),\n\nwe have changed your account, ((reference)).",
    },
  },
});
