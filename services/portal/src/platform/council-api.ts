import {
  AccessRequest,
  type Answers,
  AskedAccess,
  Document,
  Draft,
  FoundAddresses,
  FoundPlace,
  GivenKey,
  type Language,
  type NewAccessRequest,
  Payment,
  pageOf,
  Service,
  ServiceExit,
  ServiceSummary,
  StartedProcess,
  Tenant,
  Tracking,
} from "@guildhall/contract";
import {
  ask,
  askForAccess,
  askForBytes,
  attachDocument,
  beginDraft,
  type Client,
  collectKey,
  detachDocument,
  done,
  findAddresses,
  findPlace,
  getAccessRequest,
  getDocument,
  getDraft,
  getLogo,
  getService,
  getServiceAt,
  getServiceExit,
  getTenant,
  getThumbnail,
  getTile,
  labelDocument,
  listPayments,
  listServices,
  moveDraft,
  openTracking,
  saveDraft,
  startPayment,
  startProcess,
  trackProcess,
} from "@guildhall/sdk";
import type { StreamedForm } from "../http/write-multipart.ts";
import type { DraftHandle } from "../session/session.ts";
import { adding } from "./adding-api.ts";
import { endings } from "./ending-api.ts";
import { feedback } from "./feedback-api.ts";
import { following } from "./following-api.ts";
import { information } from "./information-api.ts";
import { myRequests } from "./my-requests-api.ts";
import { openAssisted } from "./open-assisted.ts";
import { previews } from "./preview-api.ts";
import { handleOf, newDraft, returns } from "./return-calls.ts";
import { streamed } from "./streamed.ts";

export type CouncilApi = ReturnType<typeof createCouncilApi>;

/**
 * What a citizen can ask of one council, in their language. Every call acts with the citizen's own token, or with none.
 *
 * @throws Refused, each of them
 */
export function createCouncilApi(client: Client, language: Language = "en") {
  return {
    /** The language that all is asked for in, whatever its pages can speak. */
    language,
    tenant: () => ask(getTenant({ client }), Tenant),
    services: () => allServices(client, language),
    service: (service: string, version?: number, spoken = language) => {
      const query = { language: spoken };
      return ask(
        version === undefined
          ? getService({ client, path: { service }, query })
          : getServiceAt({ client, path: { service, version }, query }),
        Service,
      );
    },
    /** What stands in the place of a service that was withdrawn. */
    exit: (service: string) => ask(getServiceExit({ client, path: { service } }), ServiceExit),
    logo: (brand: string) => askForBytes(getLogo({ client, path: { brand }, parseAs: "stream" })),
    ...drafts(client, language),
    ...returns(client),
    ...tracking(client, language),
    ...adding(client, language),
    ...payments(client),
    ...access(client),
    ...places(client),
    ...feedback(client),
    ...information(client, language),
    ...following(client, language),
    ...myRequests(client, language),
    ...endings(client),
    ...previews(client, language),
    /** A code opens a draft once, in the browser of whoever began it for a caller. */
    openAssisted: async (code: string): Promise<DraftHandle & { service: string }> => {
      const draft = await openAssisted(client, code);
      return { ...handleOf(draft), service: draft.service };
    },
  };
}

