import { randomBytes } from "node:crypto";
import type {
  Answers,
  Draft,
  Page,
  PreviewAnswers,
  Service,
  ShownPreview,
} from "@guildhall/contract";
import { type Addresses, addressesOf } from "../addresses.ts";
import type { CouncilApi } from "../platform/council-api.ts";
import type { DraftHandle } from "../session/session.ts";
import type { Words } from "../words/words.ts";
import { readyIn, type ServiceShelf } from "./forms.ts";

/** Where the pages of a preview are; what belongs to the council as a whole stays where it is. */
export function previewAddresses(tenant: string, at: Addresses, key: string): Addresses {
  const site = `${at.root}/preview/${key}`;
  const { root, service, page, check, confirmation, tasks, save, link, newVersion } = addressesOf(
    tenant,
    { site },
  );
  const own = { service, page, check, confirmation, tasks, save, link, newVersion };
  return { ...at, ...own, root, servicePrivacy: () => at.privacy };
}

/**
 * Give an API that fills in a preview as if it were a draft, so that its pages are the very pages of a live service.
 *
 * What is filled in is kept under a secret of this browser, and there is nothing with which it could be sent.
 */
export function previewApi(
  api: CouncilApi,
  key: string,
  { service, expiresAt }: Pick<ShownPreview, "service" | "expiresAt">,
): CouncilApi {
  const draftOf = ({ token }: DraftHandle, { answers, seen }: PreviewAnswers): Draft => ({
    id: token,
    service: service.id,
    serviceVersion: service.version,
    answers,
    seen,
    documents: [],
    expiresAt,
    standing: "open",
    asks: [],
    kept: false,
  });
  return {
    ...api,
    service: async () => service,
    beginDraft: async () => {
      const token = randomBytes(32).toString("base64url");
      await api.keepPreviewAnswers(key, token, { answers: {}, seen: [] });
      return { id: token, token, version: service.version };
    },
    draft: async (handle) => draftOf(handle, await api.previewAnswers(key, handle.token)),
    saveDraft: async (handle, changes, page) => {
      const before = await api.previewAnswers(key, handle.token);
      const after = {
        answers: merged(before.answers, changes),
        seen: page === undefined ? before.seen : [...new Set([...before.seen, page])],
      };
      return draftOf(handle, await api.keepPreviewAnswers(key, handle.token, after));
    },
    submit: () => Promise.reject(new Error("A preview is sent to nobody")),
  };
}

/** A null takes an answer away. */
function merged(before: Answers, changes: Answers): Answers {
  const all = Object.entries({ ...before, ...changes });
  return Object.fromEntries(all.filter(([, value]) => value !== null));
}

/** Every preview has the version number of a first one, so none is kept for another. */
export const previewShelf: ServiceShelf = {
  version: async (council, id) => readyIn(council, await council.api.service(id)),
  lastSeen: () => undefined,
};

/** Leave out what asks for files: nothing is uploaded to a preview. A page that asks for nothing else says so. */
export function withoutFiles(service: Service, words: Words["previews"]): Service {
  const pages = service.form.pages.map((page) => pageWithoutFiles(page, words));
  return { ...service, form: { ...service.form, pages } };
}

function pageWithoutFiles(page: Page, words: Words["previews"]): Page {
  const questions = page.questions.filter(({ type }) => type !== "files");
  if (questions.length === page.questions.length) return page;
  if (questions.length > 0) return { ...page, questions };
  const [files] = page.questions;
  const text = words.files(files?.label ?? page.title);
  return { ...page, kind: "information", questions, text };
}
