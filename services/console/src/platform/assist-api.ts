import { type AssistedChannel, Draft, pageOf, ServiceSummary } from "@guildhall/contract";
import { ask, beginDraft, listServices } from "@guildhall/sdk";
import { type As, under } from "./as.ts";

const begun = Draft.required({ handOver: true });
const services = pageOf(ServiceSummary);

/** Forms that are filled in for callers. */
export function assistApi(as: As) {
  return {
    services: async (): Promise<ServiceSummary[]> => {
      const all: ServiceSummary[] = [];
      let cursor: string | undefined;
      do {
        const query = { limit: 100, ...(cursor === undefined ? {} : { cursor }) };
        const part = await ask(listServices({ ...as, query }), services);
        all.push(...part.data);
        cursor = part.nextCursor;
      } while (cursor !== undefined);
      return all;
    },
    assist: (service: string, channel: AssistedChannel, once: string) =>
      ask(beginDraft({ ...as, ...under(once), body: { service, assisted: { channel } } }), begun),
  };
}