function drafts(client: Client, language: Language) {
  const to = ({ id, token }: DraftHandle) => ({ client, path: { id }, auth: token });
  return {
    beginDraft: async (service: string): Promise<DraftHandle> => {
      const headers = { "Idempotency-Key": `begin-${crypto.randomUUID()}` };
      const call = beginDraft({ client, body: { service }, headers });
      return handleOf(await ask(call, newDraft));
    },
    draft: (handle: DraftHandle) => ask(getDraft(to(handle)), Draft),
    /** A null takes an answer away. A page that is named counts as seen from then on. */
    saveDraft: (handle: DraftHandle, answers: Answers, page?: string) => {
      const body = { answers, ...(page === undefined ? {} : { page }) };
      return ask(saveDraft({ ...to(handle), body }), Draft);
    },
    /** Go on with it on the latest version of its service. */
    moveDraft: (handle: DraftHandle) => ask(moveDraft(to(handle)), Draft),
    attach: (handle: DraftHandle, upload: StreamedForm) =>
      ask(attachDocument({ ...to(handle), ...streamed(upload) }), Document),
    label: (handle: DraftHandle, document: string, label: string) => {
      const path = { id: handle.id, document };
      return ask(labelDocument({ ...to(handle), path, body: { label } }), Document);
    },
    thumbnail: ({ token }: Pick<DraftHandle, "token">, document: string) =>
      askForBytes(getThumbnail({ client, path: { id: document }, auth: token, parseAs: "stream" })),
    detach: (handle: DraftHandle, document: string) =>
      done(detachDocument({ ...to(handle), path: { id: handle.id, document } })),
    /** Sending the same answers again gives the same receipt. */
    submit: ({ id, token }: DraftHandle, body: { service: string; answers: Answers }) => {
      const headers = { "Idempotency-Key": `submit-${id}` };
      return ask(
        startProcess({ client, auth: token, body: { ...body, language }, headers }),
        StartedProcess,
      );
    },
  };
}

function tracking(client: Client, language: Language) {
  const bearing = (token: string | undefined) => (token === undefined ? {} : { auth: token });
  return {
    track: (reference: string, token?: string) =>
      ask(
        trackProcess({ client, path: { reference }, query: { language }, ...bearing(token) }),
        Tracking,
      ),
    openTracking: (reference: string, key: string) =>
      ask(openTracking({ client, path: { reference }, body: { key } }), trackingToken),
    document: (id: string, token: string, accept = "text/html, */*") => {
      const headers = { Accept: accept };
      return askForBytes(
        getDocument({ client, path: { id }, auth: token, headers, parseAs: "stream" }),
      );
    },
  };
}

function payments(client: Client) {
  return {
    /** Start to pay, or go on where it was left: there is one payment, however often this is asked. */
    startPayment: (process: string, token: string) => {
      const headers = { "Idempotency-Key": `pay-${crypto.randomUUID()}` };
      const to = { client, path: { id: process }, auth: token, headers };
      return ask(startPayment({ ...to, body: {} }), Payment);
    },
    payments: async (process: string, token: string) => {
      const call = listPayments({ client, path: { id: process }, auth: token });
      return (await ask(call, pageOf(Payment))).data;
    },
  };
}

function places(client: Client) {
  return {
    /** By exactly one of postcode, words and number. */
    addresses: (query: { postcode?: string; text?: string; uprn?: string; number?: string }) =>
      ask(findAddresses({ client, query }), FoundAddresses),
    place: (query: { latitude: number; longitude: number }) =>
      ask(findPlace({ client, query }), FoundPlace),
    tile: (tile: string) => askForBytes(getTile({ client, path: { tile }, parseAs: "stream" })),
  };
}

function access(client: Client) {
  return {
    /** Asking again under the same key gives the same answer. */
    askForAccess: (body: NewAccessRequest, key: string) =>
      ask(askForAccess({ client, body, headers: { "Idempotency-Key": key } }), AskedAccess),
    accessRequest: (id: string, token: string) =>
      ask(getAccessRequest({ client, path: { id }, auth: token }), AccessRequest),
    collectKey: (id: string, token: string) => {
      const headers = { "Idempotency-Key": `collect-${id}` };
      return ask(collectKey({ client, path: { id }, auth: token, body: {}, headers }), GivenKey);
    },
  };
}

async function allServices(client: Client, language: Language): Promise<ServiceSummary[]> {
  const services: ServiceSummary[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: 100, language, ...(cursor === undefined ? {} : { cursor }) };
    const part = await ask(listServices({ client, query }), servicesPage);
    services.push(...part.data);
    cursor = part.nextCursor;
  } while (cursor !== undefined);
  return services;
}

const servicesPage = pageOf(ServiceSummary);
const trackingToken = {
  parse: (value: unknown) => StartedProcess.pick({ token: true }).required().parse(value).token,
};
