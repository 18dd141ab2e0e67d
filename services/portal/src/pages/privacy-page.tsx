import type { ServiceSummary } from "@guildhall/contract";
import { Bullets, Part, Statement, type StatementProps, To } from "./statement.tsx";

interface PrivacyProps extends StatementProps {
  readonly services: readonly ServiceSummary[];
  /** Who runs these pages on the council's behalf. */
  readonly runBy: string | undefined;
}

/** Say whose the data is and what a person may ask for; each service's own notice says what, why and how long. */
export function PrivacyPage({ council, look, services, runBy }: PrivacyProps) {
  const { at, brand } = council;
  return (
    <Statement council={council} look={look} title="Privacy">
      <Controller name={brand.name} runBy={runBy} />
      <Part title="What we use">
        <p class="govuk-body">
          We use what you enter and the files that you add, and nothing else. We do not follow what
          you do here, and these pages load nothing from other organisations.{" "}
          <To href={at.cookies}>Cookies</To> says what your browser keeps.
        </p>
      </Part>
      <Part title="What we use it for">
        <p class="govuk-body">
          We use it to deal with what you report, and to tell you what happens.
          {services.length > 0 &&
            " Each service has a notice of its own. It says what we ask, which law allows us to, who we pass it on to, and how long we keep it."}
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
  return (
    <p class="govuk-body">
      {name} decides why and how what you enter here is used. In data protection law it is the
      controller.
      {runBy !== undefined && ` ${runBy} runs these pages on its behalf, and does as it says.`}
    </p>
  );
}

/** What a person may ask for, and of whom. */
export function Rights() {
  return (
    <Part title="Your rights">
      <p class="govuk-body">You can ask us:</p>
      <Bullets
        items={[
          "for a copy of what we hold about you",
          "to correct it, or to complete it",
          "to use it less, or to stop using it",
          "to delete it, where the law does not ask us to keep it",
        ]}
      />
      <p class="govuk-body">
        Contact us to do so. We answer within one month. If you are not content with how we use it,
        you can complain to the{" "}
        <To href="https://ico.org.uk/make-a-complaint/">Information Commissioner’s Office</To>.
      </p>
    </Part>
  );
}
