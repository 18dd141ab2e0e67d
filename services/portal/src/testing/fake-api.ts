import type {
  Answers,
  Draft,
  DraftReturn,
  Payment,
  ProblemCode,
  Service,
  ServiceExit,
  Tenant,
  Tracking,
} from "@guildhall/contract";
import { problems } from "@guildhall/contract";
import { noiseService } from "@guildhall/question-view/testing";
import { type Context, Hono } from "hono";
import { accessRoutes, type FakeAccess } from "./fake-access.ts";
import { endingRoutes } from "./fake-endings.ts";
import { feedbackRoutes } from "./fake-feedback.ts";
import { fileRoutes } from "./fake-files.ts";
import { type FakeFollowing, followingRoutes } from "./fake-following.ts";
import { type FakeInformation, informationRoutes, noInformation } from "./fake-information.ts";
import { type FakeMyRequests, myRequestsRoutes } from "./fake-my-requests.ts";
import { paymentRoutes } from "./fake-payments.ts";
import { type FakePlaces, placeRoutes } from "./fake-places.ts";
import { previewRoutes } from "./fake-previews.ts";
import { keepRoutes, returnRoutes } from "./fake-returns.ts";
import { submit } from "./fake-submit.ts";
import { trackingRoutes } from "./fake-tracking.ts";
import { said } from "./fake-welsh.ts";
import { exampleshire, partner, sandbox, sharedService } from "./tenants.ts";

export interface StoredDraft extends Draft {
  sent: boolean;
  /** Who comes back to it. */
  owner?: DraftReturn;
}

export interface FakeApi {
  readonly fetch: (request: Request) => Promise<Response>;
  /** Everything that was asked: `POST /t/exampleshire/v1/drafts`. */
  readonly calls: string[];
  readonly drafts: Map<string, StoredDraft>;
  readonly submissions: Answers[];
  readonly tracking: Map<string, Tracking>;
  /** The payments of the one process that there is. */
  readonly payments: Payment[];
  /** What is asked of the one process that there is. */
  readonly information: FakeInformation;
  readonly access: FakeAccess;
  /** What was said of pages. */
  readonly feedback: unknown[];
  readonly following: FakeFollowing;
  readonly myRequests: FakeMyRequests;
  /** What was said of the preview. */
  readonly comments: unknown[];
  readonly uploads: { question: string | null; name: string; bytes: string }[];
  /** The notes that were added to the one process that there is. */
  readonly notes: string[];
  /** Answers the next call of this kind with a problem. */
  fail(call: string, code: ProblemCode, fault?: { pointer: string; code: string }): void;
  services: Service[];
  /** What stands in the place of services that were withdrawn. */
  readonly exits: ServiceExit[];
  /** What was said by those who asked for their link again. */
  readonly linksAsked: object[];
  /** Whether every service is offered in Welsh as well. */
  offersWelsh: boolean;
  /** What the council offers beside what it has. */
  offers: Partial<Tenant>;
  /** The addresses that can be looked up. */
  readonly places: FakePlaces;
}

const root = "/t/exampleshire/v1";

/** The platform's API as its document describes it, kept in memory: what lies outside the portal's walls. */
export function createFakeApi(): FakeApi {
  const api: FakeApi = {
    fetch: async (request) => answer(request),
    calls: [],
    drafts: new Map(),
    submissions: [],
    tracking: new Map(),
    payments: [],
    information: noInformation(),
    access: { request: undefined, asked: [], collected: false },
    feedback: [],
    following: { nearby: [], wishes: [], links: new Map() },
    myRequests: {
      asked: [],
      at: new Map(["exampleshire", "shared", "helpers"].map((id) => [id, []])),
    },
    comments: [],
    uploads: [],
    notes: [],
    services: [noiseService],
    exits: [{ service: "ended", title: "Report litter", text: "Call us on 01632 960000." }],
    linksAsked: [],
    offersWelsh: false,
    offers: {},
    places: { addresses: [] },
    fail: (call, code, fault) => failures.set(call, { code, fault }),
  };
  const failures = new Map<
    string,
    { code: ProblemCode; fault: { pointer: string; code: string } | undefined }
  >();
  const app = routes(api);
  const answer = async (request: Request) => {
    const call = `${request.method} ${new URL(request.url).pathname.replace(root, "")}`;
    api.calls.push(call);
    const failure = failures.get(call.replace(/drf_\w+/, "{draft}"));
    failures.delete(call.replace(/drf_\w+/, "{draft}"));
    return failure ? problem(failure.code, failure.fault) : app.fetch(request);
  };
  return api;
}

