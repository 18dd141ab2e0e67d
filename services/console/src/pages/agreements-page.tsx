import type { Agreement, AgreementStanding, AuditEvent } from "@guildhall/contract";
import { BackLink, Button, Input, InsetText, SummaryList, sayTime, Tag } from "@guildhall/ui";
import { ConfirmPage } from "./confirm-page.tsx";
import type { Frame } from "./frame.ts";
import { Column, OfficePage } from "./office-page.tsx";
import { sayDay } from "./say-day.ts";
import { More, ScrollTable } from "./scroll-table.tsx";

const title = "Agreements";

/** All agreements with other councils, in both directions. */
export function AgreementsPage(props: Frame & { readonly agreements: readonly Agreement[] }) {
  const { office, agreements } = props;
  return (
    <OfficePage {...props} title={title} current="agreements">
      <h1 class="govuk-heading-l">{title}</h1>
      <Column>
        <p class="govuk-body">
          Under an agreement, officers of one council serve the callers of another. Nobody can
          without one.
        </p>
        <Button href={office.at.newAgreement}>Propose an agreement</Button>
        <p class="govuk-body">
          <a class="govuk-link" href={office.at.looks}>
            Looks by others
          </a>
        </p>
      </Column>
      {agreements.length === 0 ? (
        <InsetText>There is none yet. Propose one to another council, which approves it.</InsetText>
      ) : (
        <ScrollTable
          label={title}
          head={["With", "Who serves whom", "Until", "State"]}
          rows={agreements.map((agreement) => [
            <a class="govuk-link" href={office.at.agreement(agreement.id)}>
              {otherSide(agreement, office.tenant.id).name}
            </a>,
            whoServes(agreement, office.tenant.id),
            sayDay(agreement.until),
            <StandingTag standing={agreement.standing} />,
          ])}
        />
      )}
    </OfficePage>
  );
}

/** The council on the other side. */
export function otherSide({ owner, serving }: Agreement, own: string): Agreement["owner"] {
  return owner.id === own ? serving : owner;
}

function whoServes({ owner }: Agreement, own: string): string {
  return owner.id === own ? "They serve our callers" : "We serve their callers";
}

const standings: Readonly<Record<AgreementStanding, readonly [words: string, colour: string]>> = {
  proposed: ["Waits for approval", "govuk-tag--yellow"],
  "in-force": ["In force", "govuk-tag--green"],
  refused: ["Refused", "govuk-tag--grey"],
  ended: ["Ended", "govuk-tag--grey"],
  lapsed: ["Time is over", "govuk-tag--grey"],
};

function StandingTag({ standing }: Pick<Agreement, "standing">) {
  const [words, colour] = standings[standing];
  return <Tag classes={colour}>{words}</Tag>;
}

export type AgreementPageProps = Frame & { readonly agreement: Agreement; readonly once: string };

/** One agreement: what it says, who approved it, and approving or ending it. */
export function AgreementPage(props: AgreementPageProps) {
  const { office, agreement, once } = props;
  const { id, standing, proposedBy } = agreement;
  const name = `Agreement with ${otherSide(agreement, office.tenant.id).name}`;
  const side = agreement.owner.id === office.tenant.id ? "owner" : "serving";
  const canEnd = standing === "proposed" || standing === "in-force";
  return (
    <OfficePage
      {...props}
      title={name}
      current="agreements"
      beforeContent={<BackLink href={office.at.agreements}>All agreements</BackLink>}
    >
      <h1 class="govuk-heading-l">{name}</h1>
      <SummaryList rows={rowsOf(agreement, office.tenant.id)} />
      {standing === "proposed" && proposedBy !== side && (
        <form method="post" action={office.at.approveAgreement(id)}>
          <input type="hidden" name="once" value={once} />
          <Button preventDoubleClick>Approve it in your name</Button>
        </form>
      )}
      {canEnd && (
        <Button classes="govuk-button--secondary" href={office.at.endAgreement(id)}>
          {standing === "proposed" ? "Refuse or take it back" : "End it now"}
        </Button>
      )}
    </OfficePage>
  );
}

function rowsOf(agreement: Agreement, own: string) {
  const { owner, serving, approvals, ended, services } = agreement;
  const row = (key: string, value: string) => ({
    key: { content: key },
    value: { content: value },
  });
  const signed = (by: { name: string; at: string } | undefined) =>
    by ? `${by.name}, ${sayTime(by.at)}` : "Not yet";
  return [
    {
      key: { content: "State" },
      value: { content: <StandingTag standing={agreement.standing} /> },
    },
    row("Who serves whom", `${serving.name} serves callers of ${owner.name}`),
    row("Purpose", agreement.purpose),
    row("Services", services ? services.join(", ") : "All"),
    row("Until", sayDay(agreement.until)),
    row(`Approved for ${owner.name}`, signed(approvals.owner)),
    row(`Approved for ${serving.name}`, signed(approvals.serving)),
    ...(ended ? [row(ended.tenant === own ? "Ended by us" : "Ended by them", signed(ended))] : []),
  ];
}

/** Ask again before an agreement is ended. */
export function EndAgreementPage(props: AgreementPageProps) {
  const { office, agreement } = props;
  const other = otherSide(agreement, office.tenant.id).name;
  return (
    <ConfirmPage
      {...props}
      area="agreements"
      title={`End the agreement with ${other}?`}
      action={office.at.endAgreement(agreement.id)}
      button="End it now"
      back={office.at.agreement(agreement.id)}
    >
      <p class="govuk-body">
        It ends at once: whoever acts under it is refused from now on. It cannot be taken up again,
        only proposed anew.
      </p>
    </ConfirmPage>
  );
}

export interface LooksPageProps extends Frame {
  readonly looks: readonly AuditEvent[];
  readonly more: string | undefined;
  /** Days, as 2026-11-20; nothing where none was asked for. */
  readonly days: { readonly from: string; readonly to: string };
}

/** What officers of other councils looked at and did here. */
export function LooksPage(props: LooksPageProps) {
  const { office, looks, more, days } = props;
  const name = "Looks by others";
  return (
    <OfficePage
      {...props}
      title={name}
      current="agreements"
      beforeContent={<BackLink href={office.at.agreements}>All agreements</BackLink>}
    >
      <h1 class="govuk-heading-l">{name}</h1>
      <p class="govuk-body">
        Everything that officers of other councils found, saw and did for our callers.
      </p>
      <form method="get" action={office.at.looks} class="console-filters">
        <Input name="from" label="From" type="date" value={days.from} />
        <Input name="to" label="To" type="date" value={days.to} />
        <Button classes="govuk-button--secondary">Show</Button>
      </form>
      {looks.length === 0 ? (
        <InsetText>Nobody has looked at anything in these days.</InsetText>
      ) : (
        <ScrollTable
          label={name}
          head={["When", "Who", "What", "Request", "Under"]}
          rows={looks.map(({ at, actor, data, process }) => [
            sayTime(at),
            actor.name,
            actWords[String(data.act)] ?? String(data.act),
            process === undefined ? "None" : <code class="console-code">{process}</code>,
            <a class="govuk-link" href={office.at.agreement(String(data.agreement))}>
              The agreement
            </a>,
          ])}
        />
      )}
      <More href={more} />
    </OfficePage>
  );
}

const actWords: Readonly<Record<string, string>> = {
  sought: "Searched, and found nothing",
  found: "Found a request",
  looked: "Looked at a request",
  noted: "Added a note",
  counted: "Counted a contact",
  began: "Began a form",
  sent: "Sent a form",
};
