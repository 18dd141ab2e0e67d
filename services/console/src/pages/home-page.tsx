import { InsetText } from "@guildhall/ui";
import type { Desk, Look, Office } from "../environment.ts";
import { areas, rooms, roomsFor } from "./areas.ts";
import { sayCount } from "./delivery-words.tsx";
import { OfficePage } from "./office-page.tsx";
import { sayRoles } from "./role-words.ts";

/** What waits for somebody, for whoever may see it. */
export interface Waiting {
  readonly deliveries: number;
  /** Alarms that nobody has acknowledged, in sentences. */
  readonly alarms: readonly string[];
}

/** Where a member of staff begins: who they are here, and what they can do. */
export function HomePage({
  office,
  desk,
  look,
  waiting,
}: {
  office: Office;
  desk: Desk;
  look: Look;
  waiting: Waiting | undefined;
}) {
  const mine = roomsFor(desk);
  const title = `Hello ${desk.person.name}`;
  return (
    <OfficePage office={office} desk={desk} look={look} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        Your roles at {office.tenant.name}: {sayRoles(desk.person.roles)}.
      </p>
      <WhatWaits office={office} waiting={waiting} />
      {mine.map(({ room, areas: those }) => (
        <section aria-labelledby={`room-${room}`}>
          <h2 class="govuk-heading-m" id={`room-${room}`}>
            {rooms[room]}
          </h2>
          <ul class="console-cards">
            {those.map((area) => (
              <li>
                <a class="govuk-link govuk-!-font-weight-bold" href={office.at[area]}>
                  {areas[area].title}
                </a>
                <p class="govuk-body-s">{areas[area].summary}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {mine.length === 0 && (
        <InsetText>
          Nothing here is part of your role. Ask an administrator of {office.tenant.name} if you
          need more.
        </InsetText>
      )}
    </OfficePage>
  );
}

function WhatWaits({ office, waiting }: { office: Office; waiting: Waiting | undefined }) {
  if (!waiting || (waiting.deliveries === 0 && waiting.alarms.length === 0)) return null;
  const { deliveries, alarms } = waiting;
  return (
    <InsetText>
      {deliveries > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={office.at.deliveries}>
            {sayCount(deliveries)} {deliveries === 1 ? "waits" : "wait"} for a person
          </a>
        </p>
      )}
      {alarms.length > 0 && (
        <>
          <p class="govuk-body">
            <a class="govuk-link" href={office.at.alarms}>
              {alarms.length === 1 ? "1 alarm" : `${alarms.length} alarms`} that nobody looks after
            </a>
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {alarms.slice(0, 5).map((title) => (
              <li>{title}</li>
            ))}
          </ul>
        </>
      )}
    </InsetText>
  );
}
