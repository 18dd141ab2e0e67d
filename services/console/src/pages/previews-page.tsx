import type { Preview, PreviewComment } from "@guildhall/contract";
import {
  BackLink,
  Button,
  Details,
  Input,
  InsetText,
  Paragraphs,
  sayTime,
  Tag,
} from "@guildhall/ui";
import type { Frame } from "./frame.ts";
import { OfficePage } from "./office-page.tsx";
import { More } from "./scroll-table.tsx";

/** Services that are shown by a link before they are published. */
export function PreviewsPage(
  props: Frame & { readonly previews: readonly Preview[]; readonly more: string | undefined },
) {
  const { office, previews } = props;
  return (
    <OfficePage {...props} title="Previews" current="previews">
      <h1 class="govuk-heading-l">Previews</h1>
      <p class="govuk-body">
        Versions of services that are not live, for whoever has the link. Nothing that is entered
        there is sent.
      </p>
      {previews.length === 0 && <InsetText>Nothing has been shared yet.</InsetText>}
      <ul class="govuk-list">
        {previews.map((preview) => (
          <li class="console-attempts">
            <h2 class="govuk-heading-m govuk-!-margin-bottom-1">
              <a class="govuk-link" href={office.at.preview(preview.id)}>
                {preview.name}
              </a>
            </h2>
            <About preview={preview} />
          </li>
        ))}
      </ul>
      <More href={props.more} />
    </OfficePage>
  );
}

export interface PreviewPageProps extends Frame {
  readonly preview: Preview;
  /** What was said, under the page and question that it is about. */
  readonly places: readonly { readonly title: string; readonly said: readonly PreviewComment[] }[];
  readonly once: string;
}

/** One preview: its link, and what was said of each question. */
export function PreviewPage(props: PreviewPageProps) {
  const { office, desk, preview, places } = props;
  return (
    <OfficePage
      {...props}
      title={preview.name}
      current="previews"
      beforeContent={<BackLink href={office.at.previews}>All previews</BackLink>}
    >
      <h1 class="govuk-heading-l">{preview.name}</h1>
      <About preview={preview} />
      {preview.url !== undefined && (
        <Input
          name="link"
          label="The link"
          hint="Whoever has it sees the pages, until the preview ends."
          value={preview.url}
          attributes={{ readonly: true }}
        />
      )}
      {preview.state === "open" && desk.scopes.has("services:write") && (
        <Details summary="End this preview">
          <form method="post" action={office.at.endPreview(preview.id)}>
            <p class="govuk-body">The link opens nothing from then on. The comments stay.</p>
            <Button classes="govuk-button--warning" preventDoubleClick>
              End it now
            </Button>
          </form>
        </Details>
      )}
      <h2 class="govuk-heading-m">Comments</h2>
      {places.length === 0 && <InsetText>Nothing has been said yet.</InsetText>}
      {places.map(({ title, said }) => (
        <section>
          <h3 class="govuk-heading-s govuk-!-margin-bottom-2">{title}</h3>
          <ul class="govuk-list">
            {said.map((comment) => (
              <Comment {...props} comment={comment} />
            ))}
          </ul>
        </section>
      ))}
    </OfficePage>
  );
}

function About({ preview }: { preview: Preview }) {
  const { state, service, sharedAt, sharedBy, expiresAt, newComments } = preview;
  return (
    <p class="govuk-body-s">
      <StateTag state={state} /> {service}, shared by {sharedBy} {sayTime(sharedAt)}
      {state === "open" && `, until ${sayTime(expiresAt)}`}. New comments: {newComments}.
    </p>
  );
}

function StateTag({ state }: Pick<Preview, "state">) {
  if (state === "open") return <Tag classes="govuk-tag--blue">Open</Tag>;
  return <Tag classes="govuk-tag--grey">{state === "ended" ? "Ended" : "Past its time"}</Tag>;
}

function Comment(props: PreviewPageProps & { comment: PreviewComment }) {
  const { office, desk, preview, comment, once } = props;
  const { state, author, at, text, dealtWith } = comment;
  return (
    <li class="console-attempts">
      <p class="govuk-body-s govuk-!-margin-bottom-1">
        {state === "new" ? (
          <Tag classes="govuk-tag--blue">New</Tag>
        ) : (
          <Tag classes="govuk-tag--green">Dealt with</Tag>
        )}{" "}
        {author}, {sayTime(at)}
      </p>
      <Paragraphs text={text} />
      {dealtWith && (
        <p class="govuk-body">
          {dealtWith.by} dealt with it {sayTime(dealtWith.at)}
        </p>
      )}
      {state === "new" && desk.scopes.has("services:write") && (
        <form method="post" action={office.at.dealWithComment(preview.id, comment.id)}>
          <input type="hidden" name="once" value={once} />
          <Button classes="govuk-button--secondary" preventDoubleClick>
            It is dealt with<span class="govuk-visually-hidden">: {author}’s comment</span>
          </Button>
        </form>
      )}
    </li>
  );
}
