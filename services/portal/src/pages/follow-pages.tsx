import type { Following } from "@guildhall/contract";
import { Button, ErrorSummary, Input } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import type { Council, Look } from "../environment.ts";
import { Linked } from "../words/linked.tsx";
import { Column, CouncilPage } from "./council-page.tsx";

interface Common {
  readonly council: Council;
  readonly look: Look;
}

/** What a report is called to those who follow it; undefined where that is forgotten. */
type Report = Pick<Following, "reference" | "serviceTitle">;

interface FollowFormProps extends Common {
  readonly report: Report;
  readonly action: string;
  readonly email: string;
  readonly fault?: string | undefined;
  /** Where the report of one's own goes on, that this is done instead of. */
  readonly own?: string | undefined;
}

const formId = "follow-form";

/** Ask where updates are to be sent. */
export function FollowFormPage(props: FollowFormProps) {
  const { council, look, report, action, email, fault, own } = props;
  const words = council.words.following.ask;
  return (
    <CouncilPage
      council={council}
      look={look}
      title={words.title}
      faults={fault !== undefined}
      form={formId}
      address={action}
    >
      <Column>
        {fault !== undefined && <ErrorSummary errorList={[{ href: "#email", content: fault }]} />}
        <Title report={report}>{words.title}</Title>
        <p class="govuk-body">{words.lead}</p>
        <form id={formId} method="post" action={action} novalidate>
          <Input
            id="email"
            name="email"
            type="email"
            autocomplete="email"
            spellcheck={false}
            label={words.email}
            hint={words.hint}
            value={email}
            errorMessage={fault}
          />
          <Button preventDoubleClick>{words.send}</Button>
        </form>
        {own !== undefined && (
          <p class="govuk-body">
            <Linked text={words.own} to={{ service: own }} />
          </p>
        )}
      </Column>
    </CouncilPage>
  );
}

/** Say what happens now, and not whether anything was sent. */
export function FollowAskedPage(props: Common & { report: Report; own?: string | undefined }) {
  const { council, report, own } = props;
  const words = council.words.following;
  return (
    <Said {...props} title={words.asked.title}>
      <p class="govuk-body">{words.asked.sent}</p>
      <p class="govuk-body">{words.asked.nothing}</p>
      {own !== undefined && (
        <p class="govuk-body">
          <Linked text={words.ask.own} to={{ service: own }} />
        </p>
      )}
      <TrackLink council={council} report={report} />
    </Said>
  );
}

interface LinkProps extends Common {
  readonly following: Following;
  readonly secret: string;
}

/** Show what the link of a follower leads to, and let them say yes, or stop. */
export function FollowingPage({ council, look, following, secret }: LinkProps) {
  const words = council.words.following;
  const common = { council, look, report: following };
  if (following.state === "stopped") return <StoppedPage council={council} look={look} />;
  if (following.state === "ended") return <FollowEndedPage {...common} />;
  if (following.state === "asked")
    return (
      <Said {...common} title={words.confirm.title}>
        <form method="post" action={council.at.following(secret)}>
          <Button preventDoubleClick>{words.confirm.button}</Button>
        </form>
        <p class="govuk-body">{words.confirm.not}</p>
      </Said>
    );
  return (
    <Said {...common} title={words.confirmed.title}>
      <p class="govuk-body">{words.confirmed.next}</p>
      <TrackLink council={council} report={following} />
      <p class="govuk-body">
        <a class="govuk-link" href={council.at.stopFollowing(secret)}>
          {words.confirmed.stop}
        </a>
      </p>
    </Said>
  );
}

/** Ask before updates are stopped: a mail program that opens links must stop nothing. */
export function StopFollowingPage({ council, look, following, secret }: LinkProps) {
  const words = council.words.following.stop;
  return (
    <Said council={council} look={look} report={following} title={words.title}>
      <p class="govuk-body">{words.lead}</p>
      <form method="post" action={council.at.stopFollowing(secret)}>
        <Button preventDoubleClick>{words.button}</Button>
      </form>
    </Said>
  );
}

/** Say that nothing more is sent, whether it was ever asked for or not. */
export function StoppedPage(props: Common) {
  const words = props.council.words.following.stopped;
  return (
    <Said {...props} report={{}} title={words.title}>
      <p class="govuk-body">{words.text}</p>
    </Said>
  );
}

export function FollowEndedPage(props: Common & { report: Report }) {
  const { council, report } = props;
  const words = council.words.following.ended;
  return (
    <Said {...props} title={words.title}>
      <p class="govuk-body">{words.text}</p>
      <TrackLink council={council} report={report} />
    </Said>
  );
}

interface SaidProps extends Common {
  readonly report: Report;
  readonly title: string;
  readonly children?: Child;
}

function Said({ council, look, report, title, children }: SaidProps) {
  return (
    <CouncilPage council={council} look={look} title={title}>
      <Column>
        <Title report={report}>{title}</Title>
        {children}
      </Column>
    </CouncilPage>
  );
}

function Title({ report, children }: { report: Report; children?: Child }) {
  const { serviceTitle, reference } = report;
  return (
    <>
      {reference !== undefined && (
        <span class="govuk-caption-l">
          {serviceTitle}: {reference}
        </span>
      )}
      <h1 class="govuk-heading-l">{children}</h1>
    </>
  );
}

function TrackLink({ council, report }: Pick<Common, "council"> & { report: Report }) {
  if (report.reference === undefined) return null;
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={council.at.tracking(report.reference)}>
        {council.words.following.asked.track}
      </a>
    </p>
  );
}
