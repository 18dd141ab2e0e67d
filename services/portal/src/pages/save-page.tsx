import type { Service } from "@guildhall/contract";
import { BackLink, Button, DateInput, ErrorSummary, Input, Radios } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import type { SavingFaults, SavingFields } from "../journey/saving-form.ts";
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

/** Ask where the link is to be sent, and what its owner will remember. */
export function SavePage(props: SavePageProps) {
  const { council, look, service, back, typed, faults, trouble } = props;
  const { at } = council;
  const title = "Save your form and come back later";
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
      service={{ name: service.title, href: at.service(service.id) }}
      beforeContent={<BackLink href={back} />}
    >
      <Column>
        {summary.length > 0 && <ErrorSummary errorList={summary} />}
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          We send you a link. With it you can go on where you stopped, on any device. We keep your
          form for {keptFor(service.retention.draftDays)} after you last change it.
        </p>
        <form method="post" action={at.save(service.id)} novalidate>
          <Input
            id="email"
            name="email"
            type="email"
            autocomplete={council.assisting ? "off" : "email"}
            spellcheck={false}
            label="Your email address"
            hint="We use it for this form only."
            value={typed.email}
            errorMessage={faults.email}
          />
          <Fact typed={typed} faults={faults} />
          <Button preventDoubleClick>Save and send me the link</Button>
        </form>
      </Column>
    </CouncilPage>
  );
}

function Fact({ typed, faults }: Pick<SavePageProps, "typed" | "faults">) {
  return (
    <Radios
      name="kind"
      idPrefix="kind"
      fieldset={{
        legend: { content: "What will you remember?", classes: "govuk-fieldset__legend--m" },
      }}
      hint="We ask for it when you open the link, so that nobody else can read your form."
      value={typed.kind}
      errorMessage={faults.kind}
      items={choices(typed, faults)}
    />
  );
}

function choices(typed: SavingFields, faults: SavingFaults) {
  return [
    {
      value: "postcode",
      content: "A postcode",
      conditional: (
        <Input
          id="postcode"
          name="postcode"
          label="Postcode"
          classes="govuk-input--width-10"
          value={typed.postcode}
          errorMessage={faults.postcode}
        />
      ),
    },
    {
      value: "date",
      content: "A date",
      conditional: <FactDate typed={typed} fault={faults.date} />,
    },
    {
      value: "word",
      content: "A word of your own",
      conditional: (
        <Input
          id="word"
          name="word"
          label="Word"
          hint="Not a password that you use elsewhere. At least 4 letters."
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
  return (
    <DateInput
      id="date"
      fieldset={{ legend: "Date" }}
      hint="For example, 27 3 1985"
      errorMessage={fault}
      values={{ day: typed.day, month: typed.month, year: typed.year }}
    />
  );
}
