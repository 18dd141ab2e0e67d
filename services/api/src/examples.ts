import type {
  ConnectionChange,
  Container,
  NewAccessRequest,
  NewCredential,
  NewDraftDefinition,
  NewEdits,
  NewKey,
  NewNote,
  NewPerson,
  NewProcess,
  NewServiceVersion,
  NewSession,
  NewSubscription,
  NewTenant,
  SessionSecret,
  TaskCompletion,
} from "@guildhall/contract";
import type { z } from "@hono/zod-openapi";

/** What an officer found out at the door. */
export const exampleContainer: Container = {
  submitter: { phone: "01223 457000" },
  location: { address: "2 Sample Row, Cambridge, CB1 1AA" },
  flags: { emergency: false },
};

/** A report that the cookbook's noise service accepts as it stands: something to try the API with. */
export const exampleProcess: NewProcess = {
  service: "noise-nuisance",
  answers: {
    noiseSource: "not-known",
    noiseKinds: ["other"],
    noiseDescription: "A low hum.",
    addressKnown: false,
    noisePlace: "Somewhere behind Sample Row.",
    happeningNow: false,
    howOften: "once",
    timesOfDay: ["night"],
    noiseDates: [{ date: "2026-06-11", from: "23:00" }],
    effects: ["sleep"],
    heardIndoors: true,
    spokenTo: false,
    reportedBefore: false,
    giveDetails: false,
  },
};

export const exampleNote: NewNote = {
  contents: "We will visit on Tuesday between 10pm and midnight.",
  visibleToCitizen: true,
};

export const exampleCompletion: TaskCompletion = {
  outcome: "completed",
  fields: { summary: "A notice was served." },
};

export const exampleSubscription: NewSubscription = {
  url: "https://cases.example.com/hooks/guildhall",
  events: ["process.started", "stage.changed", "process.ended"],
  description: "Keeps our case list up to date",
  signature: "ed25519",
};

export const exampleAccessRequest: NewAccessRequest = {
  organisation: "Warm Homes Advice",
  kind: "partner",
  purpose: "To show the people we help how far their request to the council is.",
  scopes: ["processes:read", "notes:read"],
  contact: { name: "Grace Hopper", email: "grace@warm-homes.example" },
  wants: "live",
};

export const exampleNewKey: NewKey = {
  name: "Acme Case Systems",
  kind: "vendor",
  scopes: ["processes:read", "tasks:write"],
  description: "Their case system, for environmental health",
  allowedAddresses: ["203.0.113.0/24"],
};

export const exampleConnection: z.input<typeof ConnectionChange> = {
  kind: "alloy",
  name: "environmental health",
  address: "https://api.uk.alloyapp.io",
  settings: {},
  statuses: [{ external: "Closed", stage: "done", ends: "completed" }],
};

export const exampleCredential: NewCredential = { apiKey: "as-the-outside-system-gave-it" };

/** A service that a team works by itself: one question, one task, no back office. */
export const exampleService: z.input<typeof NewServiceVersion> = {
  title: "Tell us about an empty home",
  summary: "Tell us where a home has stood empty for six months or more.",
  form: {
    pages: [
      {
        id: "home",
        title: "The home",
        questions: [{ id: "where", type: "text", label: "Where is it?" }],
      },
    ],
  },
  stages: [
    { id: "received", title: "Received" },
    { id: "done", title: "Finished" },
  ],
  steps: [{ id: "look", kind: "task", title: "Find the owner", dueWorkingDays: 5 }],
  target: { firstResponseWorkingDays: 5, text: "We answer within 5 working days." },
  whatHappensNext: "An officer looks for the owner and writes to them.",
  retention: { days: 730, lawfulBasis: "Public task" },
};

/** A service that somebody has begun to make. */
export const exampleDraft: z.input<typeof NewDraftDefinition> = {
  title: "Report a broken bench",
  form: {
    pages: [
      {
        id: "bench",
        title: "The bench",
        questions: [{ id: "where", type: "text", label: "Where is it?" }],
      },
    ],
  },
};

export const exampleEdits: z.input<typeof NewEdits> = {
  since: 1,
  edits: [
    { act: "set", at: "/summary", to: "Tell us about a bench that somebody could be hurt on." },
    {
      act: "add",
      to: "/form/pages",
      item: {
        id: "bench",
        title: "The bench",
        questions: [{ id: "where", type: "text", label: "Where is it?" }],
      },
    },
  ],
};

export const exampleNewPerson: NewPerson = {
  name: "Grace Hopper",
  email: "grace.hopper@council.example",
  roles: ["caseworker"],
};

export const exampleNewTenant: z.input<typeof NewTenant> = {
  id: "fenmarsh",
  name: "Fenmarsh District Council",
  colour: "#0a5c55",
  administrators: [{ name: "Grace Hopper", email: "grace.hopper@fenmarsh.example" }],
};

export const exampleNewSession: NewSession = {
  code: "Zm91ci1hbmQtZm9ydHktdHdvLWxldHRlcnMtb2YtaXQ",
  browserSecret: "dGhlLWJyb3dzZXItdGhhdC1iZWdhbi1oYXMtaXQtd2g",
};

export const exampleSessionSecret: SessionSecret = {
  secret: "ses_01kb3zq8w5v0t6m2h9r4c7d1xe.3.bm9ib2R5LXdpbGwtZXZlci1iZS1naXZlbi10aGlzLW9",
};
