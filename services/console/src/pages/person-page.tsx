import type { Person } from "@guildhall/contract";
import { BackLink, Button, Radios, SummaryList, sayTime } from "@guildhall/ui";
import { ConfirmPage } from "./confirm-page.tsx";
import { anyFault, FaultSummary } from "./fault-summary.tsx";
import type { Faults, Frame } from "./frame.ts";
import { Column, OfficePage } from "./office-page.tsx";
import { ActiveTag, ProviderNote, Roles } from "./people-pages.tsx";
import { sayRoles } from "./role-words.ts";
import { TypedName } from "./typed-name.tsx";

export type PersonPageProps = Frame & {
  person: Person;
  /** What was chosen, where it was refused. */
  typed?: Pick<Person, "active"> & { roles: readonly string[] };
  faults: Faults;
  provider: string | undefined;
};

/** One colleague: what they may do, and whether they may come in. */
export function PersonPage(props: PersonPageProps) {
  const { office, desk, person, faults } = props;
  const writes = desk.scopes.has("people:write");
  return (
    <OfficePage
      {...props}
      title={person.name}
      faults={anyFault(faults)}
      current="people"
      beforeContent={<BackLink href={office.at.people} />}
    >
      <Column>
        <FaultSummary faults={faults} />
        <h1 class="govuk-heading-l">{person.name}</h1>
        <ActiveTag active={person.active} />
        <SummaryList
          classes="govuk-!-margin-top-4"
          rows={[
            { key: "Email", value: person.email },
            {
              key: "Last signed in",
              value: person.lastSignedInAt === undefined ? "Never" : sayTime(person.lastSignedInAt),
            },
            !writes && { key: "Roles", value: sayRoles(person.roles) },
          ]}
        />
        {writes && <ChangeForm {...props} />}
        {writes && <Leaving {...props} />}
      </Column>
    </OfficePage>
  );
}

function ChangeForm(props: PersonPageProps) {
  const { office, person, typed = person, faults } = props;
  return (
    <form method="post" action={office.at.person(person.id)} novalidate>
      <Roles {...props} values={typed.roles} />
      <ProviderNote provider={props.provider} />
      <Radios
        name="active"
        classes="govuk-radios--inline"
        fieldset={{
          legend: { content: "May they sign in?", classes: "govuk-fieldset__legend--s" },
        }}
        items={[
          { value: "yes", content: "Yes" },
          { value: "no", content: "No" },
        ]}
        value={typed.active ? "yes" : "no"}
        errorMessage={faults.active}
      />
      <Button preventDoubleClick>Save</Button>
    </form>
  );
}

function Leaving({ office, person }: PersonPageProps) {
  return (
    <>
      <h2 class="govuk-heading-m">Lost a device, or leaving?</h2>
      <div class="console-actions">
        <Button href={`${office.at.person(person.id)}/sign-out`} classes="govuk-button--secondary">
          Sign out everywhere
        </Button>
        <Button href={`${office.at.person(person.id)}/remove`} classes="govuk-button--warning">
          Remove
        </Button>
      </div>
    </>
  );
}

export function SignOutPersonPage(props: Frame & { person: Person }) {
  const { office, person } = props;
  return (
    <ConfirmPage
      {...props}
      area="people"
      title={`Sign ${person.name} out everywhere?`}
      action={`${office.at.person(person.id)}/sign-out`}
      button="Sign out everywhere"
      back={office.at.person(person.id)}
      once=""
    >
      <p class="govuk-body">
        Within a second they are signed out of every browser, and links to sign in that they have
        asked for serve no more. What they were typing is kept until they sign in again, which they
        can do at once.
      </p>
    </ConfirmPage>
  );
}

export function RemovePersonPage(props: Frame & { person: Person; faults: Faults }) {
  const { office, person } = props;
  return (
    <ConfirmPage
      {...props}
      area="people"
      title={`Remove ${person.name}?`}
      action={`${office.at.person(person.id)}/remove`}
      button="Remove them"
      back={office.at.person(person.id)}
      once=""
    >
      <p class="govuk-body">
        They are signed out at once and cannot sign in again. What they did stays under their name.
        It cannot be taken back: to let them in again, add them anew.
      </p>
      <TypedName name={person.name} fault={props.faults.name} />
    </ConfirmPage>
  );
}
