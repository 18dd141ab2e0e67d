import type { Council } from "../environment.ts";
import { Linked } from "../words/linked.tsx";
import { Bullets, Part, Statement, type StatementProps } from "./statement.tsx";

const elsewhere = {
  abilitynet: "https://mcmw.abilitynet.org.uk/",
  wcag: "https://www.w3.org/TR/WCAG22/",
  eass: "https://www.equalityadvisoryservice.com/",
};

/** Say how accessible these pages are, as the accessibility regulations of 2018 ask of a council. */
export function AccessibilityPage({ council, look }: StatementProps) {
  const words = council.words.accessibility;
  return (
    <Statement council={council} look={look} title={words.title}>
      <p class="govuk-body">{words.about(council.brand.name, whereOf(council))}</p>
      <Bullets items={words.youCan} />
      <Sentence text={words.advice} />
      <Part title={words.how}>
        <Sentence text={words.compliance} />
      </Part>
      <Part title={words.notAccessible}>
        <Bullets items={words.problems} />
      </Part>
      <Part title={words.feedback}>
        <Sentence text={words.contact} />
      </Part>
      <Part title={words.enforcement}>
        <Sentence text={words.ehrc} />
      </Part>
      <Part title={words.howTested}>
        <Sentence text={words.tests(words.tested)} />
        <Sentence text={words.prepared(words.tested)} />
      </Part>
    </Statement>
  );
}

function Sentence({ text }: { text: string }) {
  return (
    <p class="govuk-body">
      <Linked text={text} to={elsewhere} />
    </p>
  );
}

function whereOf({ origin, at }: Council): string {
  return `${origin}${at.root}`.replace(/^https?:\/\//, "");
}
