import type { Draft, InformationDraft, Service } from "@guildhall/contract";
import type { Addresses } from "../addresses.ts";
import type { CouncilApi } from "../platform/council-api.ts";
import { readyIn, type ServiceShelf } from "./forms.ts";

/** Where what is asked of a request is answered. */
export function answerAddresses(at: Addresses, reference: string): Addresses {
  const service = (id: string) => `${at.answer(reference)}/${id}`;
  return {
    ...at,
    service,
    page: (id, page) => `${service(id)}/${page}`,
    check: (id) => `${service(id)}/check-your-answers`,
    save: (id) => `${service(id)}/save-for-later`,
    tasks: service,
    confirmation: service,
    link: service,
    newVersion: service,
    servicePrivacy: at.servicePrivacy,
  };
}

/**
 * Give an API whose service is what is asked and nothing else, so that its page is a page like any other.
 *
 * The draft is on the version that its request follows, and there is no other to move on to.
 */
export function answerApi(api: CouncilApi, service: Service): CouncilApi {
  const asIt = (draft: Draft): Draft => ({ ...draft, standing: "open", asks: [] });
  return {
    ...api,
    service: async () => service,
    draft: async (handle) => asIt(await api.draft(handle)),
    saveDraft: async (handle, answers, page) => asIt(await api.saveDraft(handle, answers, page)),
    submit: () => Promise.reject(new Error("An answer starts no request")),
  };
}

/** The service with what is asked in the place of its form; its page says why and until when. */
export function askedService(
  { charges: _, ...service }: Service,
  { form, request }: Pick<InformationDraft, "form" | "request">,
  words: readonly string[],
): Service {
  const text = [request.reason, ...words].join("\n\n");
  const pages = form.pages.map((page) => ({ ...page, text }));
  return { ...service, form: { ...form, pages } };
}

/** What is asked is nobody else's: no page of it is kept for another. */
export const answerShelf: ServiceShelf = {
  version: async (council, id) => readyIn(council, await council.api.service(id)),
  lastSeen: () => undefined,
};
