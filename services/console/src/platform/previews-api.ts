import {
  type NewPreview,
  Preview,
  PreviewComment,
  pageOf,
  SharedPreview,
} from "@guildhall/contract";
import {
  ask,
  dealWithPreviewComment,
  done,
  endPreview,
  getPreview,
  listPreviewComments,
  listPreviews,
  sharePreview,
} from "@guildhall/sdk";
import { type As, pageLength, under } from "./as.ts";

/** Services that are shown by a link before they are published. */
export function previewsApi(as: As) {
  const to = (id: string) => ({ ...as, path: { id } });
  return {
    previews: (cursor?: string) =>
      ask(
        listPreviews({ ...as, query: { limit: pageLength, ...(cursor && { cursor }) } }),
        pageOf(Preview),
      ),
    shareDraft: (service: string, body: Omit<NewPreview, "definition" | "draft">, once: string) =>
      ask(
        sharePreview({
          ...as,
          path: { service },
          ...under(once),
          body: { ...body, draft: true },
        }),
        SharedPreview,
      ),
    preview: (id: string) => ask(getPreview(to(id)), Preview),
    endPreview: (id: string) => done(endPreview(to(id))),
    previewComments: async (id: string) =>
      (await ask(listPreviewComments(to(id)), pageOf(PreviewComment))).data,
    dealWithPreviewComment: (id: string, comment: string, once: string) =>
      ask(
        dealWithPreviewComment({ ...as, path: { id, comment }, ...under(once), body: {} }),
        PreviewComment,
      ),
  };
}