function routes(api: FakeApi): Hono {
  const app = new Hono();
  app.notFound(() => problem("not-found"));
  app.get("/platform/v1/tenants", (c) => c.json({ data: [exampleshire, sharedService, partner] }));
  app.get(`${root}/tenant`, (c) => c.json({ ...exampleshire, ...api.offers }));
  app.get("/t/exampleshire-test/v1/tenant", (c) => c.json(sandbox));
  app.get(`${root}/brands/exampleshire/logo`, () => {
    return new Response("<svg/>", { headers: { "Content-Type": "image/svg+xml" } });
  });
  app.get(`${root}/services`, (c) =>
    c.json({ data: api.services.map((one) => said(c, api, one)) }),
  );
  app.get(`${root}/services/:id`, (c) => showService(c, api));
  app.get(`${root}/services/:id/exit`, (c) => {
    const exit = api.exits.find(({ service }) => service === c.req.param("id"));
    return exit ? c.json(exit) : problem("not-found");
  });
  app.get(`${root}/services/:id/versions/:version`, (c) => showService(c, api));
  app.route(`${root}/drafts`, draftRoutes(api));
  app.route(`${root}/draft-returns`, returnRoutes(api, problem, present));
  app.post(`${root}/processes`, (c) => submit(c, api, problem));
  app.route(`${root}/processes`, informationRoutes(api, problem));
  app.route(`${root}/processes`, paymentRoutes(api.payments, problem));
  for (const part of [trackingRoutes(api, problem), placeRoutes(api.places)]) app.route(root, part);
  for (const part of [followingRoutes(api.following, problem), endingRoutes(api, problem)])
    app.route(root, part);
  app.route("/t", myRequestsRoutes(api.myRequests, problem));
  app.route(
    `${root}/shown-previews`,
    previewRoutes(api.comments, (c, service) => said(c, api, service)),
  );
  app.route(`${root}/feedback`, feedbackRoutes(api.feedback));
  app.route(`${root}/access-requests`, accessRoutes(api.access, problem));
  return app;
}

function showService(c: Context, api: FakeApi): Response {
  const { services } = api;
  const version = c.req.param("version");
  const found = services.find(
    (one) =>
      one.id === c.req.param("id") && (version === undefined || one.version === Number(version)),
  );
  return found ? c.json(said(c, api, found)) : problem("not-found");
}

function draftRoutes(api: FakeApi): Hono {
  const app = new Hono();
  app.post("/", async (c) => {
    const { service } = (await c.req.json()) as { service: string };
    const found = api.services.find(({ id }) => id === service);
    if (!found) return problem("not-found");
    const id = newId("drf", api.drafts.size);
    const draft = {
      id,
      service,
      serviceVersion: found.version,
      answers: {},
      documents: [],
      expiresAt: "2026-11-23T12:00:00.000Z",
      standing: "open" as const,
      seen: [],
      asks: [],
      kept: false,
    };
    api.drafts.set(id, { ...draft, sent: false });
    return c.json({ ...draft, token: `token.${id}` }, 201);
  });
  app.get("/:id", (c) => withDraft(c, api, (draft) => c.json(present(draft))));
  app.patch("/:id", async (c) => {
    const { answers, page } = (await c.req.json()) as { answers: Answers; page?: string };
    if (JSON.stringify(answers).includes("\\u0000")) return problem("invalid-text");
    return withDraft(c, api, (draft) => {
      draft.answers = Object.fromEntries(
        Object.entries({ ...draft.answers, ...answers }).filter(([, value]) => value !== null),
      );
      draft.seen = [...new Set([...draft.seen, ...(page ? [page] : [])])];
      if (page) draft.asks = draft.asks.filter((id) => !Object.hasOwn(answers, id));
      return c.json(present(draft));
    });
  });
  const within: Parameters<typeof keepRoutes>[1] = (c, then) => withDraft(c, api, then);
  app.route("/", keepRoutes(api, within, present));
  app.route("/", fileRoutes(api, within, problem));
  return app;
}

function withDraft(c: Context, api: FakeApi, then: (draft: StoredDraft) => Response): Response {
  const id = c.req.param("id") ?? "";
  const draft = api.drafts.get(id);
  if (c.req.header("authorization") === undefined) return problem("unauthenticated");
  if (!draft || c.req.header("authorization") !== `Bearer token.${id}`) return problem("not-found");
  return draft.sent ? problem("invalid-transition") : then(draft);
}

function present({ sent: _sent, owner: _owner, ...draft }: StoredDraft): Draft {
  return draft;
}

function problem(code: ProblemCode, fault?: { pointer: string; code: string }): Response {
  const { status, title } = problems[code];
  const body = { type: `https://api.example/problems/${code}`, title, status, code };
  return new Response(JSON.stringify(fault ? { ...body, errors: [fault] } : body), {
    status,
    headers: { "Content-Type": "application/problem+json" },
  });
}

function newId(kind: string, number: number): string {
  return `${kind}_${String(number).padStart(26, "0")}`;
}
