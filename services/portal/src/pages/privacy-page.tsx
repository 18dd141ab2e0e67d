import type { ServiceSummary } from "@guildhall/contract";
import { Linked } from "../words/linked.tsx";
import { wordsHere } from "../words/speech.tsx";
import { Bullets, Part, Statement, type StatementProps, To } from "./statement.tsx";

interface PrivacyProps extends StatementProps {
  readonly services: readonly ServiceSummary[];
  /** Who runs these pages on the council's behalf. */
  readonly runBy: string | undefined;
}

/** Say whose the data is and what a person may ask for; each service's own notice says what, why and how long. */
export function PrivacyPage({ council, look, services, runBy }: PrivacyProps) {
  const { at, brand } = council;
  const words = council.words.statements.privacy;
  return (
    <Statement council={council} look={look} title={words.title}>
      <Controller name={brand.name} runBy={runBy} />
      <Part title={words.whatWeUse}>
        <p class="govuk-body">
          <Linked text={words.used} to={{ cookies: at.cookies }} />
        </p>
      </Part>
      <Part title={words.whatFor}>
        <p class="govuk-body">
          {words.toDeal}
          {services.length > 0 && words.notices}
        </p>
        <Bullets
          items={services.map(({ id, title }) => <To href={at.servicePrivacy(id)}>{title}</To>)}
        />
      </Part>
      <Rights />
    </Statement>
  );
}

/** Whose the data is, and who handles it for them. */
export function Controller({ name, runBy }: { name: string; runBy: string | undefined }) {
  const words = wordsHere().statements.privacy;
  return (
    <p class="govuk-body">
      {words.controller(name)}
      {runBy !== undefined && words.runBy(runBy)}
    </p>
  );
}

/** What a person may ask for, and of whom. */
export function Rights() {
  const words = wordsHere().statements.privacy;
  return (
    <Part title={words.rights}>
      <p class="govuk-body">{words.youCanAsk}</p>
      <Bullets items={words.rightsTo} />
      <p class="govuk-body">
        <Linked text={words.complain} to={{ ico: "https://ico.org.uk/make-a-complaint/" }} />
      </p>
    </Part>
  );
}
