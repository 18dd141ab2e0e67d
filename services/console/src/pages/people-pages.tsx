import type { Person, Role } from "@guildhall/contract";
import { BackLink, Button, Checkboxes, Input, InsetText, sayTime, Tag } from "@guildhall/ui";
import type { Desk, Office } from "../environment.ts";
import { anyFault, FaultSummary } from "./fault-summary.tsx";
import type { Faults, Frame } from "./frame.ts";
import { Column, OfficePage } from "./office-page.tsx";
import { roleWords, sayRoles } from "./role-words.ts";
import { More, ScrollTable } from "./scroll-table.tsx";

export type PeoplePageProps = Frame & { people: readonly Person[]; more: string | undefined };

/** Everybody who may sign in, or could. */
export function PeoplePage(props: PeoplePageProps) {
  const { office, desk, people } = props;
  const title = "People";
  return (
    <OfficePage {...props} title={title} current="people">
      <h1 class="govuk-heading-l">{title}</h1>
      {desk.scopes.has("people:write") && (
        <Button href={office.at.newPerson}>Add a colleague</Button>
      )}
      <ScrollTable
        label={title}
        head={["Name", "Email", "Roles", "Last signed in", "State"]}
        rows={people.map((person) => [
          <a class="govuk-link" href={office.at.person(person.id)}>
            {person.name}
          </a>,
          person.email,
          sayRoles(person.roles),
          person.lastSignedInAt === undefined ? "Never" : sayTime(person.lastSignedInAt),
          <ActiveTag active={person.active} />,
        ])}
      />
      <More href={props.more} />
    </OfficePage>
  );
}

export function ActiveTag({ active }: { active: boolean }) {
  return (
    <Tag classes={active ? "govuk-tag--green" : "govuk-tag--grey"}>
      {active ? "Can sign in" : "Shut out"}
    </Tag>
  );
}

/** A colleague as entered. */
export interface TypedPerson {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
}

export type NewPersonPageProps = Frame & {
  typed: TypedPerson;
  faults: Faults;
  once: string;
  /** What the organisation's own sign-in is called, where it has one. */
  provider: string | undefined;
};

/** The form that lets a colleague in. */
export function NewPersonPage(props: NewPersonPageProps) {
  const { office, typed, faults, once, provider } = props;
  const title = "Add a colleague";
  return (
    <OfficePage
      {...props}
      title={title}
      faults={anyFault(faults)}
      current="people"
      beforeContent={<BackLink href={office.at.people} />}
    >
      <Column>
        <FaultSummary faults={faults} />
        <h1 class="govuk-heading-l">{title}</h1>
        <form method="post" action={office.at.newPerson} novalidate>
          <input type="hidden" name="once" value={once} />
          <Input name="name" label="Full name" value={typed.name} errorMessage={faults.name} />
          <Input
            name="email"
            type="email"
            label="Work email address"
            hint="We write to it where to sign in. The letter lets nobody in by itself."
            value={typed.email}
            errorMessage={faults.email}
          />
          <Roles {...props} values={typed.roles} />
          <ProviderNote provider={provider} />
          <Button preventDoubleClick>Add them</Button>
        </form>
      </Column>
    </OfficePage>
  );
}

/** The roles that this person can give here. */
export function rolesOffered({ tenant }: Office, { scopes }: Desk): Role[] {
  // The keys of a constant are its own type's.
  const all = Object.keys(roleWords) as Role[];
  const runsPlatform = tenant.kind === "shared-service" && scopes.has("platform:read");
  return all.filter((role) => role !== "platform-admin" || runsPlatform);
}

export function Roles({
  office,
  desk,
  values,
  faults,
}: Frame & { values: readonly string[]; faults: Faults }) {
  return (
    <Checkboxes
      name="roles"
      fieldset={{ legend: { content: "Roles", classes: "govuk-fieldset__legend--s" } }}
      hint="No more than their work needs."
      items={rolesOffered(office, desk).map((value) => ({
        value,
        content: roleWords[value].title,
        hint: roleWords[value].may,
      }))}
      values={values}
      errorMessage={faults.roles}
    />
  );
}

/** Where people sign in at the organisation's own provider, what is chosen here lasts until they do. */
export function ProviderNote({ provider }: { provider: string | undefined }) {
  if (provider === undefined) return null;
  return (
    <InsetText>
      People sign in with {provider}. Each time they do, their roles become those of their groups
      there.
    </InsetText>
  );
}
