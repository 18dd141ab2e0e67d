import type { Question } from "@guildhall/contract";
import type { FormChanges, ReadBackRow } from "@guildhall/forms";
import { Text } from "@guildhall/question-view";
import { Button, ContactUs, SummaryList, Textarea } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { wordsHere } from "../words/speech.tsx";
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
  const words = council.words.gone.changed;
  const { title } = words;
  return (
    <CouncilPage
      council={council}
      look={look}
      title={title}
      service={{ name: service.title, href: at.service(service.id) }}
    >
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{words.text}</p>
        <Labels title={words.added} questions={added} />
        {reworded.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{words.reworded}</h2>
            <ul class="govuk-list govuk-list--bullet">
              {reworded.map(({ before, after }) => (
                <li>
                  <Text>{after.label}</Text>
                  {before.label !== after.label && <> {words.before(before.label)}</>}
                </li>
              ))}
            </ul>
          </>
        )}
        <Labels title={words.removed} questions={removed} />
        <form method="post" action={at.newVersion(service.id)}>
          <Button preventDoubleClick>{council.words.frame.continue}</Button>
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
          <li>
            <Text>{label}</Text>
          </li>
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
  const words = council.words.gone.withdrawn;
  const { title } = words;
  return (
    <CouncilPage council={council} look={look} title={title}>
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{words.text(council.brand.name, service.title)}</p>
        {council.brand.contact && <ContactUs {...council.brand.contact} />}
        <p class="govuk-body">
          <a class="govuk-link" href={council.at.home}>
            {words.another}
          </a>
        </p>
        {text !== "" && <WhatYouTyped rows={rows} text={text} />}
      </Column>
    </CouncilPage>
  );
}

/** Show what was typed and cannot be sent, and give it as a text to copy. */
export function WhatYouTyped({ rows, text }: Pick<WithdrawnProps, "rows" | "text">) {
  const { gone } = wordsHere();
  const answered = rows.filter((row) => row.text.length > 0);
  return (
    <>
      <h2 class="govuk-heading-m">{gone.entered}</h2>
      <SummaryList
        rows={answered.map(({ question, text: lines }) => ({
          key: <Text>{question.label}</Text>,
          value: <Lines lines={lines} />,
        }))}
      />
      <Textarea
        id="copy"
        name="copy"
        label={gone.copy}
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
          <Text>{line}</Text>
        </>
      ))}
    </>
  );
}
