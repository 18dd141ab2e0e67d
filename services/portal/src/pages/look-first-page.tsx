import type { NearbyProcess, Service } from "@guildhall/contract";
import { BackLink, Button, SummaryList, Tag } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { sayDay } from "../words/dates.ts";
import { Column, CouncilPage } from "./council-page.tsx";

interface LookFirstProps {
  readonly council: Council;
  readonly look: Look;
  readonly service: Service;
  readonly nearby: readonly NearbyProcess[];
  readonly back: string;
  /** Where the form goes on from. */
  readonly action: string;
}

/** Ask whether what somebody reports is among what others reported near there. */
export function LookFirstPage(props: LookFirstProps) {
  const { council, look, service, nearby, back, action } = props;
  const words = council.words.following.look;
  return (
    <CouncilPage
      council={council}
      look={look}
      title={words.title}
      address={action}
      service={{ name: service.title, href: council.at.service(service.id) }}
      beforeContent={<BackLink href={back} />}
    >
      <Column>
        <h1 class="govuk-heading-l">{words.title}</h1>
        <p class="govuk-body">{words.known(service.title, nearby.length)}</p>
        {nearby.map((one) => (
          <Nearby council={council} service={service} one={one} />
        ))}
        <form method="post" action={action}>
          <Button classes="govuk-button--secondary" preventDoubleClick>
            {words.none}
          </Button>
        </form>
      </Column>
    </CouncilPage>
  );
}

function Nearby({
  council,
  service,
  one,
}: Pick<LookFirstProps, "council" | "service"> & { one: NearbyProcess }) {
  const { reference, stage, receivedAt, metres, followers } = one;
  const words = council.words.following.look;
  const distance = metres === 0 ? words.here : words.away(metres);
  const follow = `${council.at.follow(reference)}?${new URLSearchParams({ instead: service.id })}`;
  return (
    <SummaryList
      card={{
        title: words.reported(sayDay(receivedAt, council.language), distance),
      }}
      rows={[
        { key: words.stage, value: <Tag classes="govuk-tag--blue">{stage}</Tag> },
        { key: words.reference, value: reference },
        followers > 0 && { key: words.followers, value: words.count(followers) },
        {
          key: <span class="govuk-visually-hidden">{words.updates}</span>,
          value: (
            <Button href={follow} classes="govuk-!-margin-bottom-0">
              {words.follow}
              <span class="govuk-visually-hidden"> {words.about(reference)}</span>
            </Button>
          ),
        },
      ]}
    />
  );
}
