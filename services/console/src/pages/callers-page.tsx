import type { Agreement, Process } from "@guildhall/contract";
import { BackLink, Button, Input, InsetText, sayTime } from "@guildhall/ui";
import type { CallerSearch } from "../platform/agreements-api.ts";
import { anyFault, FaultSummary } from "./fault-summary.tsx";
import type { Faults, Frame } from "./frame.ts";
import { Column, OfficePage } from "./office-page.tsx";
import { sayDay } from "./say-day.ts";

const title = "Callers of other councils";

/** Choose for whom to act. */
export function CallersPage(props: Frame & { readonly agreements: readonly Agreement[] }) {
  const { office, agreements } = props;
  return (
    <OfficePage {...props} title={title} current="callers">
      <h1 class="govuk-heading-l">{title}</h1>
      {agreements.length === 0 && (
        <InsetText>
          There is no agreement under which you can serve callers of another council. An
          administrator of yours, or of theirs, proposes one.
        </InsetText>
      )}
      <ul class="console-cards">
        {agreements.map(({ id, owner, purpose, until }) => (
          <li>
            <a class="govuk-link govuk-!-font-weight-bold" href={office.at.callersOf(id)}>
              {owner.name}
            </a>
            <p class="govuk-body-s">
              {purpose} Until {sayDay(until)}.
            </p>
          </li>
        ))}
      </ul>
    </OfficePage>
  );
}

/** Say on whose behalf somebody acts, on every page where they do. */
export function OnBehalfOf({ owner, until }: Agreement) {
  return (
    <InsetText>
      You act for <strong>{owner.name}</strong>, under an agreement until {sayDay(until)}. They see
      what you look at and do, with your name.
    </InsetText>
  );
}

export interface FindCallerPageProps extends Frame {
  readonly agreement: Agreement;
  readonly typed: CallerSearch;
  /** Left out before anything was looked for. */
  readonly found?: readonly Process[] | undefined;
  readonly faults: Faults;
}

/** Find the open requests of a caller. What they are known by stands in no address. */
export function FindCallerPage(props: FindCallerPageProps) {
  const { office, agreement, typed, faults, found } = props;
  const name = `Callers of ${agreement.owner.name}`;
  const at = office.at.callersOf(agreement.id);
  return (
    <OfficePage
      {...props}
      title={name}
      current="callers"
      faults={anyFault(faults)}
      beforeContent={<BackLink href={office.at.callers}>All councils</BackLink>}
    >
      <Column>
        <FaultSummary faults={faults} />
        <h1 class="govuk-heading-l">{name}</h1>
        <OnBehalfOf {...agreement} />
        <p class="govuk-body">
          <a class="govuk-link" href={office.at.callerServices(agreement.id)}>
            Fill in a service for a caller
          </a>
        </p>
        <h2 class="govuk-heading-m">Find their open requests</h2>
        <form method="post" action={at} novalidate autocomplete="off">
          <Input
            name="reference"
            label="Reference"
            value={typed.reference}
            spellcheck={false}
            errorMessage={faults.reference}
          />
          <Input name="surname" label="Surname" value={typed.surname} spellcheck={false} />
          <Input name="postcode" label="Postcode" value={typed.postcode} spellcheck={false} />
          <Input name="email" type="email" label="Email address" value={typed.email} />
          <Input name="phone" type="tel" label="Phone number" value={typed.phone} />
          <Button>Find</Button>
        </form>
        {found && <Found {...props} found={found} />}
      </Column>
    </OfficePage>
  );
}

function Found({ office, agreement, found }: FindCallerPageProps & { found: readonly Process[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">What was found</h2>
      {found.length === 0 && (
        <InsetText>
          Nothing is open that this fits, in the services of the agreement. Check the spelling, or
          search by something else.
        </InsetText>
      )}
      <ul class="console-cards">
        {found.map(({ reference, serviceTitle, stage, receivedAt }) => (
          <li>
            <a class="govuk-link" href={office.at.caller(agreement.id, reference)}>
              {serviceTitle}, {reference}
            </a>
            <p class="govuk-body-s">
              {stage.title}. Received {sayTime(receivedAt)}.
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
