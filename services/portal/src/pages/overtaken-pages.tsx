import type { Question } from "@guildhall/contract";
import type { FormChanges, ReadBackRow } from "@guildhall/forms";
import { Button, ContactUs, SummaryList, Textarea } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { Column, CouncilPage } from "./council-page.tsx";

interface Common {
  readonly council: Council;
  readonly look: Look;
  readonly service: { readonly id: string; readonly title: string };
}

/** Say which questions came, went and changed since a form was begun. */
export function ChangedPage({
  council,
  look,
  service,
  changes,
}: Common & { changes: FormChanges }) {
  const { added, removed, reworded } = changes;
  const { at } = council;
  const title = "Some questions have changed since you began";
  return (
    <CouncilPage
      council={council}
      look={look}
      title={title}
      service={{ name: service.title, href: at.service(service.id) }}
    >
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          We have kept your answers. We only ask you about what has changed, and then you can check
          and send your form.
        </p>
        <Labels title="New questions" questions={added} />
        {reworded.length > 0 && (
          <>
            <h2 class="govuk-heading-m">Questions that have changed</h2>
            <ul class="govuk-list govuk-list--bullet">
              {reworded.map(({ before, after }) => (
                <li>
                  {after.label}
                  {before.label !== after.label && <> (it was: {before.label})</>}
                </li>
              ))}
            </ul>
          </>
        )}
        <Labels title="Questions that we no longer ask" questions={removed} />
        <form method="post" action={at.newVersion(service.id)}>
          <Button preventDoubleClick>Continue</Button>
        </form>
      </Column>
    </CouncilPage>
  );
}

function Labels({ title, questions }: { title: string; questions: readonly Question[] }) {
  if (questions.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {questions.map(({ label }) => (
          <li>{label}</li>
        ))}
      </ul>
    </>
  );
}

interface WithdrawnProps extends Common {
  /** What was filled in, as it is read back. */
  readonly rows: readonly ReadBackRow[];
  /** The same as one text, to be copied. */
  readonly text: string;
}

/** Say that a service has ended while its form was being filled in; nothing of it is lost. */
export function WithdrawnPage({ council, look, service, rows, text }: WithdrawnProps) {
  const title = "This service has ended";
  return (
    <CouncilPage council={council} look={look} title={title}>
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          {council.brand.name} does not offer “{service.title}” any more, so you cannot send your
          form. Contact us and tell us what you wanted to send.
        </p>
        {council.brand.contact && <ContactUs {...council.brand.contact} />}
        <p class="govuk-body">
          <a class="govuk-link" href={council.at.home}>
            Find another service
          </a>
        </p>
        {text !== "" && <WhatYouTyped rows={rows} text={text} />}
      </Column>
    </CouncilPage>
  );
}

/** Show what was typed and cannot be sent, and give it as a text to copy. */
export function WhatYouTyped({ rows, text }: Pick<WithdrawnProps, "rows" | "text">) {
  const answered = rows.filter((row) => row.text.length > 0);
  return (
    <>
      <h2 class="govuk-heading-m">What you entered</h2>
      <SummaryList
        rows={answered.map(({ question, text: lines }) => ({
          key: question.label,
          value: <Lines lines={lines} />,
        }))}
      />
      <Textarea
        id="copy"
        name="copy"
        label="The same as text, to copy"
        rows={8}
        value={text}
        attributes={{ readonly: true }}
      />
    </>
  );
}

export function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <>
      {lines.map((line, at) => (
        <>
          {at > 0 && <br />}
          {line}
        </>
      ))}
    </>
  );
}
