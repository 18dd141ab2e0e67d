import {
  Agreement,
  type AssistedChannel,
  Contact,
  Draft,
  type NewAgreement,
  type NewContact,
  Note,
  OfficerToken,
  Process,
  pageOf,
  Service,
  ServiceSummary,
  Tenant,
  Tracking,
} from "@guildhall/contract";
import {
  actUnderAgreement,
  addNote,
  approveAgreement,
  ask,
  beginDraft,
  countContact,
  endAgreement,
  getAgreement,
  getService,
  listAgreements,
  listServices,
  listTenants,
  proposeAgreement,
  searchCases,
  trackProcess,
} from "@guildhall/sdk";
import { type As, asSent, under } from "./as.ts";
import type { ClientFor } from "./clients.ts";

const listed = pageOf(Tenant.pick({ id: true, name: true }));
const begun = Draft.required({ handOver: true });

/** What a caller can be found by; all that is given has to be right. */
export type CallerSearch = Partial<
  Record<"reference" | "email" | "phone" | "postcode" | "surname", string>
>;

/** What councils have agreed to do for each other's callers, and doing it. */
export function agreementsApi(as: As, clientFor: ClientFor) {
  const of = (id: string) => ({ ...as, path: { id } });
  return {
    agreements: async () => (await ask(listAgreements(as), pageOf(Agreement))).data,
    agreement: (id: string) => ask(getAgreement(of(id)), Agreement),
    propose: (body: NewAgreement, once: string) =>
      ask(proposeAgreement({ ...as, ...under(once), body: asSent(body) }), Agreement),
    approveAgreement: (id: string, once: string) =>
      ask(approveAgreement({ ...of(id), ...under(once) }), Agreement),
    endAgreement: (id: string, once: string) =>
      ask(endAgreement({ ...of(id), ...under(once) }), Agreement),
    /** The organisations that there can be an agreement with. */
    others: async (own: string) => {
      const { data } = await ask(listTenants({ client: clientFor() }), listed);
      return data.filter(({ id }) => id !== own);
    },
    servicesAt: (tenant: string) =>
      everyPage((query) =>
        ask(listServices({ client: clientFor(tenant), query }), pageOf(ServiceSummary)),
      ),
    /** Act for the other council: a token is asked for each time, so that what was ended is over. */
    callersUnder: async (id: string) => {
      const { token, owner } = await ask(actUnderAgreement(of(id)), OfficerToken);
      return callersApi({ client: clientFor(owner.id), auth: token });
    },
  };
}

/** What an officer does for callers of another council, in their own name and under an agreement. */
function callersApi(as: As) {
  const of = (id: string) => ({ ...as, path: { id } });
  return {
    find: async (search: CallerSearch) =>
      (await ask(searchCases({ ...as, body: { ...search, limit: 50 } }), pageOf(Process))).data,
    look: (reference: string) => ask(trackProcess({ ...as, path: { reference } }), Tracking),
    addNote: (id: string, body: { contents: string; visibleToCitizen: boolean }, once: string) =>
      ask(addNote({ ...of(id), ...under(once), body }), Note),
    count: (id: string, channel: NewContact["channel"], once: string) =>
      ask(countContact({ ...of(id), ...under(once), body: { channel } }), Contact),
    service: (service: string) => ask(getService({ ...as, path: { service } }), Service),
    assist: (service: string, channel: AssistedChannel, once: string) =>
      ask(beginDraft({ ...as, ...under(once), body: { service, assisted: { channel } } }), begun),
  };
}

/** All of a list. */
async function everyPage<T>(
  part: (query: {
    limit: number;
    cursor?: string;
  }) => Promise<{ data: T[]; nextCursor?: string | undefined }>,
): Promise<T[]> {
  const { data, nextCursor } = await part({ limit: 100 });
  let [all, cursor] = [data, nextCursor];
  while (cursor !== undefined) {
    const next = await part({ limit: 100, cursor });
    all = [...all, ...next.data];
    cursor = next.nextCursor;
  }
  return all;
}
