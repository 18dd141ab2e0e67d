import { scopeWords } from "@guildhall/contract";
import {
  BackLink,
  Button,
  Checkboxes,
  ErrorSummary,
  type ErrorSummaryItem,
  Input,
  Radios,
  Textarea,
} from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import type { AccessFields } from "../journey/access-form.ts";
import { Column, CouncilPage } from "./council-page.tsx";
import { offeredScopes } from "./offered-scopes.ts";

export interface AccessFormProps {
  readonly council: Council;
  readonly look: Look;
  readonly fields: AccessFields;
  /** What is wrong, by field. */
  readonly faults: Readonly<Partial<Record<keyof AccessFields, string>>>;
  /** Names this asking, so that sending it twice asks once. */
  readonly once: string;
}

/** Ask who wants access, and what for. */
export function AccessFormPage(props: AccessFormProps) {
  const { council, look, faults, once } = props;
  const found = faultsIn(faults);
  const title = "Ask for access";
  return (
    <CouncilPage
      council={council}
      look={look}
      title={title}
      faults={found.length > 0}
      beforeContent={<BackLink href={council.at.developers} />}
    >
      <Column>
        {found.length > 0 && <ErrorSummary errorList={found} />}
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          You get a test key on the next page. If you ask for a live key as well, we look at your
          request and write to you.
        </p>
        <form method="post" action={council.at.access} novalidate>
          <input type="hidden" name="once" value={once} />
          <Who {...props} />
          <What {...props} />
          <p class="govuk-body">
            We use your name and email address to deal with your request. If no live key comes of
            it, we delete them after 90 days.
          </p>
          <Button preventDoubleClick>Ask for access</Button>
        </form>
      </Column>
    </CouncilPage>
  );
}

function Who({ fields, faults }: AccessFormProps) {
  return (
    <>
      <Input
        name="organisation"
        label="Name of your organisation"
        hint="Our staff and the public see this name beside what you do here"
        value={fields.organisation}
        errorMessage={faults.organisation}
        autocomplete="organization"
      />
      <Radios
        name="kind"
        fieldset={legend("What does your organisation do?")}
        items={[
          {
            value: "vendor",
            content: "We supply software",
            hint: "For example, the system that a council team works its cases in",
          },
          {
            value: "partner",
            content: "We work with residents or businesses",
            hint: "For example, a charity or a public body with services of its own",
          },
        ]}
        value={fields.kind}
        errorMessage={faults.kind}
      />
      <Input
        name="contactName"
        label="Your full name"
        value={fields.contactName}
        errorMessage={faults.contactName}
        autocomplete="name"
        spellcheck={false}
      />
      <Input
        name="contactEmail"
        label="Your email address"
        hint="We will only write to you about this request"
        type="email"
        value={fields.contactEmail}
        errorMessage={faults.contactEmail}
        autocomplete="email"
        spellcheck={false}
      />
    </>
  );
}

function What({ fields, faults }: AccessFormProps) {
  return (
    <>
      <Textarea
        name="purpose"
        label="What will you use it for?"
        hint="Say who it helps, and what you will do with what you read"
        value={fields.purpose}
        errorMessage={faults.purpose}
      />
      <Checkboxes
        name="scopes"
        fieldset={legend("What do you need to do?")}
        hint="Select all that you need, and no more. You can ask again for others."
        items={offeredScopes.map((scope) => ({ value: scope, content: scopeWords[scope] }))}
        values={fields.scopes}
        errorMessage={faults.scopes}
      />
      <Radios
        name="wants"
        fieldset={legend("Which keys do you want?")}
        items={[
          { value: "test", content: "A test key only" },
          { value: "live", content: "A test key now, and a live key when you have approved it" },
        ]}
        value={fields.wants}
        errorMessage={faults.wants}
      />
    </>
  );
}

function legend(content: string) {
  return { legend: { content, classes: "govuk-fieldset__legend--s" } };
}

function faultsIn(faults: AccessFormProps["faults"]): ErrorSummaryItem[] {
  return Object.entries(faults).map(([field, content]) => ({ href: `#${field}`, content }));
}
