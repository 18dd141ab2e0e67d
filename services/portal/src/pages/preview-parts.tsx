import type { PreviewComment } from "@guildhall/contract";
import { Button, ErrorSummary, Input, Radios, sayTime, Textarea } from "@guildhall/ui";

import { speechHere, wordsHere } from "../words/speech.tsx";

/** What a page says of the preview that it is of. */
export interface Previewing {
  readonly name: string;
  /** What can be said of this page; left out where nothing can be. */
  readonly comments?: CommentBoxProps | undefined;
}

export interface CommentBoxProps {
  readonly action: string;
  readonly once: string;
  readonly page: string;
  readonly questions: readonly { readonly id: string; readonly label: string }[];
  /** What others have said, where whoever shared it lets them be read. */
  readonly said: readonly PreviewComment[];
  /** Whether this reader has just said something. */
  readonly thanks: boolean;
}

/** Say on every page that it is a preview. */
export function PreviewBanner({ name }: Previewing) {
  const words = wordsHere().previews;
  return (
    <aside class="portal-assist" aria-label={words.label}>
      <p class="govuk-body">
        <strong>{words.banner(name)}</strong>
      </p>
      <p class="govuk-body">{words.notReal}</p>
    </aside>
  );
}

/** Ask what a reader thinks of the page, and show what others do. */
export function CommentBox(props: CommentBoxProps) {
  const { said, thanks, questions } = props;
  const { language, words } = speechHere();
  return (
    <section
      class="portal-aside govuk-!-margin-top-9"
      id="comments"
      aria-labelledby="comments-title"
    >
      <h2 class="govuk-heading-m" id="comments-title">
        {questions.length === 1 ? words.previews.ofQuestion : words.previews.ofPage}
      </h2>
      {thanks && (
        <p class="govuk-body" role="status">
          <strong>{words.previews.thanks}</strong>
        </p>
      )}
      {said.map((comment) => (
        <blockquote class="govuk-inset-text">
          <p class="govuk-body">{comment.text}</p>
          <p class="govuk-body-s">
            {comment.author}, {sayTime(comment.at, language)}
          </p>
        </blockquote>
      ))}
      <CommentForm {...props} fields={{ question: "", author: "", text: "" }} faults={{}} />
    </section>
  );
}

export interface CommentFields {
  readonly question: string;
  readonly author: string;
  readonly text: string;
}

export interface CommentFormProps extends CommentBoxProps {
  readonly fields: CommentFields;
  readonly faults: Readonly<Partial<Record<keyof CommentFields, string>>>;
}

export function CommentForm({ action, once, page, questions, fields, faults }: CommentFormProps) {
  const { previews, feedback } = wordsHere();
  const items = questions.map(({ id, label }) => ({ value: id, content: label }));
  return (
    <form method="post" action={action} novalidate>
      <input type="hidden" name="once" value={once} />
      <input type="hidden" name="page" value={page} />
      {items.length > 1 && (
        <Radios
          name="question"
          idPrefix="comment-question"
          value={fields.question}
          fieldset={{
            legend: { content: previews.about, classes: "govuk-fieldset__legend--s" },
          }}
          items={[{ value: "", content: feedback.whole }, ...items]}
        />
      )}
      <Textarea
        name="text"
        id="comment-text"
        label={{ content: previews.comment, classes: "govuk-label--s" }}
        rows={3}
        value={fields.text}
        errorMessage={faults.text}
      />
      <Input
        name="author"
        id="comment-author"
        label={{ content: previews.name, classes: "govuk-label--s" }}
        hint={previews.nameHint}
        autocomplete="off"
        value={fields.author}
        errorMessage={faults.author}
      />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        {previews.add}
      </Button>
    </form>
  );
}

/** The faults of a comment, in the order of its fields. */
export function CommentFaults({ faults }: Pick<CommentFormProps, "faults">) {
  const list = Object.entries(faults).map(([field, content]) => ({
    href: `#comment-${field}`,
    content,
  }));
  return <ErrorSummary errorList={list} />;
}
