import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Scope } from "@guildhall/contract";
import {
  type CallLog,
  createAuthenticator,
  createCallLog,
  createExchange,
  createPaymentDesk,
  createPlaceDesk,
  createSandboxes,
  createSignInDesk,
  createTargetDesk,
  createViewLog,
  issueKey,
  type Sandboxes,
  type ViewLog,
} from "@guildhall/domain";
import {
  createWorld,
  FakePay,
  FakePlaces,
  testMending,
  type World,
} from "@guildhall/domain/testing";
import { type Grant, mintGrant } from "@guildhall/keys";
import { createApi, createV1 } from "./app.ts";
import type { ApiDeps } from "./environment.ts";
import { createLive } from "./live.ts";
import { describeApi } from "./openapi.ts";
import { createDocumentCheck } from "./testing/documented.ts";
import { createTestFiles } from "./testing/files.ts";
import { mayCall, onboardingOf } from "./testing/onboarding.ts";

/** What to ask with. */
export interface Asking {
  /** A key, grant or token. */
  readonly as?: string | undefined;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is, with no content type but what `headers` say. */
  readonly body?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Exampleshire with its API, asked in this process; every answer is held to the OpenAPI document. */
export interface ApiWorld extends World {
  readonly files: ReturnType<typeof createTestFiles>;
  /** What the API was made of. */
  readonly deps: ApiDeps;
  /** Where citizens pay: the connector `pay`. */
  readonly pay: FakePay;
  /** The tenants that were said to have payments to look at. */
  readonly payNews: string[];
  /** Where addresses and maps come from. */
  readonly places: FakePlaces;
  /** Where calls were noted, to be written down when a test asks for it. */
  readonly calls: CallLog;
  /** Where looks at tracking pages are counted, to be written down when a test asks for it. */
  readonly views: ViewLog;
  /** What was reported for the log. */
  readonly faults: unknown[];
  /** A vendor's key with every scope that a vendor can have. */
  readonly key: string;
  /** Ask at a path under Exampleshire's `/v1`; a POST has an Idempotency-Key of its own unless it is given one. */
  ask(method: string, path: string, asking?: Asking): Promise<Response>;
  /** Ask anywhere; nothing is added and nothing checked. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Issue a key with these scopes alone. */
  keyFor(...scopes: Scope[]): Promise<string>;
  /** The grant that a back office is handed with a process. */
  grantFor(process: string, changed?: Partial<Grant>): string;
}

const vendorScopes: readonly Scope[] = [
  "processes:read",
  "processes:write",
  "documents:read",
  "notes:read",
  "notes:write",
  "tasks:read",
  "tasks:write",
  "events:read",
];

export async function createApiWorld(): Promise<ApiWorld> {
  const world = await createWorld();
  const { deps, ...outside } = outsideOf(world);
  const api = createApi(deps);
  const keyFor = async (...scopes: Scope[]) => {
    const asked = { name: "Acme Case Systems", kind: "vendor", scopes } as const;
    return (await issueKey(world.ctx, asked)).key;
  };
  const fetch = async (path: string, init?: RequestInit) => api.request(path, init);
  return {
    ...world,
    ...outside,
    deps,
    key: await keyFor(...vendorScopes),
    keyFor,
    fetch,
    ask: createAsk(fetch, deps),
    grantFor: (process, changed = {}) => grantFor(world, process, changed),
  };
}

/** What Exampleshire's back office says that it takes. */
const exampleDesign = {
  id: "create-item",
  title: "Noise case",
  fields: [
    { target: "title", title: "Title", type: "string", required: true },
    { target: "seen", title: "Seen on", type: "date", required: false },
  ],
};

/** What the API is made of in this world, and what is seen of it. */
function outsideOf(
  world: World,
): Pick<ApiWorld, "calls" | "deps" | "faults" | "files" | "pay" | "payNews" | "places" | "views"> {
  const { groundFor, store } = world;
  const faults: unknown[] = [];
  const onError = (fault: unknown) => faults.push(fault);
  const files = createTestFiles(join(world.folder, "documents"));
  const pay = new FakePay();
  const payNews: string[] = [];
  const places = new FakePlaces();
  const calls = createCallLog({ groundFor, onError });
  const views = createViewLog({ groundFor, onError });
  const credentialFor = async () => ({});
  const isSimulated = () => true;
  const sandboxes = createSandboxes({ store, groundFor, isSimulated, credentialFor, onError });
  const deps: ApiDeps = {
    publicUrl: "https://guildhall.test",
    groundFor,
    ownerOf: (keyId) => store.keyOwners.ownerOf(keyId),
    identify: createAuthenticator(),
    exchange: createExchange({ fetchJwks: async () => new Response(null, { status: 404 }) }),
    limits: { key: 1_000_000, address: 1_000_000 },
    listTenants: async () => [world.ground.tenant],
    calls,
    views,
    files,
    live: createLive({ groundFor, everyMs: 10 }),
    payments: paymentsAt(pay, payNews),
    places: createPlaceDesk({
      placesFor: async () => ({ finder: places, tiles: places }),
      listTenants: async () => [world.ground.tenant],
    }),
    signIns: createSignInDesk({ providerFor: async () => undefined }),
    sandboxFor: sandboxes.of,
    mending: testMending(world),
    askOffice: async () => ({}),
    targets: createTargetDesk({
      askOffice: async () => ({ designs: [exampleDesign], names: [exampleDesign] }),
    }),
    dryRuns: testDryRuns(world, sandboxes),
    onboarding: onboardingOf(world),
    mayCall,
    guides: fileURLToPath(new URL("../../../docs/guides", import.meta.url)),
    reportFault: onError,
  };
  return { calls, deps, faults, files, pay, payNews, places, views };
}

/** Nothing is delivered in this world, so nothing is waited for. */
function testDryRuns(world: World, sandboxes: Sandboxes): ApiDeps["dryRuns"] {
  return {
    sandboxFor: sandboxes.of,
    findSandbox: sandboxes.find,
    write: testMending(world).write,
    lookUp: async () => undefined,
    writeMessage: ({ words }) => words,
    showMessage: ({ words, councilName, facts }) => ({
      from: councilName,
      subject: words.subject,
      paragraphs: [words.text],
      details: Object.entries(facts).map(([label, value]) => ({ label, value })),
      link: "",
      footer: [],
      text: words.text,
      sms: words.sms ?? "",
    }),
    officerOf: () => undefined,
    misbehaviourOf: () => undefined,
    pay: async () => undefined,
    keepSample: () => expect.fail("No form asks for a file here"),
    wait: async () => undefined,
    patienceMs: 0,
  };
}

function paymentsAt(pay: FakePay, payNews: string[]) {
  return createPaymentDesk({
    providerFor: async (_, id) => (id === "pay" ? { provider: pay, timeoutMs: 1000 } : undefined),
    onNews: (tenant) => payNews.push(tenant),
  });
}

function createAsk(fetch: ApiWorld["fetch"], deps: ApiDeps): ApiWorld["ask"] {
  const issuer = "https://guildhall.test/t/exampleshire";
  const document = describeApi(createV1(deps), { name: "Exampleshire", issuer });
  const expectDocumented = createDocumentCheck(document);
  let asked = 0;
  return async (method, path, asking = {}) => {
    asked += 1;
    const key = method === "POST" ? { "Idempotency-Key": `asked-${asked}`.padEnd(16, "-") } : {};
    const response = await fetch(`/t/exampleshire/v1${path}`, {
      method,
      ...bodyOf(asking),
      headers: { ...key, ...headersOf(asking) },
    });
    await expectDocumented({ method, path: path.split("?")[0] ?? path }, response);
    return response;
  };
}

function headersOf({ as, json, headers }: Asking): Record<string, string> {
  return {
    ...(as === undefined ? {} : { Authorization: `Bearer ${as}` }),
    ...(json === undefined ? {} : { "Content-Type": "application/json" }),
    ...headers,
  };
}

/** A body that is a stream needs `duplex`, which the types of a request do not know. */
function bodyOf({ json, body }: Asking): RequestInit & { duplex?: "half" } {
  const sent = json === undefined ? body : JSON.stringify(json);
  return sent === undefined ? {} : { body: sent, duplex: "half" };
}

function grantFor({ ground }: World, process: string, changed: Partial<Grant>): string {
  return mintGrant(ground.keys.set, {
    issuer: ground.issuer,
    process,
    connector: "back-office",
    scope: [...vendorScopes],
    generation: 1,
    jti: "out_1",
    issuedAt: new Date(ground.now()),
    expiresAt: new Date(ground.now() + 86_400_000),
    ...changed,
  });
}
