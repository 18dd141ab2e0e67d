import { Layout } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import { front } from "../addresses.ts";
import type { Desk, Look, Office } from "../environment.ts";
import { type Area, areas, rooms, roomsFor } from "./areas.ts";
import { DoneBanner, type DoneBannerProps } from "./done-banner.tsx";
import { leadsOf } from "./shortcuts.ts";

export interface OfficePageProps {
  readonly office: Office;
  /** Left out on the pages before signing in. */
  readonly desk?: Desk | undefined;
  readonly look: Look;
  readonly title: string;
  readonly faults?: boolean;
  readonly current?: Area;
  readonly beforeContent?: Child;
  /** The name of what was done on the page before. */
  readonly done?: string | undefined;
  readonly onward?: DoneBannerProps["onward"];
  readonly children?: Child;
}

/** A staff page of one organisation, which always says whose it is and who is signed in. */
export function OfficePage(props: OfficePageProps) {
  const { office, desk, look, title } = props;
  return (
    <Layout
      lang="en-GB"
      title={title}
      faults={props.faults}
      brand={{ name: office.tenant.name }}
      home={office.at.root}
      assets={look.assets}
      service={{ name: "Staff", href: office.at.root }}
      navigation={desk ? navigation(props, desk) : undefined}
      beforeContent={
        <>
          {desk && <Bar office={office} desk={desk} />}
          <RoomNavigation {...props} />
          {props.beforeContent}
        </>
      }
      head={
        <>
          <link rel="stylesheet" href={look.stylesheet} />
          {desk?.hasShortcuts && <script type="module" src={look.assets.shortcuts}></script>}
        </>
      }
    >
      <DoneBanner done={props.done} onward={props.onward} />
      {props.children}
    </Layout>
  );
}

/** Leads to the first area of each room that this person may enter. */
function navigation({ office, current }: OfficePageProps, desk: Desk) {
  return roomsFor(desk).map(({ room, areas: [first] }) => ({
    content: rooms[room],
    href: first && office.at[first],
    active: current !== undefined && areas[current].room === room,
  }));
}

/** The areas of the room that the page is in, where there are several. */
function RoomNavigation({ office, current, desk }: OfficePageProps) {
  const here = current && desk ? areas[current].room : undefined;
  const found = desk && roomsFor(desk).find(({ room }) => room === here);
  if (!found || found.areas.length < 2) return null;
  return (
    <nav class="console-room" aria-label={rooms[found.room]}>
      <ul>
        {found.areas.map((area) => (
          <li>
            <a
              class="govuk-link govuk-link--no-visited-state"
              href={office.at[area]}
              aria-current={area === current ? "page" : undefined}
            >
              {areas[area].title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Bar({ office, desk }: { office: Office; desk: Desk }) {
  return (
    <section
      class="console-bar"
      aria-label="You"
      data-shortcuts={desk.hasShortcuts ? leadsOf(office, desk) : undefined}
    >
      <p class="govuk-body-s">
        You work for <strong>{office.tenant.name}</strong> as {desk.person.name}
      </p>
      <ul class="govuk-body-s">
        <li>
          <a class="govuk-link" href={front}>
            Change organisation
          </a>
        </li>
        <li class="console-at-desk">
          <a class="govuk-link" href={office.at.shortcuts}>
            Keyboard shortcuts
          </a>
        </li>
        <li>
          <form method="post" action={office.at.signOut}>
            <button type="submit" class="console-link">
              Sign out
            </button>
          </form>
        </li>
      </ul>
    </section>
  );
}

/** Words of two thirds of the width, as they are read best. */
export function Column({ children }: { children?: Child }) {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">{children}</div>
    </div>
  );
}
