import { ConnectorDefinition, ServiceDefinition, TenantDefinition } from "@guildhall/contract";
import {
  applyTenant,
  asPlatform,
  createGrounds,
  createIds,
  issueKey,
  type TenantBundle,
} from "@guildhall/domain";
import { type Config, loadRootKey } from "@guildhall/runtime";
import { putSecret, Store, sealSecret, transact } from "@guildhall/store";
import type { z } from "zod";
import type { Manner } from "./back-office.ts";
import type { Council } from "./citizens.ts";

/** A council of the chaos: what it is called, what it is let in with, and what its back office is like. */
export interface ChaosCouncil extends Council {
  readonly manner: Manner;
}

const actor = { kind: "platform", id: "chaos", name: "Chaos" } as const;

/** What the back office of each council is like; that of the first, which floods, can be asked. */
export function mannerOf(council: string): Manner {
  // A list of three, and so each place in it is there.
  return manners[Number(council.slice("chaos-".length)) % 3] as Manner;
}

const manners: readonly Manner[] = ["asked", "keyed", "mute"];

/** Make ten councils in an empty data folder, each with a service, a connector and a key. */
export async function makeCouncils(config: Config, count = 10): Promise<ChaosCouncil[]> {
  const store = await Store.open({ folder: config.data, rootKey: await loadRootKey(config) });
  const now = Date.now;
  const handover = { reserve: () => undefined, give: () => {}, wake: () => {} };
  const { publicUrl } = config;
  const groundFor = createGrounds({ store, publicUrl, handover, ids: createIds(now), now });
  const councils: ChaosCouncil[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const id = `chaos-${nth}`;
    await applyTenant(store, bundleOf(id), { actor, now: now() });
    const ground = await groundFor(id);
    if (!ground) throw new Error(`There is no tenant ${id}.`);
    const name = "connector/office";
    const jwe = await sealSecret(ground.db.vault, name, { apiKey: "chaos" });
    await transact(ground.db, (tx) => putSecret(tx, name, { jwe, updatedAt: now() }));
    const { key } = await issueKey(asPlatform(ground), {
      name: "Chaos",
      kind: "partner",
      scopes: ["processes:read", "processes:write", "deliveries:read", "deliveries:write"],
    });
    councils.push({ id, key, manner: mannerOf(id) });
  }
  store.close();
  return councils;
}

function bundleOf(id: string): TenantBundle {
  return {
    tenant: TenantDefinition.parse({
      id,
      kind: "council",
      name: id,
      referencePrefix: prefixOf(id),
    }),
    brands: [{ brand: { ...brand, id } }],
    connectors: [connectorOf(id)],
    datasets: [],
    schemas: [],
    services: [service],
  };
}

/** A council of its own letters, as real ones are: cases of all of them are told apart by their references. */
function prefixOf(id: string): string {
  return `CH${String.fromCharCode(65 + Number(id.slice("chaos-".length)))}`;
}

const brand = {
  name: "Chaos District Council",
  shortName: "Chaos",
  colours: { brand: "#1f4e5f", link: "#1d5a8a", linkHover: "#0f3550" },
  contact: { telephone: "01632 960000", email: "help@example.org" },
};

/** A REST back office by configuration alone: a case is posted, and can be asked for where it tells. */
function connectorOf(id: string): ConnectorDefinition {
  return ConnectorDefinition.parse({
    id: "office",
    kind: "http",
    name: "Back office",
    address: `simulator:${id}`,
    maxParallel: 16,
    timeoutMs: 2000,
    settings: settingsOf(id),
    statuses: [{ external: "LOOKING", stage: "looking" }],
  });
}

/** Both post a case under a key that stays the same; one can be asked afterwards, one tells repeats by the key. */
function settingsOf(id: string): Record<string, z.core.util.JSONType> {
  const auth = { by: "bearer" };
  const create = {
    method: "POST",
    path: "cases",
    headers: { "idempotency-key": "{key}" },
    body: { json: "{document}" },
    reference: { path: "$.id" },
  };
  const manner = mannerOf(id);
  if (manner === "keyed") return { auth, create: { ...create, repeatable: true } };
  if (manner === "mute") return { auth, create };
  const find = {
    method: "GET",
    path: "cases",
    query: { reference: "{reference}" },
    found: { items: "$.cases[*]", ours: "$.reference", reference: "$.id" },
  };
  return { auth, create, find };
}

const question = (id: string, label: string, type: string) => ({ id, label, type });

const service = ServiceDefinition.parse({
  id: "report",
  title: "Report something",
  summary: "Tell us what is wrong",
  form: {
    conditions: [],
    pages: [
      {
        id: "report",
        title: "Your report",
        questions: [
          question("what", "What is wrong?", "text"),
          question("email", "E-mail address", "email"),
        ],
      },
    ],
  },
  contact: { email: "email" },
  stages: [
    { id: "received", title: "We have it" },
    { id: "looking", title: "We are looking into it" },
    { id: "done", title: "We have dealt with it" },
  ],
  steps: [
    { id: "send", kind: "deliver", mapping: "case" },
    { id: "work", kind: "task", title: "Deal with it" },
  ],
  target: { firstResponseWorkingDays: 5, text: "We answer within 5 working days." },
  whatHappensNext: "We look into it and write to you.",
  messages: Object.fromEntries(
    (["started", "note-added", "stage-changed", "completed"] as const).map((kind) => [
      kind,
      { subject: `((reference)): ${kind}`, text: "About ((reference)): ((stage)) ((note))" },
    ]),
  ),
  mappings: [
    {
      id: "case",
      connector: "office",
      operation: "create",
      format: "json",
      rows: [
        { target: "reference", from: { fact: "reference" }, required: true },
        { target: "callback", from: { fact: "callbackUrl" } },
        { target: "grant", from: { fact: "grant" } },
        { target: "what", from: { answer: "what" } },
      ],
    },
  ],
  retention: { days: 365, lawfulBasis: "Public task" },
});
