import type { Service } from "@guildhall/contract";
import { BackLink, Button, DateInput, ErrorSummary, Input, Radios } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import type { SavingFaults, SavingFields } from "../journey/saving-form.ts";
import { wordsHere } from "../words/speech.tsx";
import type { Words } from "../words/words.ts";
import { Column, CouncilPage } from "./council-page.tsx";
import { keptFor } from "./kept-for.ts";

interface SavePageProps {
  readonly council: Council;
  readonly look: Look;
  readonly service: Service;
  readonly back: string;
  readonly typed: SavingFields;
  readonly faults: SavingFaults;
  readonly trouble?: string | undefined;
}

const targets = {
  email: "email",
  kind: "kind",
  postcode: "postcode",
  date: "date-day",
  word: "word",
} as const;

const formId = "save-form";

/** Ask where the link is to be sent, and what its owner will remember. */
export function SavePage(props: SavePageProps) {
  const { council, look, service, back, typed, faults, trouble } = props;
  const { at } = council;
  const words = council.words.saving;
  const { title } = words;
  const summary = [
    ...(trouble === undefined ? [] : [{ content: trouble }]),
    ...Object.entries(faults).map(([name, content]) => ({
      href: `#${targets[name as keyof SavingFaults]}`,
      content,
    })),
  ];
  return (
    <CouncilPage
      council={council}
      look={look}
      title={title}
      faults={summary.length > 0}
      form={formId}
      service={{ name: service.title, href: at.service(service.id) }}
      beforeContent={<BackLink href={back} />}
    >
      <Column>
        {summary.length > 0 && <ErrorSummary errorList={summary} />}
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{words.text(keptFor(service.retention.draftDays, council.words))}</p>
        <form id={formId} method="post" action={at.save(service.id)} novalidate>
          <Input
            id="email"
            name="email"
            type="email"
            autocomplete={council.assisting ? "off" : "email"}
            spellcheck={false}
            label={words.email}
            hint={words.emailHint}
            value={typed.email}
            errorMessage={faults.email}
          />
          <Fact typed={typed} faults={faults} />
          <Button preventDoubleClick>{words.send}</Button>
        </form>
      </Column>
    </CouncilPage>
  );
}

function Fact({ typed, faults }: Pick<SavePageProps, "typed" | "faults">) {
  const words = wordsHere().saving;
  return (
    <Radios
      name="kind"
      idPrefix="kind"
      fieldset={{
        legend: { content: words.remember, classes: "govuk-fieldset__legend--m" },
      }}
      hint={words.rememberHint}
      value={typed.kind}
      errorMessage={faults.kind}
      items={choices(typed, faults, words)}
    />
  );
}

function choices(typed: SavingFields, faults: SavingFaults, words: Words["saving"]) {
  return [
    {
      value: "postcode",
      content: words.kinds.postcode,
      conditional: (
        <Input
          id="postcode"
          name="postcode"
          label={words.postcode}
          classes="govuk-input--width-10"
          value={typed.postcode}
          errorMessage={faults.postcode}
        />
      ),
    },
    {
      value: "date",
      content: words.kinds.date,
      conditional: <FactDate typed={typed} fault={faults.date} />,
    },
    {
      value: "word",
      content: words.kinds.word,
      conditional: (
        <Input
          id="word"
          name="word"
          label={words.word}
          hint={words.wordHint}
          classes="govuk-input--width-20"
          autocomplete="off"
          value={typed.word}
          errorMessage={faults.word}
        />
      ),
    },
  ];
}

/** A date that somebody remembers, in three parts. */
export function FactDate({
  typed,
  fault,
}: {
  typed: Pick<SavingFields, "day" | "month" | "year">;
  fault: string | undefined;
}) {
  const words = wordsHere().saving;
  return (
    <DateInput
      id="date"
      fieldset={{ legend: words.date }}
      hint={words.dateHint}
      errorMessage={fault}
      values={{ day: typed.day, month: typed.month, year: typed.year }}
    />
  );
}
