import {
  type Language,
  type NewPreviewComment,
  PreviewAnswers,
  PreviewComment,
  pageOf,
  ShownPreview,
} from "@guildhall/contract";
import {
  ask,
  type Client,
  commentOnPreview,
  getPreviewAnswers,
  keepPreviewAnswers,
  listShownComments,
  showPreview,
} from "@guildhall/sdk";

const comments = pageOf(PreviewComment);

/** A service that is shown by a link before it is published. */
export function previews(client: Client, language: Language) {
  return {
    preview: (key: string) =>
      ask(showPreview({ client, path: { key }, query: { language } }), ShownPreview),
    previewAnswers: (key: string, session: string) =>
      ask(getPreviewAnswers({ client, path: { key, session } }), PreviewAnswers),
    keepPreviewAnswers: (key: string, session: string, body: PreviewAnswers) =>
      ask(keepPreviewAnswers({ client, path: { key, session }, body }), PreviewAnswers),
    previewComments: async (key: string, page: string) =>
      (await ask(listShownComments({ client, path: { key }, query: { page } }), comments)).data,
    comment: (key: string, { question, ...said }: NewPreviewComment, once: string) => {
      const headers = { "Idempotency-Key": once };
      const body = { ...said, ...(question === undefined ? {} : { question }) };
      return ask(commentOnPreview({ client, path: { key }, body, headers }), PreviewComment);
    },
  };
}
